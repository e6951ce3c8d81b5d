from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QListWidget, QPushButton, QWidget

from qfpay_gui.models.suite.library import SHIPPED, suite_of
from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.ui.suite.making_dialog import MakingDialog
from qfpay_gui.ui.suite.rows_model import Column
from qfpay_gui.ui.window.workspaces import Workspace
from tests.models.case.case_samples import APP_CODE, KEY
from tests.ui.person import agree, enter, escape, find, press

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QMessageBox

    from qfpay_gui.ui.suite.suites_panel import SuitesPanel
    from tests.ui.desk import Desk

TEA = """name = "Tea"
[[step]]
name = "pay"
[[step]]
name = "wrong"
mistake = "unsorted"
set = { goods_name = "tea" }
expect = { respcd = "0000", cause = "unsorted" }
"""


def opened(desk: Desk, folder: Path, text: str = TEA) -> SuitesPanel:
    """The panel with this suite in view."""
    file = folder / "tea.toml"
    file.write_text(text, encoding="utf-8")
    desk.window.case_actions.open_file(str(file))
    suites = desk.bench.suites
    desk.wait(lambda: suites.state.choice is not None and suites.state.choice.listed.source == str(file))
    drawn(desk)
    return desk.window.panels.suites.widget


def drawn(desk: Desk) -> None:
    """Until the panel shows what is known."""
    panel = desk.window.panels.suites.widget
    desk.wait(lambda: not panel._soon.isActive() and not desk.bench.suites.is_running)
    panel._render()


def run(desk: Desk) -> None:
    """Press Run, and wait until it is over and kept."""
    before = len(desk.bench.suites.state.earlier)
    desk.person.click("suite_run")
    desk.wait(lambda: not desk.bench.suites.is_running and len(desk.bench.suites.state.earlier) > before)
    drawn(desk)


def cells(panel: SuitesPanel, column: Column) -> list[str]:
    """What a column shows."""
    return [panel.table.rows_model.shown(one, column) for one in panel.table.rows]


def test_what_comes_along_is_there_and_runs_by_the_keyboard(desk: Desk) -> None:
    """Ctrl+T, an arrow, Run; each step with what came, and the sum in words."""
    press("Ctrl+T", desk.window)
    assert desk.window.workspaces.workspace is Workspace.SUITES
    panel, suites = desk.window.panels.suites.widget, desk.bench.suites
    desk.wait(lambda: len(panel.list.rows) == len(SHIPPED) and len(panel.list.chosen()) == 1)
    desk.wait(lambda: QApplication.focusWidget() is panel.list)
    press("Down")
    desk.wait(lambda: suites.state.choice is not None and suites.state.choice.listed.source == "refunds")
    drawn(desk)
    assert desk.person.said("suite_sum") == "Not run yet."
    assert cells(panel, Column.STEP) == [one.name for one in suite_of("refunds").steps]
    run(desk)
    assert desk.person.said("suite_sum") == "8 of 8 as expected"
    assert desk.window.status.message == "Rules of refunds: 8 of 8 as expected"
    assert {one.state for one in panel.table.rows} == {"passed"}
    run(desk)
    assert "as in the last run" in desk.person.said("suite_sum")
    earlier = find(panel, QComboBox, "suite_earlier")
    assert (earlier.count(), earlier.currentData()) == (2, suites.state.earlier[0].id)


def test_a_step_opens_its_exchange_as_draft_and_as_case(desk: Desk, tmp_path: Path) -> None:
    """What it sent, with the mistake made on purpose."""
    panel = opened(desk, tmp_path)
    run(desk)
    assert cells(panel, Column.CAME)[1].startswith("respcd = 0000 – seen: 1108 · Wrong on purpose")
    assert not find(panel, QPushButton, "suite_draft_button").isEnabled()
    panel.table.go_to(1)
    desk.person.click("suite_draft_button")
    assert desk.window.workspaces.workspace is Workspace.REQUEST
    assert desk.value("goods_name") == "tea"
    sent = desk.bench.suites.answer(1)
    assert sent is not None
    assert desk.value("out_trade_no") == sent.request.value("out_trade_no")
    desk.window.go.suites()
    desk.person.click("suite_case_button")
    assert desk.window.workspaces.currentWidget() is desk.window.panels.case
    case = desk.bench.case.case
    assert case is not None
    assert (case.params["goods_name"], case.signature) == ("tea", sent.request.signature)


