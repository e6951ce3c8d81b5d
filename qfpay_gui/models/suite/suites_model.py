"""The suites of the window: which there are, which one is in view, its run, and its earlier runs."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from qfpay_gui.models.history.journal import Journal
from qfpay_gui.models.suite.library import SHIPPED, Listed, UnusableError, in_folder, listed, rows_of
from qfpay_gui.models.suite.run_model import RunModel
from qfpay_gui.models.suite.stage import Place
from qfpay_gui.models.suite.state import Choice, SuitesState
from qfpay_gui.models.tasks import Done, Result, TaskRunner
from qfpay_gui.qfpay.orders.order import HOLDS_MONEY
from qfpay_gui.qfpay.secrets.masking import scrub, scrubber
from qfpay_gui.qfpay.suite.result import SuiteRun, masked
from qfpay_gui.qfpay.suite.stake import NEVER, is_refused, needs_agreement, question, stake
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.database.suite_runs import MOST_RESULTS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtCore import SignalInstance

    from qfpay_gui.models.history.history_model import HistoryModel
    from qfpay_gui.models.orders.orders_model import OrdersModel
    from qfpay_gui.models.profiles.profiles_model import ProfilesModel
    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.models.sending.send_model import Client
    from qfpay_gui.models.suite.state import RunState
    from qfpay_gui.qfpay.credentials import Credentials
    from qfpay_gui.qfpay.environments import Environment
    from qfpay_gui.qfpay.request.guards import Question
    from qfpay_gui.services.database.suite_runs import SuiteRunStore
    from qfpay_gui.services.settings import Settings

MOST_OPENED = 10
_NO_KEY = text("Suites", "Not run: there is no client_key to sign with.")
_NO_SUITE = text("Suites", "Not run: choose a suite that can be read.")
_RUNNING = text("Suites", "Not run: another run is under way.")


class Around(Protocol):
    """What the model needs of the workbench."""

    @property
    def environment(self) -> Environment: ...  # noqa: D102 - see the workbench
    @property
    def credentials(self) -> Credentials: ...  # noqa: D102
    @property
    def profiles(self) -> ProfilesModel: ...  # noqa: D102
    @property
    def history(self) -> HistoryModel: ...  # noqa: D102
    @property
    def orders(self) -> OrdersModel: ...  # noqa: D102
    @property
    def settings(self) -> Settings: ...  # noqa: D102
    @property
    def noticed(self) -> SignalInstance: ...  # noqa: D102
    def secrets(self) -> tuple[str, ...]: ...  # noqa: D102
    def now(self) -> datetime: ...  # noqa: D102
    def save(self, **panels: Any) -> None: ...  # noqa: D102


class SuitesModel(QObject):
    """A suite runs where and as whom the window is, never in production, and as that was when it began."""

    changed = Signal(object)
    """Carries the SuitesState."""
    read = Signal()
    """The suite in view was read, for the first time or again."""
    ready = Signal()
    """It was read again because it is to run: ``review`` and ``start`` follow."""

    def __init__(
        self,
        around: Around,
        make_client: Callable[[str, Credentials], Client],
        folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._around, self._make_client, self._folder = around, make_client, folder
        self._reader = TaskRunner(1, self)
        self._tables: dict[str, str] = {}
        self._is_asked = False
        self._reviewed: tuple[Environment, str, str] | None = None
        self.runs = RunModel(self)
        self.runs.changed.connect(self._on_run)
        self.runs.written.connect(around.history.work.written)
        self.runs.ended.connect(self._on_ended)
        kept = around.settings.recalled("suites")
        opened = kept.get("opened")
        self._opened = tuple(one for one in opened if isinstance(one, str)) if isinstance(opened, list) else ()
        chosen = kept.get("folder")
        self.state = SuitesState(folder=chosen if isinstance(chosen, str) else "")

    @property
    def is_running(self) -> bool:
        """Whether a run is under way."""
        return self.runs.is_running

    def refresh(self) -> None:
        """Read the suites again; the one in view stays."""
        folder, opened = self.state.folder, self._opened
        self._reader.run(partial(_all, folder, opened), self._on_listed)

    def choose_folder(self, folder: str) -> None:
        """List the suites of this folder beside those that come along, from now on."""
        self._set(replace(self.state, folder=folder))
        self._remember()
        self.refresh()

    def open(self, path: str) -> None:
        """Have this file in the list, and in view."""
        if Path(path).parent != Path(self.state.folder or "/nowhere"):
            self._opened = (path, *(one for one in self._opened if one != path))[:MOST_OPENED]
            self._remember()
        self.choose(path)
        self.refresh()

    def choose(self, source: str, table: str | None = None) -> None:
        """Look at this suite, with this table instead of its own, "" for its own; not while one runs.

        None is the table that was chosen for it last.
        """
        if not self.is_running:
            table = self._tables.get(source, "") if table is None else table
            self._tables[source] = table
            self._reader.run(partial(_chosen, source, table), self._on_chosen)

    def choose_table(self, table: str) -> None:
        """Drive the suite in view by this table; "" for its own, or none."""
        if self.state.choice is not None:
            self.choose(self.state.choice.listed.source, table)

    def ask_to_run(self) -> None:
        """Read the suite in view again, as it may have been changed meanwhile; ``ready`` follows."""
        if self.state.choice is not None and not self.is_running:
            self._is_asked = True
            self.choose(self.state.choice.listed.source, self.state.choice.table)

    def review(self) -> Text | Question | None:
        """Why the suite in view cannot run here, or what must be agreed to before; None where it may just run."""
        choice, environment = self.state.choice, self._around.environment
        if self.is_running:
            return _RUNNING
        if choice is None or choice.suite is None:
            return choice.problem if choice and choice.problem else _NO_SUITE
        if is_refused(environment):
            return NEVER
        if not self._around.credentials.client_key:
            return _NO_KEY
        at_stake = stake(choice.suite, choice.rows)
        self._reviewed = self._here()
        if needs_agreement(environment) and at_stake.payments:
            return question(choice.suite, at_stake, environment, self._around.profiles.state.chosen)
        return None

    def start(self) -> None:
        """Run the suite in view, after what ``review`` asks for was agreed to: not if one works elsewhere by now."""
        choice, around = self.state.choice, self._around
        reviewed, self._reviewed = self._reviewed, None
        if choice is None or choice.suite is None or self.is_running or reviewed != self._here():
            return
        environment, profile = around.environment, around.profiles.state
        bound_to = profile.profile.environment_id if profile.profile else ""
        place = Place(environment, around.credentials, bound_to, self._make_client)
        journal = Journal(self._folder, environment, profile.chosen, around.secrets(), _ignore)
        whence = choice.listed.source, choice.suite.name
        table = Path(choice.table or choice.suite.rows).name
        begun = SuiteRun(*whence, around.now(), environment.id, environment.host, profile.chosen, table=table)
        self.runs.start(choice, choice.suite, place, journal, begun)
        self.runs.lay_beside(self._last(begun))

    def stop(self) -> None:
        """Send no more."""
        self.runs.stop()

    def look_at(self, run_id: int) -> None:
        """Have this earlier run in view, beside the one before it; not while one runs."""
        found = next((place for place, one in enumerate(self.state.earlier) if one.id == run_id), None)
        if found is not None and not self.is_running:
            run = self.state.earlier[found]
            self.runs.show(run, self._last(run, self.state.earlier[found + 1 :]))

    def answer(self, place: int) -> Answer | None:
        """The exchange behind the result at this place."""
        return self.runs.answer(place)

    def left_over(self) -> int:
        """How many orders of the run in view hold money that was not refunded, as far as is known."""
        numbers = self.state.run.run.numbers if self.state.run else frozenset()
        known = self._around.orders.orders if numbers else ()
        return sum(one.out_trade_no in numbers and one.state in HOLDS_MONEY and one.left > 0 for one in known)

    def close(self) -> None:
        """End what is under way, in bounded time."""
        self.runs.close()
        self._reader.close(500)

    def _here(self) -> tuple[Environment, str, str]:
        return self._around.environment, self._around.credentials.app_code, self._around.profiles.state.chosen

    def _last(self, run: SuiteRun, among: tuple[SuiteRun, ...] | None = None) -> SuiteRun | None:
        """The run that came to its end last, in the same environment."""
        earlier = self.state.earlier if among is None else among
        return next((one for one in earlier if one.is_whole and one.environment_id == run.environment_id), None)

    def _on_listed(self, result: Result[tuple[Listed, ...]]) -> None:
        if isinstance(result, Done):
            self._set(replace(self.state, listed=result.value))
            if self.state.choice is None and result.value:
                self.choose(result.value[0].source)

    def _on_chosen(self, result: Result[Choice]) -> None:
        if isinstance(result, Done) and not self.is_running:
            found = result.value.listed
            known = tuple(found if one.source == found.source else one for one in self.state.listed)
            self._set(replace(self.state, listed=known))
            is_other = self.state.choice is None or self.state.choice.listed.source != found.source
            if is_other:
                self.runs.forget()
                self._set(replace(self.state, choice=result.value, run=None, earlier=()))
            else:
                self._set(replace(self.state, choice=result.value))
            self._find_earlier()
            self.read.emit()
            is_asked, self._is_asked = self._is_asked, False
            if is_asked:
                self.ready.emit()

    def _find_earlier(self) -> None:
        choice, work = self.state.choice, self._around.history.work
        if choice is not None:
            source = self._masked(choice.listed.source)
            work.do(partial(work.history.suite_runs.of, source), partial(self._on_earlier, source))

    def _on_earlier(self, source: str, runs: tuple[SuiteRun, ...]) -> None:
        if self.state.choice is not None and self._masked(self.state.choice.listed.source) == source:
            self._set(replace(self.state, earlier=runs))
            if self.state.run is None and runs:
                self.look_at(runs[0].id)

    def _on_run(self, state: RunState) -> None:
        self._set(replace(self.state, run=state))

    def _on_ended(self, run: SuiteRun) -> None:
        """Keep what came of it, without keys; one that came to nothing is none."""
        if not all(one.is_left for one in run.results):
            work = self._around.history.work
            keep = partial(_keep, work.history.suite_runs, run, self._around.secrets())
            work.do(keep, partial(self._on_kept, run.started_at))

    def _on_kept(self, started_at: datetime, run_id: int) -> None:
        self.runs.number(started_at, run_id)
        self._find_earlier()

    def _masked(self, words: str) -> str:
        return scrub(words, self._around.secrets())

    def _remember(self) -> None:
        self._around.save(suites={"folder": self.state.folder, "opened": list(self._opened)})

    def _set(self, state: SuitesState) -> None:
        self.state = state
        self.changed.emit(state)


def _all(folder: str, opened: tuple[str, ...]) -> tuple[Listed, ...]:
    """Those that come along, those of the folder, and files that were opened by themselves and are still there."""
    here = in_folder(folder)
    known = {one.source for one in here}
    others = tuple(listed(one) for one in opened if one not in known and Path(one).is_file())
    return (*map(listed, SHIPPED), *here, *others)


def _chosen(source: str, table: str) -> Choice:
    found = listed(source)
    if found.suite is None:
        return Choice(found, problem=found.problem)
    try:
        return Choice(found, table, rows_of(found.suite, source, table))
    except UnusableError as error:
        return Choice(found, table, problem=error.text)


def _keep(store: SuiteRunStore, run: SuiteRun, secrets: tuple[str, ...]) -> int:
    """Write the run down without keys; its id."""
    run = replace(run, results=run.results[:MOST_RESULTS])
    return store.keep(masked(run, scrubber(secrets)))


def _ignore(_trouble: str) -> None:
    """The window's own history says what is wrong with its file."""
