"""A whole day's work in a process of its own, which waits to be killed at its end. Secrets come on its stdin.

Usage: ``python tests/journeys/day.py HOME EXPORTS DEAF_URL``. It prints one line a step, and leaves in EXPORTS, beside
what a person exports, ``seen.txt``: window titles, what a screen reader is told, and the repr of the program's objects.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, qWarning
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtWidgets import QApplication

from qfpay_gui.diagnosis.examination import Examined
from qfpay_gui.diagnosis.importing import read_request
from qfpay_gui.models.case.proof import proof_material, written
from qfpay_gui.models.project.export import export_project
from qfpay_gui.models.project.project import project_of
from qfpay_gui.models.saving import save_file
from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.qfpay.request.draft import Entry, example_draft
from qfpay_gui.qfpay.request.parameters import ENDPOINTS
from qfpay_gui.services.faults.faults import Faults
from qfpay_gui.services.faults.log import FaultLog
from qfpay_gui.services.simulator import APP_ID, Simulator
from qfpay_gui.services.simulator import APP_SECRET as DEMO_SECRET
from qfpay_gui.services.simulator.wechat import code2session
from qfpay_gui.snippets.proof.case_file import CaseHead, case_to_json
from qfpay_gui.ui.lists.take_menu import TakeMenu
from qfpay_gui.ui.sequence.diagram_export import FORMS
from qfpay_gui.ui.sequence.diagram_export import save as save_diagram
from tests.ui.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PATIENCE = 60.0
APP_CODE = "A1B2C3D4E5F60718293A4B5C6D7E8F90"


@dataclass(frozen=True)
class Secrets:
    """What must not be found: a client key, an AppSecret, a session_key, and a person's name and ID."""

    client_key: str
    app_secret: str
    session_key: str
    name: str
    id_number: str

    @property
    def person(self) -> str:
        """The person as ``extend_info``."""
        return json.dumps({"user_creid": self.id_number, "user_truename": self.name}, ensure_ascii=False)


class Events:
    """Handles events until something holds, as qtbot does in a test."""

    def waitUntil(self, condition: Callable[[], bool], timeout: int = 0) -> None:  # noqa: ARG002, N802 - as qtbot has it
        """Raise TimeoutError where it does not come to hold."""
        until = time.monotonic() + _PATIENCE
        while not condition():
            if time.monotonic() > until:
                raise TimeoutError
            QApplication.processEvents()
            time.sleep(0.002)