def test_what_fails_now_stands_out(desk: Desk, tmp_path: Path) -> None:
    """Beside the last run; the report is saved as what its ending says, without keys."""
    panel = opened(desk, tmp_path, TEA.replace("0000", "1108"))
    run(desk)
    (tmp_path / "tea.toml").write_text(TEA, encoding="utf-8")
    run(desk)
    assert cells(panel, Column.SINCE) == ["", "fails now"]
    assert "fail now: 1" in desk.person.said("suite_sum")
    report = desk.window.suite_actions
    assert report.save_report_to(str(tmp_path / "r"), "Markdown (*.md)")
    assert report.save_report_to(str(tmp_path / "r.xml"))
    assert not report.save_report_to(str(tmp_path / "no" / "r.html"))
    assert (tmp_path / "r.md").read_text(encoding="utf-8").startswith("# Tea\n\n20")
    assert 'failures="1"' in (tmp_path / "r.xml").read_text(encoding="utf-8")
    assert desk.bench.credentials.client_key not in (tmp_path / "r.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("answer", "count"), [(enter, 0), (escape, 0), (agree, 2)])
def test_with_real_money_it_is_asked_once(
    desk: Desk, tmp_path: Path, answer: Callable[[QMessageBox], None], count: int
) -> None:
    """Sum and host stand in the question; whoever presses a key without reading sends nothing."""
    desk.bench.profiles.save(Profile("Tea shop", "live-hk", Credentials(APP_CODE, KEY)))
    desk.wait(lambda: not desk.bench.profiles.state.busy)
    desk.bench.choose_profile("Tea shop")
    desk.wait(lambda: desk.bench.credentials.client_key == KEY)
    opened(desk, tmp_path)
    desk.person.will(answer)
    desk.person.click("suite_run")
    desk.wait(lambda: bool(desk.person.read))
    assert "Run Tea with real money?" in desk.person.read[0]
    assert "together HK$6.00\nHost: test-openapi-hk.qfapi.com\nMerchant: Tea shop" in desk.person.read[0]
    desk.wait(lambda: not desk.bench.suites.is_running and len(desk.network.sent_far) == count)
    assert desk.window.status.message == ("Tea: 0 of 2 as expected" if count else "Nothing was sent.")


def test_a_suite_that_cannot_run_says_why(desk: Desk, tmp_path: Path) -> None:
    """In its place, in the list, and where Run is pressed though it was broken meanwhile."""
    panel = opened(desk, tmp_path)
    (tmp_path / "tea.toml").write_text("[[step]]\ncal = 1", encoding="utf-8")
    desk.person.will(escape)
    desk.person.click("suite_run")
    desk.wait(lambda: bool(desk.person.read))
    assert "tea.toml: Step 1: there is no cal" in desk.person.read[0]
    drawn(desk)
    assert desk.person.said("suite_sum").startswith("tea.toml: Step 1")
    assert not find(panel, QPushButton, "suite_run").isEnabled()


def test_a_suite_is_dropped_on_the_window(desk: Desk, tmp_path: Path) -> None:
    """Anywhere; it is no case."""
    file = tmp_path / "tea.toml"
    file.write_text(TEA, encoding="utf-8")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(file))])
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(desk.window, QDragEnterEvent(QPoint(20, 20), action, dropped, button, keys))
    QApplication.sendEvent(desk.window, QDropEvent(QPointF(20, 20), action, dropped, button, keys))
    desk.wait(lambda: desk.window.workspaces.workspace is Workspace.SUITES)
    desk.wait(lambda: any(one.listed.name == "Tea" for one in desk.window.panels.suites.widget.list.rows))


