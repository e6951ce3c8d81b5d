"""The Mini Programs whose AppSecrets are at hand; keychain calls stay off the GUI thread."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from qfpay_gui.models.keychain import KEYCHAIN_PATIENCE_MS, SAVED, KeychainCalls, Listing
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.keychain.app_secrets import AppSecretUnknown

if TYPE_CHECKING:
    from qfpay_gui.models.tasks import TaskRunner
    from qfpay_gui.services.keychain.app_secrets import AppSecrets

_FORGOTTEN = text("Keychain", "Forgotten: the AppSecret of {appid}")


@dataclass(frozen=True)
class KnownApp:
    """A Mini Program whose AppSecret is kept, and where."""

    appid: str
    kept: Literal["keychain", "session"]


class AppSecretKeeper(QObject):
    """Fetches, keeps and forgets AppSecrets by AppID, in which capitals make no difference.

    A keychain that is absent, locked, refusing or silent for three seconds is said so by ``calls``, and the
    AppSecret is kept for this session; a late answer still counts. The runner must have one thread, so that the
    keychain is asked in the order of the wishes.
    """

    changed = Signal()

    def __init__(
        self,
        runner: TaskRunner,
        store: AppSecrets,
        parent: QObject | None = None,
        *,
        patience_ms: int = KEYCHAIN_PATIENCE_MS,
    ) -> None:
        super().__init__(parent)
        self.calls = KeychainCalls(runner, patience_ms, self)
        self.calls.changed.connect(self.changed)
        self._store = store
        self._listed: tuple[str, ...] = ()
        self._opened: dict[str, str] = {}
        self._session: dict[str, str] = {}
        self._met: set[str] = set()
        self.place: Text | None = None

    @property
    def known(self) -> tuple[KnownApp, ...]:
        """Every Mini Program whose AppSecret is kept, sorted."""
        lasting = self._store.permanent
        kept = {appid: KnownApp(appid, "keychain" if lasting else "session") for appid in self._listed}
        kept |= {appid: KnownApp(appid, "session") for appid in self._session}
        return tuple(kept[appid] for appid in sorted(kept))

    @property
    def permanent(self) -> bool:
        """Whether what is kept is meant to outlive the program."""
        return self._store.permanent

    def secrets(self) -> tuple[str, ...]:
        """Every AppSecret met in this session, so that nothing that is written holds one."""
        return tuple(sorted(self._met))

    def remember(self, secret: str) -> None:
        """Remember until the end of the session that this is an AppSecret."""
        if secret:
            self._met.add(secret)

    def secret_of(self, appid: str) -> str:
        """The AppSecret, if it is at hand; else ""."""
        appid = appid.lower()
        return self._session.get(appid) or self._opened.get(appid, "")

    def refresh(self) -> None:
        """Ask the keychain which Mini Programs it knows, and give it what only this session holds."""
        self.calls.ask(self._listing, self._on_listing)
        for appid, secret in tuple(self._session.items()):
            self._save(appid, secret)

    def fetch(self, appid: str) -> None:
        """Fetch the AppSecret of a known Mini Program; ``changed`` follows. Nothing happens where it is at hand."""
        appid = appid.lower()
        if appid in self._listed and not self.secret_of(appid):
            self.calls.ask(partial(self._load, appid), partial(self._on_loaded, appid))

    def keep(self, appid: str, secret: str) -> None:
        """Keep an AppSecret that WeChat has accepted; nothing happens where that very one is kept already."""
        appid = appid.lower()
        if secret and (appid not in self._listed or self.secret_of(appid) != secret):
            self.remember(secret)
            self._session[appid] = secret
            self._save(appid, secret)

    def forget(self, appid: str) -> None:
        """Forget the AppSecret here and in the keychain."""
        appid = appid.lower()
        self._session.pop(appid, None)
        self._opened.pop(appid, None)
        if appid in self._listed or self.calls.busy:
            self.calls.ask(partial(self._delete, appid), partial(self._on_forgotten, appid))
        else:
            self.calls.say(_FORGOTTEN.fill(appid=appid))

    def drop_fetched(self) -> None:
        """Drop what was fetched from the keychain; it is fetched anew when it is needed."""
        self._opened.clear()

    def _listing(self) -> Listing:
        return Listing(self._store.appids(), self._store.describe())

    def _load(self, appid: str) -> str | None:
        try:
            return self._store.load(appid)
        except AppSecretUnknown:
            return None

    def _keep(self, appid: str, secret: str) -> Listing:
        self._store.save(appid, secret)
        return self._listing()

    def _delete(self, appid: str) -> Listing:
        with suppress(AppSecretUnknown):
            self._store.delete(appid)
        return self._listing()

    def _save(self, appid: str, secret: str) -> None:
        self.calls.ask(partial(self._keep, appid, secret), partial(self._on_kept, appid, secret))

    def _on_listing(self, listing: Listing) -> None:
        self._listed, self.place = listing.names, listing.place

    def _on_loaded(self, appid: str, secret: str | None) -> None:
        if secret is None:
            self._listed = tuple(one for one in self._listed if one != appid)
            self.calls.say(AppSecretUnknown(appid).text, trouble=True)
        elif appid in self._listed:
            self.remember(secret)
            self._opened[appid] = secret

    def _on_kept(self, appid: str, secret: str, listing: Listing) -> None:
        self._on_listing(listing)
        # It may have been forgotten, or replaced by a later one, while the keychain was asked.
        if self._session.get(appid) == secret:
            del self._session[appid]
            self._opened[appid] = secret
            self.calls.say(SAVED.fill(keychain=listing.place))

    def _on_forgotten(self, appid: str, listing: Listing) -> None:
        self._on_listing(listing)
        self.calls.say(_FORGOTTEN.fill(appid=appid))