class Day:
    """The steps, in the order in which they are done."""

    def __init__(self, desk: Desk, who: Secrets, exports: Path) -> None:
        self.desk, self.secrets, self.exports = desk, who, exports
        self.bench = desk.bench
        self.address = ""

    def steps(self) -> Iterator[Callable[[], None]]:
        """What is done after signing in."""
        yield from (self.pay_for_somebody, self.find_openid, self.examine, self.check_a_notification)
        yield from (self.write_down_what_objects_say, self.fail_everywhere, self.look_around, self.tidy_up)
        yield from (self.export_project, self.look_around, self.write_down_what_is_seen)

    def sign_in(self, base_url: str) -> None:
        """A merchant's profile is made, and used against a server of its own."""
        self.address = self.bench.place.addresses.at(base_url).id
        self.bench.profiles.save(Profile("Tea shop", self.address, Credentials(APP_CODE, self.secrets.client_key)))
        self.bench.choose_environment(self.address)
        self.bench.choose_profile("Tea shop")
        self.desk.wait(lambda: self.bench.credentials.client_key == self.secrets.client_key)

    def pay(self, **values: str) -> None:
        """A payment with these values."""
        self.bench.draft.choose_endpoint("payment")
        for name, value in values.items():
            self.bench.draft.type_value(name, value)
        assert self.bench.send(self.bench.review())
        self.desk.wait_for_answer()
        self.idle()

    def call(self, endpoint: str, **values: str) -> None:
        """A call about an order."""
        self.bench.draft.fill(endpoint, values)
        assert self.bench.send(self.bench.review())
        self.desk.wait_for_answer()
        self.idle()

    def idle(self) -> None:
        """Until nothing is done in the background."""
        self.desk.wait(lambda: not self.desk.outside.runner.busy and not self.desk.outside.keychain_runner.busy)

    def pay_for_somebody(self) -> None:
        """Personal data, also where it does not belong; keys pasted into the wrong fields; all of it queried."""
        who = self.secrets
        person = {"extend_info": who.person, "goods_name": f"for {who.name} {who.id_number}"}
        self.pay(**person, udid=who.client_key, notify_url=self.bench.notifications.url)
        self.bench.draft.set_further((Entry("note", f"{who.client_key} {who.app_secret} {who.person}"),))
        self.pay(out_trade_no=f"X{who.client_key}")
        number = self.desk.answer.request.value("out_trade_no")
        self.call("query", out_trade_no=number)
        self.call("refund", syssn=who.client_key, out_trade_no="R1", txamt="1")

    def find_openid(self) -> None:
        """WeChat accepts one AppSecret and refuses another; its answers carry a session_key."""
        openid = self.bench.openid
        self.bench.choose_environment("simulator")
        for secret in (DEMO_SECRET, self.secrets.app_secret):
            openid.begin()
            openid.fill_in_demo()
            openid.edit("appid", APP_ID)
            openid.edit("secret", secret)
            assert openid.ask()
            self.desk.wait(lambda: not openid.is_asking)
        self.bench.choose_environment(self.address)
        self.bench.choose_profile("Tea shop")

    def examine(self) -> None:
        """What a merchant sent, with the key in it, becomes a kept case, a cause and a proof in every form."""
        who = self.secrets
        pairs = (("out_trade_no", "M1"), ("pay_type", "800213"), ("txamt", "300"), ("txcurrcd", "HKD"))
        body = "&".join(f"{name}={value}" for name, value in (("extend_info", who.person), *pairs))
        signed = hashlib.md5(f"{body}&key={who.client_key}".encode(), usedforsecurity=False).hexdigest()
        head = f"POST /trade/v1/payment\nX-QF-APPCODE: {APP_CODE}\nX-QF-SIGN: {signed}"
        pasted = f"{head}\n\n{body}\nkey={who.client_key}"
        self.bench.take_case(read_request(pasted), pasted)
        self.desk.wait(lambda: isinstance(self.bench.case.state, Examined))
        material = proof_material(self.bench, self.desk.outside.clock.now(), "1")
        for form in ("markdown", "html", "json"):
            assert save_file(str(self.exports / material.file_name(form)), written(material.proof(), form)) == ""
        cases = self.bench.cases
        self.desk.wait(lambda: bool(cases.in_hand and cases.in_hand.id))
        cases.note(CaseHead("Tea shop", who.client_key, f"the secret is {who.app_secret}"))
        cases.write_note()
        record = cases.record()
        assert record is not None
        assert save_file(str(self.exports / "case.json"), case_to_json(record)) == ""

    def check_a_notification(self) -> None:
        """One that a merchant pasted, with everything in it."""
        message = {"notify_type": "payment", "out_trade_no": "N1", "goods_name": self.secrets.person}
        self.bench.notifications.pasted.take(
            f"X-QF-SIGN: {'B2' * 16}\n\n{json.dumps(message)}\n{self.secrets.client_key}"
        )
        self.bench.notifications.pasted.check_now()
        self.idle()

    def look_around(self) -> None:
        """Every workspace and panel, with its list saved in both forms; notes with keys in them."""
        for name, action in self.desk.window.menus.actions.items():
            if name.startswith("show_"):
                action.trigger()
                QApplication.processEvents()
        self.idle()
        for row in self.bench.history.state.rows:
            self.bench.history.set_note(row.id, f"key {self.secrets.client_key}")
        self.idle()
        for menu in self.desk.window.findChildren(TakeMenu):
            for ending in ("csv", "json"):
                menu.save_to(str(self.exports / f"{menu._name}.{ending}"))  # by its own name
                menu.copy_all()
        for place, sequence in enumerate(self.bench.sequence.state.sequences):
            for ending in FORMS:
                assert save_diagram(sequence, str(self.exports / f"sequence-{place}.{ending}")) == ""

    def export_project(self) -> None:
        """The Mini Program of the order that was made last."""
        project = project_of(self.desk.answer)
        assert project is not None
        export_project(self.exports, project)

    def fail_everywhere(self) -> None:
        """Exceptions whose words hold everything: in a slot, tasks, threads, the history, the keychain and Qt."""
        words = " ".join(vars(self.secrets).values())

        class Dying:
            def __del__(self) -> None:
                raise ValueError(words)

        def fail() -> None:
            # What Python itself says of a value it cannot read is repeated in its words.
            try:
                int(words)
            except ValueError as error:
                raise RuntimeError(words) from error

        QTimer.singleShot(0, self.desk.window, fail)
        self.desk.outside.runner.run(fail, lambda _result: None)
        self.desk.outside.keychain_runner.run(fail, lambda _result: None)
        self.bench.history.work.do(fail, lambda _result: None)
        self.desk.outside.runner.run(int, lambda _result: fail())
        thread = threading.Thread(target=fail, name="nobody waits for it")
        thread.start()
        thread.join()
        Dying()
        qWarning(f"Qt says {self.secrets.client_key} {self.secrets.id_number}")
        self.idle()
        QGuiApplication.clipboard().setText(self.bench.faults.report())

    def tidy_up(self) -> None:
        """Take what was typed out of the fields, and see to it that the reply in view is of a plain payment."""
        self.desk.window.menus.actions["show_request"].trigger()
        for endpoint in ENDPOINTS[::-1]:
            self.bench.draft.replace_draft(example_draft(endpoint))
        self.pay()
        self.bench.case.drop()
        self.bench.notifications.pasted.offer("")
        self.bench.openid.end()

    def write_down_what_objects_say(self) -> None:
        """The models' objects as a log or an exception would show them, while they hold everything."""
        bench = self.bench
        states = [one.state for one in (bench.send_model, bench.case, bench.history, bench.sequence, bench.openid)]
        held = [bench.draft.draft, bench.draft.prepared, bench.credentials, bench.keys, bench.profiles.state]
        held += [self.desk.answer, bench.case.case, bench.orders.orders, bench.notifications.state]
        self._write("objects.txt", [repr(one) for one in (*states, *held, bench.notifications.pasted.state)])

    def write_down_what_is_seen(self) -> None:
        """Titles, and what a screen reader is told."""
        titles = [widget.windowTitle() for widget in QApplication.allWidgets()]
        heard: list[str] = []
        for name, action in self.desk.window.menus.actions.items():
            if name.startswith("show_"):
                action.trigger()
                QApplication.processEvents()
                heard += [line for window in QApplication.topLevelWidgets() for line in _heard(window)]
        assert len(heard) > 200
        self._write("seen.txt", [*titles, *filter(None, heard)])

    def _write(self, name: str, lines: list[str]) -> None:
        (self.exports / name).write_text("\n".join(lines), encoding="utf-8", errors="replace")