def test_saved_requests_become_a_suite(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+B, Suite …, two ticks, a name: the file is there, in view, and runs."""
    bench, path = desk.bench, tmp_path / "mine.toml"
    bench.saved.save("pay")
    bench.draft.choose_endpoint("query")
    bench.draft.type_value("out_trade_no", "OLD")
    bench.saved.save("ask")
    desk.wait(lambda: len(bench.saved.requests) == 2)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path.with_suffix("")), ""))
    timer = QTimer(interval=5)

    def tick() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, MakingDialog):
            timer.stop()
            agree = find(dialog, QPushButton, "suite_making_agree")
            assert not agree.isEnabled()
            requests = find(dialog, QListWidget, "suite_making_list")
            for place in range(requests.count()):
                requests.item(place).setCheckState(Qt.CheckState.Checked)
            agree.click()

    timer.timeout.connect(tick)
    timer.start()
    press("Ctrl+B", desk.window)
    desk.person.click("saved_suite")
    desk.wait(lambda: bench.suites.state.choice is not None and bench.suites.state.choice.listed.source == str(path))
    assert [one.call for one in suite_of(str(path)).steps] == ["payment", "query"]
    drawn(desk)
    run(desk)
    assert bench.suites.state.run is not None
    assert bench.suites.state.run.run.passed


def test_the_draft_is_added_as_a_step(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To the file in view, whose own words stay; a suite that comes along is left alone."""
    opened(desk, tmp_path, f"# Mine.\n{TEA}")
    desk.bench.draft.type_value("txamt", "777")
    desk.person.click("suite_step")
    written = (tmp_path / "tea.toml").read_text(encoding="utf-8")
    assert written.startswith("# Mine.\n")
    assert dict(suite_of(str(tmp_path / "tea.toml")).steps[2].values)["txamt"] == "777"
    desk.person.click("suite_step")
    assert [one.name for one in suite_of(str(tmp_path / "tea.toml")).steps] == ["pay", "wrong", "payment", "payment 2"]
    new = tmp_path / "new.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(new), ""))
    desk.bench.suites.choose("payment")
    desk.wait(lambda: desk.bench.suites.state.choice is not None and desk.bench.suites.state.choice.listed.is_shipped)
    desk.person.click("suite_step")
    assert len(suite_of(str(new)).steps) == 1


def test_the_details_say_what_was_sent(desk: Desk, tmp_path: Path) -> None:
    """Not how the suite writes it."""
    (tmp_path / "rows.csv").write_text("amount\n275\n", encoding="utf-8")
    step = 'name = "Tea"\nrows = "rows.csv"\n[[step]]\nset = { txamt = "${row.amount}" }'
    panel = opened(desk, tmp_path, step)
    panel.table.go_to(0)
    assert "txamt=${row.amount}" in shown(panel)
    run(desk)
    drawn(desk)
    assert "txamt=275" in shown(panel)
    assert "${row" not in shown(panel)


def test_escape_stops_and_every_word_of_it_says_so(desk: Desk, tmp_path: Path) -> None:
    """The steps that were not carried out stay in the table and stand in the report."""
    panel = opened(desk, tmp_path, f"{TEA}[[step]]\nname = 'late'\nwait = 60\n[[step]]\nname = 'last'\n")
    desk.person.click("suite_run")
    desk.wait(lambda: desk.person.said("suite_sum").startswith("2 of 4 done"))
    press("Escape", find(panel, QWidget, "suite_stop"))
    drawn(desk)
    assert desk.person.said("suite_sum") == "1 of 4 as expected · 1 not as expected · stopped early"
    assert desk.window.status.message == "Tea: 1 of 4 as expected · stopped early"
    assert cells(panel, Column.STEP) == ["pay", "wrong", "late", "last"]
    assert cells(panel, Column.CAME)[2:] == ["Not run: the run ended before."] * 2
    assert desk.window.suite_actions.save_report_to(str(tmp_path / "r.html"))
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "1 of 4 steps as expected, stopped early." in page
    assert re.search(r"<p>[^<]* · simulator · 127.0.0.1:\d+ · stopped early</p>", page)


def shown(panel: SuitesPanel) -> str:
    """Every word of the details."""
    return "\n".join(one.text() for one in panel.details.findChildren(QLabel))
