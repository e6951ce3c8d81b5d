"""What other programs send to the simulator, told in the window, and taken on from there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qfpay_gui.models.watch.cause import cause
from qfpay_gui.models.watch.door_model import PANEL
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.ui.look.theme import set_property
from qfpay_gui.ui.widgets.questions import ask
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.window.workspaces import Workspace, Workspaces
from qfpay_gui.ui.words.announce import announce
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from qfpay_gui.diagnosis.importing import ReadRequest
    from qfpay_gui.models.watch.seen import Seen
    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.qfpay.environments import Environment
    from qfpay_gui.qfpay.text import Text
    from qfpay_gui.ui.case.case_actions import CaseActions
    from qfpay_gui.ui.watch.watch_panel import WatchPanel
    from qfpay_gui.ui.window.navigation import Navigation


class Watching(QObject):
    """Counts what came in on the rail, says the cause, and opens a request where the panel asks for it."""

    def __init__(self, workbench: Workbench, go: Navigation, case_actions: CaseActions, window: QMainWindow) -> None:
        super().__init__(window)
        self._workbench, self._go, self._case_actions, self._window = workbench, go, case_actions, window
        self._failure: Text | None = None
        self._told = PlainLabel(window)
        self._told.setObjectName("status_door")

    def follow(self, workspaces: Workspaces) -> None:
        """Listen from now on; what came in before the first look is not lost."""
        self._workspaces = workspaces
        self._workbench.watch.arrived.connect(self._on_arrived)
        self._workbench.watch.named.connect(self._on_named)
        self._workbench.watch.door.changed.connect(self._on_door)
        self._window.statusBar().insertPermanentWidget(2, self._told)
        workspaces.turned.connect(self._on_door)
        self._on_door()

    def serve(self, panel: WatchPanel) -> None:
        """Do what this panel asks for."""
        panel.case_requested.connect(self._on_case)
        panel.draft_requested.connect(self._on_draft)
        panel.compare_requested.connect(self._case_actions.compare_cases)
        panel.target_requested.connect(self._on_target)
        panel.addresses_requested.connect(self._on_addresses)
        panel.port_requested.connect(self._on_port)

    def _on_arrived(self, _seen: Seen) -> None:
        self._workspaces.count_news(Workspace.WATCH)

    def _on_named(self, seen: Seen) -> None:
        """Say why a program was refused where its page does not."""
        said, severity = cause(seen)
        if severity is Severity.WRONG and self._workspaces.workspace is not Workspace.WATCH:
            words = self.tr("A program sent {call}: {cause}").format(call=seen.call, cause=translated(said))
            say(self, words)
            announce(self._workspaces, words)

    def _on_door(self) -> None:
        """Have it in sight everywhere while requests are handed on; Watch says so itself."""
        door = self._workbench.watch.door
        said, severity = door.told
        is_seen = self._workspaces.workspace is Workspace.WATCH
        if door.failure is not None and door.failure != self._failure and not is_seen:
            say(self._workspaces, translated(said))
            announce(self._workspaces, translated(said))
        if self._failure is not None and door.failure is None:
            say(self._workspaces, self.tr("Programs find this window again, at {url}").format(url=door.base_url))
        self._failure = door.failure
        self._told.setText(translated(said))
        self._told.setVisible(door.target is not None and not is_seen)
        set_property(self._told, "severity", severity.name.lower())

    def _on_target(self, target: Environment | None) -> None:
        """Ask once whether requests may go there."""
        door = self._workbench.watch.door
        if target is None:
            self._hand_on(None)
        elif (refused := door.refuses(target)) is not None:
            say(self._workspaces, translated(refused))
        elif (asked := door.asks(target)) is not None:
            ask(asked, self._window, partial(self._hand_on, target))
        else:
            self._hand_on(target)

    def _on_addresses(self) -> None:
        """Keep custom addresses; the one that is used there is to be handed on to, where the window works stays."""
        from qfpay_gui.ui.profiles.addresses_dialog import AddressesDialog  # noqa: PLC0415 - not needed at start

        used: list[str] = []
        dialog = AddressesDialog(self._workbench.place.addresses, self._window)
        dialog.used.connect(used.append)
        dialog.exec()
        dialog.deleteLater()
        for target in self._workbench.place.environments:
            if target.id in used:
                self._on_target(target)

    def _hand_on(self, target: Environment | None) -> None:
        door = self._workbench.watch.door
        door.hand_on(target)
        announce(self._workspaces, translated(door.told[0]))

    def _on_port(self, port: int) -> None:
        bench = self._workbench
        bench.settings = bench.settings.remembering(PANEL, {"port": port})
        bench.save()
        bench.watch.door.choose_port(port)

    def _on_case(self, case: ReadRequest) -> None:
        self._workbench.take_case(case)
        self._go.case()

    def _on_draft(self, case: ReadRequest) -> None:
        from qfpay_gui.diagnosis.importing import to_draft  # noqa: PLC0415 - not needed at start

        self._workbench.draft.replace_draft(to_draft(case))
        self._go.request()
