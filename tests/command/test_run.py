from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.services.simulator.server import Simulator
from tests.models.case.case_samples import APP_CODE, KEY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.command.conftest import Ended

PERSON = '{\\"user_creid\\":\\"440101199001011234\\"}'


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEA_KEY", KEY)


@pytest.fixture
def server() -> Iterator[Simulator]:
    """A QFPay at an address of the user's own."""
    with Simulator(app_code=APP_CODE, client_key=KEY) as running:
        yield running


def _suite(folder: Path, *steps: str) -> str:
    file = folder / "suite.toml"
    file.write_text("".join(f"[[step]]\n{step}\n" for step in steps), encoding="utf-8")
    return str(file)


def test_what_is_not_as_expected_is_told_with_what_was_seen(command: Callable[..., Ended], tmp_path: Path) -> None:
    """And the rest runs."""
    suite = _suite(
        tmp_path,
        'name = "pay"\nexpect = { respcd = "1108" }',
        'call = "query"\nset = { out_trade_no = "${pay.out_trade_no}" }',
    )
    ended = command("run", suite)
    assert ended.code == 1
    assert ended.out.splitlines() == [
        "FAILED  pay",
        "        Simulated: Order created – nobody has paid yet.",
        "        expected: respcd is 1108; seen: 0000",
        "ok      2 query",
        "1 of 2 steps as expected.",
    ]


def test_a_broken_row_is_named_and_the_rest_runs(command: Callable[..., Ended], tmp_path: Path) -> None:
    """A hundred rows, one of which has too few cells."""
    suite = _suite(tmp_path, 'name = "pay"\nset = { txamt = "${row.txamt}", goods_name = "${row.goods}" }')
    rows = [f"{200 + number},tea" for number in range(100)]
    rows[41] = "200"
    table = tmp_path / "rows.csv"
    table.write_text("\n".join(("txamt,goods", *rows)), encoding="utf-8")
    ended = command("run", suite, "--rows", str(table), "--json")
    steps = json.loads(ended.out)["steps"]
    assert ended.code == 1
    assert [one["row"] for one in steps] == list(range(1, 101))
    assert [one["title"] for one in steps if not one["passed"]] == ["the row (row 42)"]
    assert "1 cells where there are 2 titles" in steps[41]["words"]


def test_the_reports_are_written(command: Callable[..., Ended], tmp_path: Path) -> None:
    """One for each ending, and one for a CI."""
    suite = _suite(tmp_path, 'name = "pay"')
    files = [tmp_path / name for name in ("r.html", "r.md", "r.XML", "junit.out")]
    reports = [part for file in files[:3] for part in ("--report", str(file))]
    assert command("run", suite, *reports, "--junit", str(files[3])).code == 0
    starts = [file.read_text(encoding="utf-8")[:9] for file in files]
    page = files[0].read_text(encoding="utf-8")
    assert "+0000 · simulator</p><p>1 of 1 steps as expected.</p>" in page
    assert starts == ["<!DOCTYPE", "# Suite\n\n", "<?xml ver", "<?xml ver"]


def test_outside_the_simulator_it_is_written_down_and_nobody_pays(
    command: Callable[..., Ended], server: Simulator, home: Path, tmp_path: Path
) -> None:
    """What only the simulator can do is said, not skipped."""
    steps = ('name = "pay"', 'customer = "pays"\norder = "${pay.out_trade_no}"', 'outcome = "drop"')
    where = ("--environment", server.base_url, "--key-env", "TEA_KEY", "--app-code", APP_CODE)
    ended = command("run", _suite(tmp_path, *steps), *where)
    assert ended.code == 1
    assert "Only the simulator has a customer" in ended.out
    assert "Only the simulator can be told what to answer" in ended.out
    assert (home / "history.sqlite3").exists()


def test_a_step_without_its_variable_is_not_sent(command: Callable[..., Ended], tmp_path: Path) -> None:
    """It would be about nothing."""
    ended = command("run", _suite(tmp_path, 'call = "query"\nset = { syssn = "${pay.syssn}" }'))
    assert ended.code == 1
    assert "${pay.syssn} has no value" in ended.out


