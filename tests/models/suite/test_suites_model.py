from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from qfpay_gui.command.main import main
from qfpay_gui.models.suite import run_model
from qfpay_gui.models.suite.library import SHIPPED
from qfpay_gui.qfpay.request.guards import Question
from qfpay_gui.qfpay.suite.comparison import Change
from qfpay_gui.qfpay.suite.result import summary
from qfpay_gui.qfpay.text import Text
from qfpay_gui.services.database.history import History
from qfpay_gui.services.simulator.server import Simulator
from qfpay_gui.services.simulator.wechat.wallet import Customer
from tests.models.case.case_samples import APP_CODE, KEY

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qfpay_gui.models.suite.state import Choice, RunState
    from qfpay_gui.models.suite.suites_model import SuitesModel
    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.qfpay.suite.result import StepResult
    from tests.ui.desk import Network

ONE = 'name = "Tea"\n[[step]]\nname = "pay"\n'
FAILING = f'{ONE}expect = {{ respcd = "1108" }}\n'


def chosen(qtbot: QtBot, suites: SuitesModel, source: str) -> Choice:
    """The suite of this source, in view."""
    with qtbot.waitSignal(suites.read):
        suites.choose(source)
    choice = suites.state.choice
    assert choice is not None
    assert choice.listed.source == source
    return choice


def ran(qtbot: QtBot, suites: SuitesModel, source: str = "") -> RunState:
    """The suite of this source, or the one in view, run to its end and kept."""
    if source:
        chosen(qtbot, suites, source)
    before = len(suites.state.earlier)
    suites.review()
    suites.start()
    qtbot.waitUntil(lambda: not suites.is_running and len(suites.state.earlier) > before, timeout=30_000)
    assert suites.state.run is not None
    return suites.state.run


def written(folder: Path, text: str, name: str = "tea.toml") -> str:
    """A file with this text."""
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def outline(one: StepResult) -> tuple[Any, ...]:
    """A result without what is new in every run: times, numbers, and what is equal to a variable."""
    checked = [(c.expectation.member, c.expectation.how, c.passed) for c in one.checked]
    return one.title, one.passed, str(one.headline), str(one.problem), checked