_SPOKEN = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)


def _is_typed(one: QAccessibleInterface) -> bool:
    """Whether a person may write there, and see what was written; a field for a key shows dots."""
    state = one.state()
    is_field = one.role() is QAccessible.Role.EditableText
    return is_field and not state.readOnly and not state.passwordEdit


def _heard(window: object) -> Iterator[str]:
    root = QAccessible.queryAccessibleInterface(window)  # type: ignore[arg-type]  # a widget
    pending = [root] if root is not None else []
    for _ in range(20_000):
        if not pending:
            return
        one: QAccessibleInterface = pending.pop()
        if one.state().invisible:
            continue
        yield from (
            one.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
        )
        children = (one.child(place) for place in range(min(one.childCount(), 500)))
        pending += [child for child in children if child is not None and child.isValid()]


def main(home: Path, exports: Path, deaf_url: str) -> None:
    """The day; it ends with a payment that nobody answers."""
    who = Secrets(**json.loads(sys.stdin.readline()))
    known = {"token_bytes": lambda _count: base64.b64decode(who.session_key)}
    vars(code2session)["secrets"] = SimpleNamespace(**{**vars(secrets), **known})
    faults = Faults(FaultLog(home))
    faults.install()
    _application = QApplication([])
    desk = Desk(Events(), home, faults=faults)  # type: ignore[arg-type]  # all of qtbot that it uses
    desk.open()
    day = Day(desk, who, exports)
    with Simulator(app_code=APP_CODE, client_key=who.client_key) as server:
        day.sign_in(server.base_url)
        for step in day.steps():
            step()
            print(step.__name__, desk.window.status.message, flush=True)  # noqa: T201 - searched like the rest
        day.bench.choose_environment(day.bench.place.addresses.at(deaf_url).id)
        day.bench.draft.type_value("extend_info", who.person)
        assert day.bench.send(day.bench.review())
        print("under way", flush=True)  # noqa: T201 - what is waited for
        desk.wait(lambda: False)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