def test_a_lost_connection_is_seen_as_its_layer(command: Callable[..., Ended], tmp_path: Path) -> None:
    """There is no respcd then."""
    step = 'outcome = "drop"\nexpect = { layer = "connection lost", respcd = { present = false } }'
    assert command("run", _suite(tmp_path, step)).code == 0


def test_personal_data_and_keys_stay_out(command: Callable[..., Ended], tmp_path: Path) -> None:
    """Also where an expectation shows what was seen."""
    step = f'set = {{ extend_info = "{PERSON}" }}\nexpect = {{ respcd = "9", extend_info = {{ present = true }} }}'
    report = tmp_path / "r.html"
    ended = command("run", _suite(tmp_path, step), "--key-env", "TEA_KEY", "--report", str(report))
    written = ended.out + ended.err + report.read_text(encoding="utf-8")
    assert "440101199001011234" not in written
    assert KEY not in written


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--environment", "production-hk", "--rows", "{rows}"), "never runs in production"),
        ((), "the suite takes ${row.a} from a table. Add --rows CSV."),
        (("--environment", "live-hk", "--rows", "{rows}"), "makes 2 payments of real money"),
        (("--rows", "/no/such.csv"), "such.csv cannot be read"),
        (("--rows", "{titles}"), "has no rows"),
        (("--rows", "{rows}", "--report", "/no/such/folder/r.md"), "cannot be written"),
    ],
)
def test_what_cannot_be_run_is_said(
    command: Callable[..., Ended], tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    """Code 3, and one sentence."""
    for name, written in (("rows", "a\n1\n2\n"), ("titles", "a\n")):
        (tmp_path / name).write_text(written, encoding="utf-8")
    given = [one.format(rows=tmp_path / "rows", titles=tmp_path / "titles") for one in arguments]
    ended = command("run", _suite(tmp_path, 'name = "pay"\nset = { goods_name = "${row.a}" }'), *given)
    assert ended.code == 3
    assert words in ended.err


def test_a_suite_that_is_none_is_told_with_its_name(command: Callable[..., Ended], tmp_path: Path) -> None:
    """And those that come along are named."""
    ended = command("run", _suite(tmp_path, 'call = "pay"'))
    assert (ended.code, "suite.toml: Step 1: there is no call “pay”" in ended.err) == (3, True)
    assert "mistakes" not in ended.err
    missing = command("run", "nowhere")
    assert (missing.code, "mistakes" in missing.err) == (3, True)
    assert command("run", "payment", "--report", "r.pdf").code == 2


def test_no_word_of_a_result_holds_the_key(command: Callable[..., Ended], tmp_path: Path) -> None:
    """Neither printed nor as JSON nor in a report, whatever a suite writes."""
    report = tmp_path / "r.md"
    suite = _suite(tmp_path, f'call = "query"\nset = {{ syssn = "${{{KEY}}}" }}')
    written = command("run", suite, "--key-env", "TEA_KEY", "--report", str(report)).out + report.read_text("utf-8")
    assert "has no value" in written
    assert KEY not in written + command("run", suite, "--key-env", "TEA_KEY", "--json").out


def test_a_table_of_which_nothing_is_taken_multiplies_no_payment(command: Callable[..., Ended], tmp_path: Path) -> None:
    """With one cell in use it runs once for each row."""
    (tmp_path / "rows.csv").write_text("a\n1\n2\n", encoding="utf-8")
    table = ("--rows", str(tmp_path / "rows.csv"))
    ended = command("run", _suite(tmp_path, 'name = "pay"'), *table)
    assert (ended.code, ended.out) == (3, "")
    assert "rows.csv: the suite takes nothing from the table" in ended.err
    used = _suite(tmp_path, 'name = "pay"\nset = { goods_name = "${row.a}" }')
    assert "2 of 2 steps as expected." in command("run", used, *table).out
