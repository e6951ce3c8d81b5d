"""Finding a payer's openid: what is entered, one question a press, and what WeChat made of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Signal

from qfpay_gui.models.keychain import KEYCHAIN_PATIENCE_MS
from qfpay_gui.models.openid.app_secret_keeper import AppSecretKeeper
from qfpay_gui.models.openid.state import Asked, AskingWeChat, OpenidState, Progress, Ready
from qfpay_gui.models.tasks import Done, Raised, Result, TaskRunner
from qfpay_gui.qfpay.code2session.answer import Found, Trouble
from qfpay_gui.qfpay.code2session.call import Login
from qfpay_gui.qfpay.code2session.checks import check, cleaned
from qfpay_gui.qfpay.code2session.errcodes import Spent
from qfpay_gui.qfpay.environments import is_loopback
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.text import text
from qfpay_gui.services.http.cancellation import Cancellation
from qfpay_gui.services.wechat_session import WechatSession

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.services.keychain.app_secrets import AppSecrets

__all__ = ["AskingWeChat", "OpenidModel", "OpenidState", "Progress", "Ready"]

_NOBODY = Trouble(
    Severity.ATTENTION,
    text("OpenId", "The simulator does not run, so there is nobody to ask."),
    text("OpenId", "Wait a moment until it has started, then ask again."),
    spent=Spent.NO,
)
_BROKEN = text("OpenId", "This program failed while it asked.")
_REPORT = text("OpenId", "Report it with the technical line. The code may be used up: get a fresh one.")


class OpenidModel(QObject):
    """Asks code2Session in the background, once a press; refuses a second question while one is under way.

    ``base_url`` tells at each moment whom to ask: WeChat (``code2session.HOST``), or the simulator, "" while that
    does not run. An AppSecret is kept once WeChat has accepted it; the simulator's is not.
    """

    changed = Signal(object)
    """Carries the OpenidState."""

    def __init__(  # noqa: PLR0913 - the last two have a usual value
        self,
        runner: TaskRunner,
        keychain_runner: TaskRunner,
        store: AppSecrets,
        base_url: Callable[[], str],
        parent: QObject | None = None,
        *,
        ca_file: Callable[[], str] = str,
        patience_ms: int = KEYCHAIN_PATIENCE_MS,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._base_url = base_url
        self._ca_file = ca_file
        self._keeper = AppSecretKeeper(keychain_runner, store, self, patience_ms=patience_ms)
        self._keeper.changed.connect(self._on_kept)
        self._cancellation: Cancellation | None = None
        self._ticket = 0
        self._pay_params_appid = ""
        self._sent: tuple[str, Spent] = ("", Spent.NO)
        self._fetched = ""
        self._wanted = ""
        self._fetching = False
        self.asked: Asked | None = None
        self.state = OpenidState(permanent=store.permanent)

    @property
    def is_asking(self) -> bool:
        """Whether a question is under way."""
        return isinstance(self.state.progress, AskingWeChat)

    def secrets(self) -> tuple[str, ...]:
        """Every AppSecret met in this session, so that nothing that is written holds one."""
        return self._keeper.secrets()

    def begin(self, pay_params_appid: str = "") -> None:
        """Begin anew: look whom to ask and what the keychain knows; ``pay_params_appid`` is who is to be paid."""
        self._pay_params_appid = pay_params_appid
        login = self.state.login
        if not login.appid and pay_params_appid:
            login = replace(login, appid=pay_params_appid)
        self._publish(login=login, answer=None)
        self._want(login.appid)
        self._keeper.refresh()

    def end(self) -> None:
        """Call off the question and drop what is secret; the AppID stays for the next time."""
        if self.is_asking:
            self.cancel()
            self._runner.forget(self._ticket)
            self._sent = (self.state.login.js_code, Spent.MAYBE)
        self._fetched = ""
        self._keeper.drop_fetched()
        self._publish(login=Login(self.state.login.appid), progress=Ready(), answer=None)

    def edit(self, name: str, value: str) -> None:
        """Put a value into ``appid``, ``secret`` or ``js_code``; an AppSecret fetched for another AppID goes."""
        login = replace(self.state.login, **{name: value})
        if name == "js_code":
            self._publish(login=login)
            return
        if name == "appid" and self._fetched:
            login = replace(login, secret="")
        self._fetched = ""
        self._want(login.appid if name == "appid" else "")
        self._publish(login=login, answer=None if name == "appid" else self.state.answer)
        self._fill_in_secret()

    def clean(self, name: str) -> None:
        """Take spaces, quotes and invisible characters out of a field."""
        self.edit(name, cleaned(getattr(self.state.login, name)))

    def fill_in_demo(self) -> None:
        """Enter the simulator's own Mini Program and a fresh js_code of it."""
        from qfpay_gui.services.simulator.pay_params import APP_ID  # noqa: PLC0415 - its package is heavy at start
        from qfpay_gui.services.simulator.wechat.code2session import APP_SECRET, fresh_code  # noqa: PLC0415

        self._fetched = ""
        self._want("")
        self._publish(login=Login(APP_ID, APP_SECRET, fresh_code()), answer=None)

    def remember(self, wanted: bool) -> None:  # noqa: FBT001 - connected to a check box
        """Whether an accepted AppSecret is to be kept from now on."""
        self._publish(remembers=wanted)

    def forget(self, appid: str) -> None:
        """Forget the AppSecret of this Mini Program, here and in the keychain, and what stands in the fields of it."""
        if self.state.login.appid.lower() == appid.lower():
            self._fetched = ""
            self._publish(login=Login(js_code=self.state.login.js_code))
        self._keeper.forget(appid)

    def retry(self) -> None:
        """Ask the keychain again, and give it what only this session holds."""
        self._want(self.state.login.appid)
        self._keeper.refresh()

    def ask(self) -> bool:
        """Send what stands in the fields, once; False where that is not possible now, which the state explains."""
        base_url, login = self._base_url(), self.state.login
        if self.is_asking or not self.state.can_ask:
            return False
        if not base_url:
            self._publish(answer=_NOBODY)
            return False
        self._keeper.remember(login.secret)
        cancellation = self._cancellation = Cancellation()
        session = WechatSession(base_url, ca_file=self._ca_file())
        self._publish(progress=AskingWeChat(), answer=None)
        task = partial(session.ask, login, cancel=cancellation)
        self._ticket = self._runner.run(task, partial(self._on_answer, login, _is_simulated(base_url)))
        return True

    def cancel(self) -> None:
        """Stop waiting; whether the question arrived stays open."""
        if self.is_asking and self._cancellation is not None:
            self._cancellation.cancel()
            self._publish(progress=AskingWeChat(cancelling=True))

    def _on_answer(self, login: Login, simulated: bool, result: Result[Found | Trouble]) -> None:  # noqa: FBT001 - bound
        match result:
            case Done(answer):
                pass
            case Raised(error):
                answer = Trouble(Severity.WRONG, _BROKEN, _REPORT, technical=type(error).__name__)
        spent = Spent.YES if isinstance(answer, Found) else answer.spent
        self._sent = (login.js_code, spent)
        self.asked = Asked(login.appid, simulated, answer)
        self._publish(progress=Ready(), answer=answer)
        if isinstance(answer, Found) and self.state.remembers and not simulated:
            self._keeper.keep(login.appid, login.secret)

    def _on_kept(self) -> None:
        self._publish()
        self._fill_in_secret()

    def _want(self, appid: str) -> None:
        """Fill in the AppSecret of this AppID as soon as it is known and at hand; "" wants none."""
        self._wanted, self._fetching = appid, False

    def _fill_in_secret(self) -> None:
        """Enter the wanted AppSecret, fetching it once where needed; what a person entered stays."""
        login = self.state.login
        if login.secret or not self._wanted or not self.state.is_known:
            return
        if secret := self._keeper.secret_of(login.appid):
            self._fetched = login.appid
            self._want("")
            self._publish(login=replace(login, secret=secret))
        elif not self._fetching:
            self._fetching = True
            self._keeper.fetch(login.appid)
        elif not self._keeper.calls.busy:
            self._want("")

    def _publish(self, **changes: object) -> None:
        state = replace(self.state, **changes)  # type: ignore[arg-type]  # names are the state's
        keeper, base_url = self._keeper, self._base_url()
        spent, doubtful = (self._sent[0] if self._sent[1] is how else "" for how in (Spent.YES, Spent.MAYBE))
        used_up = bool(spent) and state.login.js_code == spent
        state = replace(
            state,
            base_url=base_url,
            simulated=_is_simulated(base_url),
            findings=check(state.login, pay_params_appid=self._pay_params_appid, spent=spent, doubtful=doubtful),
            can_ask=not isinstance(state.progress, AskingWeChat) and not used_up,
            known=keeper.known,
            notice=keeper.calls.notice,
            trouble=keeper.calls.trouble,
            place=keeper.place,
        )
        if state != self.state:
            self.state = state
            self.changed.emit(state)


def _is_simulated(base_url: str) -> bool:
    """WeChat itself is never on this machine; a simulator that does not run yet has no address."""
    return not base_url or is_loopback(urlsplit(base_url).hostname or "")