@pytest.mark.parametrize("source", SHIPPED)
def test_what_comes_along_runs_the_same_in_window_and_shell(
    qtbot: QtBot, bench: Workbench, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    """Every step as expected, in the simulator, on a first start: each mistake with its cause, each code answered."""
    in_shell: list[StepResult] = []
    monkeypatch.setattr("qfpay_gui.command.run._report", lambda _suite, results, *_rest: in_shell.extend(results))
    assert main(["run", source]) == 0
    state = ran(qtbot, bench.suites, source)
    assert state.run.passed
    assert [outline(one) for one in state.run.results] == [outline(one) for one in in_shell]
    assert len(in_shell) == state.total


def test_a_broken_row_is_named_and_the_rest_runs(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    """A hundred rows, one of which has too few cells; the table stands in the suite."""
    rows = [f"{200 + number},tea" for number in range(100)]
    rows[41] = "200"
    written(tmp_path, "\n".join(("txamt,goods", *rows)), "rows.csv")
    source = written(tmp_path, f'rows = "rows.csv"\n{ONE}set = {{ txamt = "${{row.txamt}}" }}')
    run = ran(qtbot, bench.suites, source).run
    assert [one.row for one in run.results] == list(range(1, 101))
    assert [(one.title, str(one.problem)) for one in run.results if not one.passed] == [
        ("the row (row 42)", "The row has 1 cells where there are 2 titles.")
    ]


def test_a_run_is_laid_beside_the_last_whole_one(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    """What fails now, what passes again, and what is new; also after the program was left."""
    suites, source = bench.suites, written(tmp_path, ONE)
    assert ran(qtbot, suites, source).changes is None
    written(tmp_path, FAILING + "[[step]]\nname = 'again'")
    changes = ran(qtbot, suites, source).changes
    assert changes is not None
    assert changes.of == (Change.FAILS, Change.NEW)
    written(tmp_path, ONE)
    back = ran(qtbot, suites, source)
    assert back.changes is not None
    assert (back.changes.of, back.changes.gone) == ((Change.PASSES,), ("again",))
    kept = History(tmp_path / "home" / "history.sqlite3").suite_runs.of(source)
    assert [one.passed for one in kept] == [True, False, True]
    suites.look_at(kept[1].id)
    assert suites.state.run is not None
    assert suites.state.run.run == kept[1]
    assert suites.state.run.before == kept[2]


def test_a_run_that_is_stopped_sends_no_more(
    qtbot: QtBot, bench: Workbench, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Also from within a pause; it is kept as far as it came, and later runs are not compared with it."""
    suites = bench.suites
    source = written(tmp_path, f"{ONE}[[step]]\nname = 'late'\nwait = 60")
    chosen(qtbot, suites, source)
    assert suites.review() is None
    suites.start()
    qtbot.waitUntil(lambda: suites.state.run is not None and len(suites.state.run.run.results) == 1)
    suites.start()
    assert suites.review() is not None
    suites.stop()
    assert suites.state.run is not None
    assert suites.state.run.is_stopping
    qtbot.waitUntil(lambda: not suites.is_running and len(suites.state.earlier) == 1)
    run = suites.state.run.run
    assert ([one.is_left for one in run.results], run.is_whole, run.passed) == ([False, True], False, False)
    assert suites.state.earlier[0].results == run.results
    assert summary(run.results) == "1 of 2 steps as expected, stopped early"
    assert "StoppedError" not in capfd.readouterr().err
    written(tmp_path, ONE)
    assert ran(qtbot, suites, source).before is None


def test_the_window_may_be_left_while_a_suite_runs(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    """What waits is cut short."""
    chosen(qtbot, bench.suites, written(tmp_path, f"{ONE}outcome = 'delay:60'"))
    bench.suites.review()
    bench.suites.start()
    assert bench.suites.is_running
    assert bench.suites.runs.close(5000)


def test_in_production_nothing_runs(qtbot: QtBot, bench: Workbench, network: Network) -> None:
    """Neither reviewed nor started."""
    chosen(qtbot, bench.suites, "payment")
    bench.choose_profile("Real shop")
    qtbot.waitUntil(lambda: bench.credentials.client_key == KEY)
    assert str(bench.suites.review()) == "Not run: a suite never runs in production."
    bench.suites.start()
    assert (bench.suites.is_running, network.sent_far) == (False, [])


def test_on_live_testing_one_question_names_sum_and_host(
    qtbot: QtBot, bench: Workbench, network: Network, tmp_path: Path
) -> None:
    """Then it is written down, one request at a time, at the pace that is allowed."""
    suites = bench.suites
    two = f"{ONE}set = {{ txamt = 450 }}\n[[step]]\nname = 'two'\nexpect = {{ respcd = '1108' }}"
    chosen(qtbot, suites, written(tmp_path, two))
    bench.choose_profile("Tea shop")
    qtbot.waitUntil(lambda: bool(bench.credentials.client_key))
    asked = suites.review()
    assert isinstance(asked, Question)
    stake = "Payments: 2, together HK$7.50\nHost: test-openapi-hk.qfapi.com\nMerchant: Tea shop"
    assert stake in str(asked.explanation)
    assert network.sent_far == []
    bench.choose_environment("simulator")
    suites.start()
    assert not suites.is_running
    bench.choose_profile("Tea shop")
    qtbot.waitUntil(lambda: bench.credentials.client_key == KEY)
    run = ran(qtbot, suites).run
    assert [one.passed for one in run.results] == [False, True]
    numbers = {one.value("out_trade_no") for one in network.sent_far}
    assert run.numbers == numbers
    qtbot.waitUntil(lambda: {one.out_trade_no for one in bench.orders.orders} == numbers)
    answer = suites.answer(0)
    assert answer is not None
    assert answer.request.value("txamt") == "450"


def test_a_number_that_was_sent_before_is_not_sent_again(
    qtbot: QtBot, bench: Workbench, network: Network, tmp_path: Path
) -> None:
    """Neither by two rows nor by another run; the simulator may refuse it."""
    (tmp_path / "two.csv").write_text("a\n1\n2\n", encoding="utf-8")
    source = written(tmp_path, f'rows = "two.csv"\n{ONE}set = {{ out_trade_no = "FIXED1", goods_name = "${{row.a}}" }}')
    assert [one.problem for one in ran(qtbot, bench.suites, source).run.results] == [None, None]
    bench.choose_profile("Tea shop")
    qtbot.waitUntil(lambda: bench.credentials.client_key == KEY)
    first, second = ran(qtbot, bench.suites).run.results
    assert (first.problem, len(network.sent_far)) == (None, 1)
    assert str(second.problem).startswith("Not sent: FIXED1 was sent to test-openapi-hk.qfapi.com before.")
    assert all(one.problem for one in ran(qtbot, bench.suites).run.results)
    assert len(network.sent_far) == 1


def test_what_was_paid_and_not_refunded_is_counted(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    """By what the table of orders knows; what the suite gives back is not left over."""
    pay = f"{ONE}[[step]]\ncall = 'query'\nset = {{ out_trade_no = '${{pay.out_trade_no}}' }}\nwait = 0.2"
    back = "\n[[step]]\ncall = 'refund'\nset = { syssn = '${pay.syssn}', txamt = '300', txcurrcd = 'HKD' }"
    with Simulator(app_code=APP_CODE, client_key=KEY) as server:
        server.customer = Customer("pays", 0.01)
        bench.choose_environment(bench.place.addresses.add("Far", server.base_url).id)
        bench.choose_profile("Tea shop", stay=True)
        qtbot.waitUntil(lambda: bench.credentials.client_key == KEY)
        assert bench.suites.left_over() == 0
        assert ran(qtbot, bench.suites, written(tmp_path, pay)).run.passed
        qtbot.waitUntil(lambda: bench.suites.left_over() == 1)
        assert ran(qtbot, bench.suites, written(tmp_path, pay + back)).run.passed
        qtbot.waitUntil(lambda: len(bench.orders.orders) == 2)
        qtbot.waitUntil(lambda: bench.suites.left_over() == 0)


def test_a_suite_that_is_to_run_is_read_again(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    """It may have been changed meanwhile; the list says so, too."""
    source = written(tmp_path, ONE)
    bench.suites.choose_folder(str(tmp_path))
    qtbot.waitUntil(lambda: source in [one.source for one in bench.suites.state.listed])
    qtbot.waitUntil(lambda: bench.suites.state.choice is not None)
    chosen(qtbot, bench.suites, source)
    written(tmp_path, "name = 'Coffee'\n[[step]]\n[[step]]")
    with qtbot.waitSignal(bench.suites.ready):
        bench.suites.ask_to_run()
    choice = bench.suites.state.choice
    assert choice is not None
    assert (choice.listed.name, choice.total) == ("Coffee", 2)
    assert choice.listed in bench.suites.state.listed
    with qtbot.assertNotEmitted(bench.suites.ready):
        chosen(qtbot, bench.suites, "payment")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[step", "tea.toml: This is no TOML"),
        ("rows = 'no.csv'\n[[step]]", "no.csv cannot be read"),
    ],
)
def test_what_cannot_run_says_why(qtbot: QtBot, bench: Workbench, tmp_path: Path, text: str, words: str) -> None:
    """And is in view nevertheless: it may be mended and looked at again."""
    choice = chosen(qtbot, bench.suites, written(tmp_path, text))
    problem = bench.suites.review()
    assert isinstance(problem, Text)
    assert words in str(problem)
    bench.suites.start()
    assert (bench.suites.is_running, choice.suite, choice.total) == (False, None, 0)


def test_the_list_holds_a_folder_and_what_was_opened(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    """Both remembered; a file of the folder stands there once, one that is gone no more."""
    suites, folder = bench.suites, tmp_path / "git"
    folder.mkdir()
    inside, outside = written(folder, ONE), written(tmp_path, ONE, "other.toml")
    suites.choose_folder(str(folder))
    suites.open(inside)
    suites.open(outside)
    qtbot.waitUntil(lambda: [one.source for one in suites.state.listed] == [*SHIPPED, inside, outside])
    assert bench.settings.recalled("suites") == {"folder": str(folder), "opened": [outside]}
    (tmp_path / "other.toml").unlink()
    suites.refresh()
    qtbot.waitUntil(lambda: [one.source for one in suites.state.listed] == [*SHIPPED, inside])


def test_of_very_many_results_the_first_exchanges_are_kept(
    qtbot: QtBot, bench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The customer sends nothing, so there is none of theirs."""
    monkeypatch.setattr(run_model, "MOST_ANSWERS", 1)
    step = "[[step]]\ncustomer = 'pays'\norder = '${pay.out_trade_no}'\n[[step]]\nname = 'more'"
    ran(qtbot, bench.suites, written(tmp_path, ONE + step))
    assert [bench.suites.answer(place) is not None for place in range(3)] == [True, False, False]


def test_no_key_is_written_down(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    """Though the suite itself expects it."""
    bench.choose_profile("Tea shop", stay=True)
    qtbot.waitUntil(lambda: bench.credentials.client_key == KEY)
    source = written(tmp_path, f'name = "{KEY}"\n[[step]]\nname = "{KEY} x"\nexpect = {{ respcd = "{KEY}" }}')
    ran(qtbot, bench.suites, source)
    (kept,) = History(tmp_path / "home" / "history.sqlite3").suite_runs.of(source)
    assert KEY not in repr(kept)
    assert kept.results[0].step == "••• x"


def test_a_table_stays_chosen_while_another_suite_is_looked_at(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    """Until it is left out."""
    table = written(tmp_path, "a\n1\n2\n", "rows.csv")
    source = written(tmp_path, f"{ONE}set = {{ goods_name = '${{row.a}}' }}")
    chosen(qtbot, bench.suites, source)
    with qtbot.waitSignal(bench.suites.read):
        bench.suites.choose_table(table)
    chosen(qtbot, bench.suites, "payment")
    assert chosen(qtbot, bench.suites, source).table == table
    with qtbot.waitSignal(bench.suites.read):
        bench.suites.choose_table("")
    chosen(qtbot, bench.suites, "payment")
    assert chosen(qtbot, bench.suites, source).table == ""
