"""The main job, done in the real window without anybody watching: fill in, send, receive, copy."""

from __future__ import annotations

import hashlib
import time
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import parse_qsl

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPushButton, QWidget

from qfpay_gui.diagnosis.examination import Examined
from qfpay_gui.models.sending.send_model import Answered
from qfpay_gui.models.sheet.state import SheetEnded, SheetOpen
from qfpay_gui.models.support import versions
from qfpay_gui.qfpay.orders.order import OrderState
from qfpay_gui.services.keychain.trial import keychain_problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.orders.order import Order
    from qfpay_gui.shell import Shell
    from qfpay_gui.ui.window.main_window import MainWindow

W = TypeVar("W", bound=QWidget)
_PATIENCE_MS = 15_000
SIZES = ((1280, 800), (1024, 640))
_THEMES = ("light", "dark")


class SelfTest:
    """Runs the checks in order and prints one line for each; stops at the first that fails."""

    def __init__(self, shell: Shell, screenshots: Path | None, *, with_keychain: bool = False) -> None:
        self._shell = shell
        self._screenshots = screenshots
        self._with_keychain = with_keychain

    def run(self) -> bool:
        """Whether every check passed; what is checked is said first."""
        print(*versions(), sep="\n", flush=True)  # noqa: T201 - what it is for
        for words, check in self._checks():
            try:
                problem = check()
            except (AssertionError, AttributeError, KeyError, OSError, ValueError) as error:
                problem = f"{type(error).__name__}: {error}"
            print(f"{'failed' if problem else 'ok'}  {words}{f': {problem}' if problem else ''}", flush=True)  # noqa: T201 - what it is for
            if problem:
                return False
        return True

    def _checks(self) -> Iterator[tuple[str, Callable[[], str]]]:
        yield "the window opens", self._opens
        yield "the simulator listens on loopback", self._simulator_runs
        yield "the example payment is filled in, by real keys", self._fills
        yield "the signature is the one an independent calculation gives", self._signature_is_right
        yield "Send brings a simulated order with pay_params", self._sends
        yield "the wx.requestPayment snippet passes every value unchanged", self._snippet_is_right
        yield "a merchant's mistake is named, from a pasted curl command", self._diagnoses
        yield "the window speaks all its languages", self._languages
        if self._screenshots:
            yield f"pictures are written to {self._screenshots}", self._pictures
        yield "paying on the simulated sheet brings a valid notification", self._pays
        yield "a refund in part is known to the orders table", self._refunds
        if self._screenshots:
            yield "pictures of the order's life are written", self._life_pictures
        if self._with_keychain:
            yield "the keychain keeps a made-up profile, and another process signs with it", keychain_problem

    @property
    def _window(self) -> MainWindow:
        return self._shell.window

    @property
    def _answer(self) -> Answer:
        state = self._shell.workbench.send_model.state
        assert isinstance(state, Answered)  # noqa: S101 - a failure here is a failed check
        return state.answer

    def _opens(self) -> str:
        self._window.resize(*SIZES[0])
        self._shell.open()
        shown = _wait(self._window.isVisible)
        return "" if shown else "it does not become visible"

    def _simulator_runs(self) -> str:
        simulator = self._shell.workbench.simulator
        if _wait(lambda: bool(simulator.base_url)):
            return ""
        return str(simulator.failure or "it did not start in time")

    def _fills(self) -> str:
        self._type("txamt", "300")
        self._type("goods_name", "Milk tea")
        draft = self._shell.workbench.draft.draft
        return "" if (draft.value("txamt"), draft.value("goods_name")) == ("300", "Milk tea") else "the draft differs"

    def _signature_is_right(self) -> str:
        request = self._shell.workbench.draft.prepared
        key = self._shell.workbench.credentials.client_key
        pairs = sorted(parse_qsl(request.body.decode(), keep_blank_values=True))
        signed = "&".join(f"{name}={value}" for name, value in pairs) + key
        expected = hashlib.md5(signed.encode(), usedforsecurity=False).hexdigest().upper()
        return "" if request.signature == expected else "it differs"

    def _sends(self) -> str:
        QTest.mouseClick(self._child(QPushButton, "send"), Qt.MouseButton.LeftButton)
        model = self._shell.workbench.send_model
        if not _wait(lambda: isinstance(model.state, Answered)):
            return "no answer in time"
        reply = self._answer.reply
        if reply is None or reply.respcd != "0000" or not reply.pay_params:
            return str(self._answer.verdict.headline)
        return ""

    def _snippet_is_right(self) -> str:
        """Read back as a merchant's code is read; the tests run it, with Node.js and Qt's JavaScript."""
        from qfpay_gui.diagnosis.importing import read_payment_call  # noqa: PLC0415 - for the self-test only

        call, reply = read_payment_call(self._answer.snippet), self._answer.reply
        received = reply.pay_params if reply and reply.pay_params else {}
        wanted = {name: value for name, value in received.items() if name != "appId"}
        passed = {member.name: member.value for member in call.members} if call else {}
        return "" if passed == wanted else f"passed {passed}"

    def _diagnoses(self) -> str:
        """The request just sent, as a merchant would send it who joins the key by WeChat's rule."""
        from qfpay_gui.diagnosis import read_request  # noqa: PLC0415 - for the self-test only

        request, key = self._answer.request, self._shell.workbench.credentials.client_key
        signed = f"{request.signed.string_without_key}&key={key}"
        signature = hashlib.md5(signed.encode(), usedforsecurity=False).hexdigest().upper()
        pasted = f"curl {request.url} -H 'X-QF-SIGN: {signature}' --data '{request.body.decode()}'"
        model = self._shell.workbench.case
        self._shell.workbench.take_case(read_request(pasted))
        if not _wait(lambda: isinstance(model.state, Examined)):
            return "no diagnosis in time"
        found = model.state.diagnoses if isinstance(model.state, Examined) else ()
        return "" if found and "&key=" in found[0].explanation else "it is not named"

    def _languages(self) -> str:
        ours, of_qt = set(), set()
        for language in ("zh_CN", "zh_HK", "en"):
            self._shell.choose_language(language)
            ours.add(self._child(QPushButton, "send").text())
            box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
            of_qt.add(box.button(QDialogButtonBox.StandardButton.Close).text())
        return "" if len(ours) == len(of_qt) == 3 else f"it says {', '.join(sorted(ours | of_qt))}"

    def _pictures(self) -> str:
        folder = self._screenshots
        assert folder is not None  # noqa: S101 - the check is listed only with a folder
        folder.mkdir(parents=True, exist_ok=True)
        for language, theme, size in (
            *(("en", theme, size) for theme in _THEMES for size in SIZES),
            ("zh_CN", "light", SIZES[0]),
            ("zh_HK", "dark", SIZES[0]),
        ):
            self._shell.choose_language(language)
            self._shell.choose_theme(theme)
            self._window.resize(*size)
            if not self._picture(folder / f"payment-{size[0]}x{size[1]}-{theme}-{language}.png"):
                return "a picture could not be written"
        self._shell.choose_language("en")
        self._shell.choose_theme("light")
        self._window.go.case()
        return "" if self._picture(folder / "case-1280x800-light-en.png") else "a picture could not be written"

    def _pays(self) -> str:
        bench = self._shell.workbench
        # A window in another language builds what is not seen at once after its first paint.
        if not _wait(lambda: isinstance(bench.sheet.state, SheetOpen) and self._has("pay_sheet_pay")):
            return "there is no sheet"
        QTest.mouseClick(self._child(QPushButton, "pay_sheet_pay"), Qt.MouseButton.LeftButton)
        if not _wait(lambda: isinstance(bench.sheet.state, SheetEnded) and bool(bench.notifications.notices)):
            return "nothing came in"
        if self._screenshots:
            _wait(lambda: any(order.state is OrderState.PAID for order in bench.orders.orders))
            self._window.go.reply()
            self._picture(self._screenshots / "sheet-1280x800-light-en.png")
        first = bench.notifications.notices[0]
        return "" if first.check is not None and first.check.is_valid else "it is not valid"

    def _refunds(self) -> str:
        bench, actions = self._shell.workbench, self._window.order_actions
        number = self._answer.request.value("out_trade_no")

        def order() -> Order | None:
            return bench.orders.find(out_trade_no=number)

        if not _wait(lambda: (found := order()) is not None and found.state is OrderState.PAID):
            return "the table does not know that it is paid"
        actions.refund()
        self._type("txamt", "100")
        self._window.send()
        left = _wait(lambda: (found := order()) is not None and found.left == 200)
        return "" if left else str(self._answer.verdict.headline)

    def _life_pictures(self) -> str:
        folder, window = self._screenshots, self._window
        assert folder is not None  # noqa: S101 - the check is listed only with a folder
        shown = []
        for name, go in (
            ("orders", window.go.orders),
            ("sequence", window.go.sequence),
            ("notifications", window.go.notifications),
            ("history", window.go.history),
        ):
            go()
            shown.append(self._picture(folder / f"{name}-1280x800-light-en.png"))
        return "" if all(shown) else "a picture could not be written"

    def _picture(self, path: Path) -> bool:
        # A new window makes what is not seen at once after its first paint.
        _wait(lambda: self._window.panels.sheet is not None)
        QTest.qWait(100)
        return self._window.grab().save(str(path))

    def _type(self, name: str, words: str) -> None:
        self._window.form.reveal(name)
        edit = self._child(QLineEdit, name)
        edit.selectAll()
        QTest.keyClicks(edit, words)

    def _has(self, name: str) -> bool:
        return self._window.findChild(QWidget, name) is not None

    def _child(self, kind: type[W], name: str) -> W:
        widget = self._window.findChild(kind, name)
        assert widget is not None, f"no {name}"  # noqa: S101 - a failure here is a failed check
        return widget


def _wait(condition: Callable[[], bool]) -> bool:
    """Handle events until the condition holds; whether it did in time."""
    deadline = QDeadlineTimer(_PATIENCE_MS)
    while not condition():
        if deadline.hasExpired():
            return False
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.005)
    return True
