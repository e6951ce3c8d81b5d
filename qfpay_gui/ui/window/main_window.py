"""The window: a rail of workspaces at the left, where it goes and Send on top, the workspace below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from qfpay_gui.qfpay.environments import EnvironmentKind
from qfpay_gui.ui.bar.caution_strip import CautionStrip
from qfpay_gui.ui.bar.first_hint import FirstHint
from qfpay_gui.ui.bar.top_bar import TopBar
from qfpay_gui.ui.case.case_actions import CaseActions
from qfpay_gui.ui.findings.mending import Mending
from qfpay_gui.ui.look.theme import px, set_property
from qfpay_gui.ui.profiles.managing import Managing
from qfpay_gui.ui.suite.suite_actions import SuiteActions
from qfpay_gui.ui.widgets.later import read_in_order
from qfpay_gui.ui.widgets.questions import LEAVING, ask
from qfpay_gui.ui.window.arrangement import Arrangement
from qfpay_gui.ui.window.assistant import Assistant
from qfpay_gui.ui.window.navigation import Navigation
from qfpay_gui.ui.window.order_actions import OrderActions
from qfpay_gui.ui.window.panels import Panels
from qfpay_gui.ui.window.rail import Rail
from qfpay_gui.ui.window.room import Room
from qfpay_gui.ui.window.send_actions import SendActions
from qfpay_gui.ui.window.status import StatusLine
from qfpay_gui.ui.window.system_notice import SystemNotice
from qfpay_gui.ui.window.watching import Watching
from qfpay_gui.ui.window.window_menus import WindowMenus
from qfpay_gui.ui.window.workspaces import Workspace, Workspaces
from qfpay_gui.ui.words.environments import kind_name
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent, QShowEvent

    from qfpay_gui.models.profiles.state import ProfilesState
    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.qfpay.environments import Environment
    from qfpay_gui.qfpay.request.draft import Draft
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.qfpay.text import Text
    from qfpay_gui.ui.case.case_panel import CasePanel
    from qfpay_gui.ui.form.request_form import RequestForm
    from qfpay_gui.ui.history.history_panel import HistoryPanel
    from qfpay_gui.ui.reply.reply_panel import ReplyPanel
    from qfpay_gui.ui.signature.signature_panel import SignaturePanel
    from qfpay_gui.ui.window.request_workspace import RequestWorkspace

_NARROW_BELOW = 1200
"""The width, in pixels, below which the rail shows icons alone."""


class MainWindow(QMainWindow):
    """Composes the panels over one workbench; it holds no state of its own but geometry."""

    painted_first = Signal()
    """The window is on the screen: what is slow to start may start now."""
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    zoom_chosen = Signal(int)
    closing = Signal()

    def __init__(self, workbench: Workbench, geometry: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._arrangement = Arrangement(geometry)
        self._was_shown = self._was_painted = self._may_leave = False
        # Made from the outside in: a panel that changes its parent later is styled anew, with all that is in it.
        self._centre = QFrame(self)
        self._room = Room(self._centre)
        self.workspaces = Workspaces(self._room)
        self.panels = Panels(workbench, self.workspaces)
        self.rail = Rail(self.panels.titles(), self._centre)
        self.bar = TopBar(workbench, self._centre)
        self.caution = CautionStrip(self._centre)
        self._first_hint = FirstHint(workbench, self._centre)
        self.status = StatusLine(workbench.deletions, self)
        self.go = Navigation(self.workspaces, self.panels, self.bar, self)
        self.send_actions = SendActions(workbench, self.workspaces, self.status, self.go, self)
        self.case_actions = CaseActions(workbench, self)
        self.order_actions = OrderActions(workbench, self.panels, self)
        self.assistant = Assistant(workbench, geometry, self)
        self.managing = Managing(workbench, self)
        self.mending = Mending(workbench, self)
        self.notice = SystemNotice(self)
        self.watching = Watching(workbench, self.go, self.case_actions, self)
        self.suite_actions = SuiteActions(workbench, self)
        self.menus = WindowMenus(self, workbench, self._commands())
        self._build()
        self._connect()
        self._arrangement.place(self)
        self._open(self._arrangement.workspace())
        self._render_environment(workbench.environment)
        self._render_draft(workbench.draft.prepared)
        self.status.render_state(workbench.send_model.state)

    @property
    def form(self) -> RequestForm:
        """What is sent."""
        return self.panels.request.widget.form

    @property
    def signature(self) -> SignaturePanel:
        """What of it is signed."""
        return self.panels.request.widget.signature

    @property
    def reply(self) -> ReplyPanel:
        """What came back."""
        return self.panels.request.widget.reply

    def _build(self) -> None:
        set_property(self._centre, "role", "frame")
        self.setMinimumSize(900, 520)
        self.workspaces.hold(self.panels.by_workspace())
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.caution)
        column.addWidget(self._first_hint)
        self._room.setWidget(self.workspaces)
        column.addWidget(self._room, 1)
        layout = QHBoxLayout(self._centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail)
        layout.addLayout(column, 1)
        read_in_order(self._centre, self.rail, self.bar, self.caution, self._first_hint, self._room)
        self.setCentralWidget(self._centre)
        self.setStatusBar(self.status)

    def _commands(self) -> dict[str, Callable[[], object]]:
        """What each command of the menus does, by its name."""
        case, go = self.case_actions, self.go
        return {
            **self.assistant.commands,
            **self.order_actions.commands,
            "paste": case.paste,
            "open_file": case.choose_file,
            "save_case": case.save,
            "proof": case.prove,
            "start_over": self._start_over,
            **self.managing.commands(self.bar.chip),
            "quit": self.close,
            "undo": self._undo,
            "copy_string": self._copy_string,
            "copy_signature": self._copy_signature,
            "copy_curl": self._copy_curl,
            "copy_snippet": self._copy_snippet,
            "send": self.send_actions.send,
            "finding": self.status.go_to_next,
            "field_options": self._open_options,
            "check_notification": go.check_notification,
            "show_request": go.request,
            "show_case": go.case,
            "show_orders": go.orders,
            "show_notifications": go.notifications,
            "show_history": go.history,
            "show_watch": go.watch,
            "show_suites": go.suites,
            "show_signature": go.signature,
            "show_reply": go.reply,
            "show_sequence": go.sequence,
        }

    def _connect(self) -> None:
        bench, go = self._workbench, self.go
        self.rail.chosen.connect(self._on_chosen)
        self.workspaces.turned.connect(self._on_turned)
        self.workspaces.news.connect(self._on_news)
        self.bar.send_requested.connect(self.send_actions.send)
        self.bar.curl_requested.connect(self._copy_curl)
        self.bar.cancel_requested.connect(bench.cancel)
        self.managing.serve(self.bar.chip)
        go.credentials_wanted.connect(self.managing.open_profiles)
        self.menus.variant_chosen.connect(self.send_actions.send_variant)
        self.menus.theme_chosen.connect(self.theme_chosen)
        self.menus.zoom_chosen.connect(self.zoom_chosen)
        self.menus.language_chosen.connect(self.language_chosen)
        self.status.findings_requested.connect(go.field)
        self.status.list_requested.connect(self.mending.open_list)
        self.mending.go_to_requested.connect(go.field)
        self.order_actions.send_requested.connect(self.send_actions.send)
        self.order_actions.go_to_requested.connect(go.field)
        self.order_actions.reply_wanted.connect(go.show_reply)
        self.order_actions.receiver_wanted.connect(go.send_notification)
        self.order_actions.notified.connect(self._on_notified)
        self.order_actions.poll_ended.connect(self._on_poll_ended)
        self.panels.history_requested.connect(go.look_up)
        self.assistant.history_requested.connect(go.look_up)
        self.assistant.setting_chosen.connect(self._on_setting)
        self.assistant.go_to_requested.connect(go.field)
        self._connect_panels()
        self._connect_suites()
        self.case_actions.taken.connect(go.case)
        self.case_actions.message_taken.connect(go.check_notification)
        self.case_actions.answer_taken.connect(self.assistant.take_answer)
        self.case_actions.variant_requested.connect(self.send_actions.send_variant)
        self.case_actions.go_to_requested.connect(go.field)
        bench.environment_changed.connect(self._render_environment)
        bench.draft.changed.connect(self._render_draft)
        self.send_actions.answered.connect(self._on_answered)
        bench.profiles.changed.connect(self._on_profiles)
        bench.noticed.connect(self._on_noticed)
        bench.deletions.changed.connect(self._render_undo)

    def _connect_panels(self) -> None:
        """What each panel asks for is connected once it is made."""
        self.panels.request.made.connect(self._on_request_made)
        self.panels.case.made.connect(self._on_case_made)
        self.panels.history.made.connect(self._on_history_made)
        self.panels.watch.made.connect(self.watching.serve)
        self.panels.suites.made.connect(self.suite_actions.serve)
        for panel in self.panels.by_workspace().values():
            panel.made.connect(self._on_made)

    def _connect_suites(self) -> None:
        suites, go = self.suite_actions, self.go
        self.case_actions.suite_opened.connect(suites.open_file)
        self.assistant.suite_wanted.connect(suites.make_of_saved)
        suites.shown.connect(go.suites)
        suites.case_taken.connect(go.case)
        suites.draft_taken.connect(go.request)
        suites.refunds_wanted.connect(self.order_actions.refund_all)

    def _open(self, workspace: Workspace) -> None:
        """Begin in this workspace, made in time to be measured."""
        _ = self.panels.by_workspace()[workspace].widget
        self.workspaces.show_workspace(workspace)
        self._on_turned(workspace)

    def send(self) -> None:
        """Send the request as it stands, after what must be agreed to was agreed to."""
        self.send_actions.send()

    def restyle(self) -> None:
        """Draw in the colours of the present theme what is drawn with explicit colours."""
        self.panels.restyle()
        self.menus.restyle()
        self.assistant.restyle()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin with the cursor in the amount, or in what the workspace begins with."""
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            self.workspaces.go_to(self.workspaces.workspace)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the words of the rail out where there is little room."""
        super().resizeEvent(event)
        self.rail.set_narrow(event.size().width() < px(_NARROW_BELOW))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Announce the first paint as soon as all of it is on the screen."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # With a context, so that a window that is gone by then announces nothing.
            QTimer.singleShot(0, self, self._announce_paint)

    def _announce_paint(self) -> None:
        self.painted_first.emit()
        QTimer.singleShot(0, self, self._complete)

    def _complete(self) -> None:
        """Make what nobody could see yet, but the first reply needs."""
        self.panels.complete()
        self.order_actions.follow()
        self.watching.follow(self.workspaces)
        self._end_with_status()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember geometry and draft; while a request is on its way, ask first."""
        if self._workbench.send_model.is_sending and not self._may_leave:
            event.ignore()
            ask(LEAVING, self, self._leave)
            return
        self.save_geometry()
        self._workbench.save(sections=list(self.form.open_sections))
        self.closing.emit()
        super().closeEvent(event)

    def _leave(self) -> None:
        self._may_leave = True
        self.close()

    def save_geometry(self) -> None:
        """Write down how the window is arranged, and the reference beside it."""
        self.assistant.library.save_geometry()
        self._arrangement.save(self, self.workspaces.workspace)

    def _render_environment(self, environment: Environment) -> None:
        """Have frame and title say where money is real."""
        set_property(self._centre, "kind", kind_name(environment.kind.value))
        is_real = environment.kind in {EnvironmentKind.LIVE_TESTING, EnvironmentKind.PRODUCTION}
        real = self.tr("{environment}, real money – QFPay Tester").format(environment=translated(environment.name))
        self.setWindowTitle(real if is_real else "QFPay Tester")

    def _render_draft(self, request: PreparedRequest) -> None:
        self._render_undo()
        self.menus.actions["redo"].setEnabled(self._workbench.draft.can_redo)
        self.status.render_request(request, is_awaited=self._workbench.profiles.state.is_awaited)
        self.caution.present(request)

    def _render_undo(self) -> None:
        bench = self._workbench
        self.menus.actions["undo"].setEnabled(bench.draft.can_undo or bench.deletions.pending is not None)

    def _undo(self) -> None:
        """Take the last edit back; where the request is not in sight, what was deleted there."""
        if self._workbench.deletions.pending is not None and self.workspaces.workspace is not Workspace.REQUEST:
            self._workbench.deletions.undo()
        else:
            self._workbench.draft.undo()

    def _on_answered(self) -> None:
        self.workspaces.count_news(Workspace.REQUEST)
        QTimer.singleShot(0, self, self._end_with_status)

    def _on_chosen(self, name: str) -> None:
        self.workspaces.show_workspace(Workspace(name))

    def _on_turned(self, workspace: Workspace) -> None:
        self.rail.show_current(workspace)
        self.status.tell_exchange(workspace is not Workspace.REQUEST)
        QTimer.singleShot(0, self, self._end_with_status)

    def _end_with_status(self) -> None:
        self.status.be_last(self._centre)

    def _on_news(self, workspace: Workspace, count: int) -> None:
        self.rail.buttons[workspace].present(count)

    def _on_notified(self) -> None:
        self.workspaces.count_news(Workspace.NOTIFICATIONS)
        self.notice.tell(self.tr("A notification came in."))

    def _on_poll_ended(self) -> None:
        """The status line says how, and the reply was counted when it came."""
        self.notice.tell(self.tr("The queries have ended."))

    def _on_made(self, panel: QWidget) -> None:
        self._arrangement.restore(panel)

    def _on_request_made(self, request: RequestWorkspace) -> None:
        request.form.edit_credentials_requested.connect(self.managing.open_profiles)
        request.sequence_wanted.connect(self.go.sequence)
        request.reply_wanted.connect(self.go.reply)
        request.form.saved_wanted.connect(self.assistant.open_saved)
        request.form.mend_chosen.connect(self.mending.carry_out)
        sections = self._workbench.settings.panels.get("sections")
        request.form.open(tuple(sections) if isinstance(sections, list) else ())

    def _on_case_made(self, panel: CasePanel) -> None:
        self.case_actions.serve(panel)

    def _on_history_made(self, history: HistoryPanel) -> None:
        history.compare_requested.connect(self.case_actions.compare_entries)
        history.keep_days_chosen.connect(self._workbench.keep_history)
        history.reopen_requested.connect(self._on_reopened)

    def _on_setting(self, name: str, value: Any) -> None:
        choose: dict[str, Callable[[Any], object]] = {
            "theme": self.theme_chosen.emit,
            "language": self.language_chosen.emit,
            "zoom": self.zoom_chosen.emit,
            "ca_file": self.menus.trust,
            "keep_days": self._keep_days,
        }
        choose[name](value)

    def _keep_days(self, days: int) -> None:
        self._workbench.keep_history(days)
        if self.panels.history.is_made:
            self.panels.history.widget.filters.forget.show_keep(days)

    def _on_reopened(self, draft: Draft) -> None:
        """Make a draft of an old entry, as one undoable step."""
        self._workbench.draft.replace_draft(draft)
        self.workspaces.show_workspace(Workspace.REQUEST)
        self.form.reveal_first()

    def _on_profiles(self, state: ProfilesState) -> None:
        self.status.render_request(self._workbench.draft.prepared, is_awaited=state.is_awaited)

    def _on_noticed(self, notice: Text) -> None:
        self.status.say(translated(notice))

    def _start_over(self) -> None:
        """Begin a payment from the example, in sight."""
        self._workbench.draft.start_over()
        self.workspaces.show_workspace(Workspace.REQUEST)

    def _open_options(self) -> None:
        self.form.open_options()

    def _copy_string(self) -> None:
        self.signature.copy("string")

    def _copy_signature(self) -> None:
        self.signature.copy("signature")

    def _copy_curl(self) -> None:
        self.signature.copy("curl")

    def _copy_snippet(self) -> None:
        self.reply.copy_snippet()
