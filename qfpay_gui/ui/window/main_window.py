"""The window: bar on top, what is sent at the left, what that means at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QMainWindow, QSplitter, QVBoxLayout, QWidget

from qfpay_gui.models.sending.send_model import Answered, Sending, SendState
from qfpay_gui.ui.bar.caution_strip import CautionStrip
from qfpay_gui.ui.bar.top_bar import TopBar
from qfpay_gui.ui.case.case_actions import CaseActions
from qfpay_gui.ui.form.request_form import RequestForm
from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.widgets.questions import LEAVING, agrees, ask, tell
from qfpay_gui.ui.window.assistant import Assistant
from qfpay_gui.ui.window.order_actions import OrderActions
from qfpay_gui.ui.window.panels import Panels
from qfpay_gui.ui.window.right_side import RightSide
from qfpay_gui.ui.window.status import StatusLine
from qfpay_gui.ui.window.window_menus import WindowMenus
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QShowEvent

    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.qfpay.request.draft import Draft
    from qfpay_gui.qfpay.request.guards import Review
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.qfpay.request.variants import Variant
    from qfpay_gui.qfpay.text import Text
    from qfpay_gui.ui.history.history_panel import HistoryPanel


class MainWindow(QMainWindow):
    """Composes the panels over one workbench; it holds no state of its own but geometry."""

    painted_first = Signal()
    """The window is on the screen: what is slow to start may start now."""
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    closing = Signal()

    def __init__(self, workbench: Workbench, geometry: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._geometry = geometry
        self._was_shown = self._was_painted = self._may_leave = False
        self._is_asked_for = True
        # Made from the outside in: a panel that changes its parent later is styled anew, with all that is in it.
        self._centre = QWidget(self)
        self._columns = QSplitter(Qt.Orientation.Horizontal, self._centre)
        self.bar = TopBar(workbench, self._centre)
        self.caution = CautionStrip()
        self.form = RequestForm(workbench.draft, self._columns)
        self._right_column = QWidget(self._columns)
        self.panels = panels = Panels(workbench, self)
        self.signature, self.reply = panels.signature, panels.reply
        self.right = RightSide(panels.titled(), self._right_column)
        self.status = StatusLine(self)
        self.case_actions = CaseActions(workbench, self)
        self.order_actions = OrderActions(workbench, panels, self)
        self.assistant = Assistant(workbench, self)
        self.menus = WindowMenus(self, workbench, self._commands())
        self._build()
        self._connect()
        self._restore_geometry()
        self._render_draft(workbench.draft.prepared)
        self.status.render_state(workbench.send_model.state)

    def _build(self) -> None:
        self.setWindowTitle("QFPay Tester")
        self.setMinimumSize(900, 560)
        self._columns.setObjectName("columns")
        self._columns.setChildrenCollapsible(False)
        margin = QVBoxLayout(self._right_column)
        margin.setContentsMargins(0, current().gap, current().margin, current().gap)
        margin.addWidget(self.right)
        self.form.setMinimumWidth(392)
        self._right_column.setMinimumWidth(440)
        self._columns.addWidget(self.form)
        self._columns.addWidget(self._right_column)
        self._columns.setStretchFactor(0, 0)
        self._columns.setStretchFactor(1, 1)
        self._columns.setSizes([440, 840])
        layout = QVBoxLayout(self._centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.caution)
        layout.addWidget(self._columns, 1)
        self.setCentralWidget(self._centre)
        self.setStatusBar(self.status)

    def _commands(self) -> dict[str, Callable[[], object]]:
        """What each command of the menus does, by its name."""
        case, order = self.case_actions, self.order_actions
        return {
            "paste": case.paste,
            "proof": case.prove,
            "export_project": order.export_project,
            "credentials": self.edit_credentials,
            "quit": self.close,
            "copy_string": self._copy_string,
            "copy_signature": self._copy_signature,
            "copy_snippet": self.reply.copy_snippet,
            "send": self.send,
            "finding": self.status.go_to_first,
            "latest_query": order.query,
            "latest_refund": order.refund,
            "latest_close": order.close_order,
            "refund_all": order.refund_all,
            "check_notification": order.check_notification,
            "find_openid": order.find_openid,
            "show_payment": self.go_to_payment,
            "show_signature": self.go_to_signature,
            "show_reply": self.go_to_reply,
            "show_case": self.go_to_case,
            "show_history": self.go_to_history,
            "show_orders": self.go_to_orders,
            "show_notifications": self.go_to_notifications,
            "show_sequence": self.go_to_sequence,
            "earlier_reply": order.show_earlier_reply,
            "later_reply": order.show_later_reply,
            "palette": self.assistant.open_palette,
        }

    def _connect(self) -> None:
        bench = self._workbench
        self.bar.send_requested.connect(self.send)
        self.bar.cancel_requested.connect(bench.cancel)
        bench.send_ready.connect(self._send_reviewed)
        self.bar.edit_credentials_requested.connect(self.edit_credentials)
        self.form.edit_credentials_requested.connect(self.edit_credentials)
        self.form.focused.connect(self.signature.mark)
        self.form.openid_wanted.connect(self.order_actions.find_openid)
        self.menus.variant_chosen.connect(self.send_variant)
        self.menus.theme_chosen.connect(self.theme_chosen)
        self.menus.language_chosen.connect(self.language_chosen)
        self.status.findings_requested.connect(self.go_to_field)
        self.order_actions.send_requested.connect(self.send)
        self.order_actions.go_to_requested.connect(self.go_to_field)
        self.order_actions.panel_wanted.connect(self.right.show_panel)
        self.panels.history_requested.connect(self.look_up)
        self.assistant.history_requested.connect(self.look_up)
        self.assistant.go_to_requested.connect(self.go_to_field)
        self.panels.case.made.connect(self.case_actions.serve)
        self.panels.history.made.connect(self._on_history_made)
        self.case_actions.taken.connect(self.go_to_case)
        self.case_actions.message_taken.connect(self.order_actions.check_notification)
        self.case_actions.variant_requested.connect(self.send_variant)
        self.case_actions.go_to_requested.connect(self.go_to_field)
        bench.draft.changed.connect(self._render_draft)
        bench.send_model.changed.connect(self._render_state)
        bench.noticed.connect(self._on_noticed)

    def send(self) -> None:
        """Send the request as it stands, after what must be agreed to was agreed to."""
        self.send_variant(None)

    def send_variant(self, mistake: Variant | None) -> None:
        """Send the request with a mistake made on purpose; with None, as it stands."""
        bench = self._workbench
        if not bench.send_model.is_sending and not bench.send_later(mistake):
            self._send_reviewed(bench.review(mistake))

    def _send_reviewed(self, review: Review) -> None:
        if review.refusal is not None:
            self.status.say(translated(review.refusal))
            tell(self.tr("Not sent"), translated(review.refusal), self)
            return
        if all(agrees(question, self) for question in review.questions):
            self._workbench.send(review)
        else:
            self.status.say(self.tr("Nothing was sent."))

    def edit_credentials(self) -> None:
        """Open the credentials dialog."""
        from qfpay_gui.ui.profiles.profiles_dialog import ProfilesDialog  # noqa: PLC0415 - not needed at start

        dialog = ProfilesDialog(self._workbench.profiles, self._workbench.environment.id, self)
        dialog.used.connect(self._workbench.choose_profile)
        dialog.exec()
        dialog.deleteLater()

    def go_to_field(self, name: str) -> None:
        """Put the cursor where this field is edited, unfolding what hides it."""
        if name in {"app_code", "client_key"}:
            self.edit_credentials()
        elif name == "environment":
            self._focus(self.bar.findChild(QWidget, "environment"))
        else:
            self.form.reveal(name)

    def restyle(self) -> None:
        """Draw in the colours of the present theme what is drawn with explicit colours."""
        self.bar.restyle()
        self.form.restyle()
        self.panels.restyle()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin with the cursor in the amount."""
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            self.form.reveal_first()

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
        """Write size, place and splitter positions."""
        self._geometry.setValue("geometry", self.saveGeometry())
        self._geometry.setValue("columns", self._columns.saveState())
        if not self.right.is_tabbed:
            self._geometry.setValue("right", self.right.splitter.saveState())
        # At once: where a keychain hangs, the program leaves without the tidying up that would write it.
        self._geometry.sync()

    def _restore_geometry(self) -> None:
        self.resize(1280, 800)
        for name, restore in (
            ("geometry", self.restoreGeometry),
            ("columns", self._columns.restoreState),
            ("right", self.right.splitter.restoreState),
        ):
            value = self._geometry.value(name)
            if isinstance(value, QByteArray):
                restore(value)
        sections = self._workbench.settings.panels.get("sections")
        self.form.open(tuple(sections) if isinstance(sections, list) else ())

    def _render_draft(self, request: PreparedRequest) -> None:
        self.menus.actions["undo"].setEnabled(self._workbench.draft.can_undo)
        self.menus.actions["redo"].setEnabled(self._workbench.draft.can_redo)
        self.status.render_request(request)
        self.caution.present(request)
        if self._workbench.draft.edited_name:
            self.signature.mark(self._workbench.draft.edited_name)
            self.right.show_panel(self.signature)

    def _render_state(self, state: SendState) -> None:
        self.status.render_state(state)
        if isinstance(state, Sending):
            self._is_asked_for = not state.by_itself
        if self._is_asked_for:
            self.right.show_panel(self.panels.reply_place)
        if isinstance(state, Answered):
            self.status.say(translated(state.answer.verdict.headline))

    def _on_history_made(self, history: HistoryPanel) -> None:
        history.compare_requested.connect(self.case_actions.compare_entries)
        history.keep_days_chosen.connect(self._workbench.keep_history)
        history.reopen_requested.connect(self._on_reopened)

    def _on_reopened(self, draft: Draft) -> None:
        """Make a draft of an old entry, as one undoable step."""
        self._workbench.draft.replace_draft(draft)
        self.go_to_payment()

    def _on_noticed(self, notice: Text) -> None:
        self.status.say(translated(notice))

    def go_to_payment(self) -> None:
        """Bring the request to the front, for the keyboard too."""
        self.form.reveal_first()

    def go_to_history(self) -> None:
        """Bring the history to the front, ready to search."""
        self.right.show_panel(self.panels.history)
        self.panels.history.widget.focus_search()

    def look_up(self, words: str) -> None:
        """Look for these words in the history."""
        self.right.show_panel(self.panels.history)
        self.panels.history.widget.search_for(words)

    def go_to_orders(self) -> None:
        """Bring the orders to the front, for the keyboard too."""
        self._go_to(self.panels.orders)

    def go_to_notifications(self) -> None:
        """Bring the notifications to the front, for the keyboard too."""
        self._go_to(self.panels.notifications)

    def go_to_sequence(self) -> None:
        """Bring the sequence to the front, for the keyboard too."""
        self._go_to(self.panels.sequence)

    def _go_to(self, panel: QWidget) -> None:
        self.right.show_panel(panel)
        panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to_case(self) -> None:
        """Bring the merchant's case to the front."""
        self.right.show_panel(self.panels.case)
        self.panels.case.widget.setFocus()

    def go_to_signature(self) -> None:
        """Bring the signature to the front, for the keyboard too."""
        self.right.show_panel(self.signature)
        self._focus(self.signature.findChild(QWidget, "signing_string"))

    def go_to_reply(self) -> None:
        """Bring the reply to the front, for the keyboard too."""
        self.right.show_panel(self.panels.reply_place)
        self.reply.setFocus()

    def _copy_string(self) -> None:
        self.signature.copy("string")

    def _copy_signature(self) -> None:
        self.signature.copy("signature")

    def _focus(self, widget: QWidget | None) -> None:
        if widget is not None:
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if isinstance(widget, QLineEdit):
                widget.selectAll()
