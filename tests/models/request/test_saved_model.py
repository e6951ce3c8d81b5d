from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.deletions import Deletions
from qfpay_gui.models.request import saved_model
from qfpay_gui.models.request.draft_model import DraftModel
from qfpay_gui.models.request.saved_model import MOST_RECENT, SavedModel
from qfpay_gui.qfpay.request.variants import VARIANTS
from tests.models.fixed_clock import FixedClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qfpay_gui.services.saved_requests import SavedRequest

KEY = "5A3C9E0F7B1D2846AC0E5F9B7D3182C4"
PERSON = json.dumps({"user_truename": "欧阳娜娜", "user_creid": "110101199001011237"}, ensure_ascii=False)


class Desk:
    """Saved requests over a real folder."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.clock = FixedClock()
        self.draft = DraftModel(self.clock)
        self.deletions = Deletions()
        self.model = SavedModel(folder, self.draft, self.deletions, lambda: (KEY,))
        self.said: list[str] = []
        self.model.noticed.connect(lambda notice: self.said.append(str(notice)))

    def wait(self) -> None:
        """Until everything is written and read."""
        self.qtbot.waitUntil(lambda: not self.model._runner.busy, timeout=10_000)

    def save(self, name: str) -> SavedRequest:
        """Save the draft, and find it in the list."""
        self.model.save(name)
        self.wait()
        return self.named(name)

    def named(self, name: str) -> SavedRequest:
        """The saved request of this name."""
        return next(one for one in self.model.requests if one.name == name)

    @property
    def names(self) -> list[str]:
        """What is listed."""
        return [one.name for one in self.model.requests]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A desk whose thread ends."""
    made = Desk(qtbot, tmp_path / "requests")
    yield made
    assert made.model.stop(5000)


def test_a_saved_request_is_opened_with_a_new_number_and_time(desk: Desk) -> None:
    """As one undoable step; what was not filled in is empty, whatever the example is."""
    desk.draft.type_value("txamt", "4200")
    desk.draft.type_value("goods_name", "奶茶")
    desk.draft.set_fresh("out_trade_no", fresh=True)
    number = desk.draft.draft.value("out_trade_no")
    saved = desk.save("Tea/Big")
    assert number not in saved.path.read_text(encoding="utf-8")  # type: ignore[union-attr]
    desk.draft.choose_endpoint("query")
    desk.model.open(saved)
    draft = desk.draft.draft
    assert (draft.endpoint, draft.value("txamt"), draft.value("goods_name")) == ("payment", "4200", "奶茶")
    assert draft.value("out_trade_no") not in {"", number}
    assert desk.said[-1] == "Opened: Tea/Big, with new out_trade_no, txdtm"
    desk.draft.undo()
    assert desk.draft.draft.endpoint == "query"


def test_a_number_that_was_pinned_is_said(desk: Desk) -> None:
    """It is meant, and sending it again asks; an order's number in a refund names what it is about."""
    desk.draft.type_value("out_trade_no", "MINE1")
    desk.model.open(desk.save("pinned"))
    assert desk.draft.draft.value("out_trade_no") == "MINE1"
    assert "with the out_trade_no it was saved with: sending that again asks first" in desk.said[-1]
    desk.draft.fill("query", {"out_trade_no": "MINE1"})
    desk.model.open(desk.save("query"))
    assert desk.said[-1] == "Opened: query"


def test_neither_key_nor_person_is_kept_and_that_is_said(desk: Desk) -> None:
    """In no file, under no name."""
    desk.draft.type_value("extend_info", PERSON)
    desk.draft.type_value("goods_name", f"with {KEY}")
    desk.model.save(f"for {KEY}")
    desk.wait()
    (saved,) = desk.model.requests
    assert saved.path is not None
    written = saved.path.read_bytes()
    assert KEY.encode() not in written
    assert "欧阳娜娜".encode() not in written
    assert b"110101199001011237" not in written
    assert KEY not in saved.name
    assert desk.said[0].endswith("not kept, because personal or secret: goods_name, extend_info")
    desk.model.open(saved)
    assert desk.draft.draft.value("extend_info") == ""
    assert desk.said[-1].endswith("not kept, because personal or secret: goods_name, extend_info")


def test_what_was_replaced_can_be_brought_back(desk: Desk) -> None:
    """The same name is the same file."""
    desk.draft.type_value("txamt", "1")
    desk.save("Tea")
    desk.draft.type_value("txamt", "2")
    desk.save("Tea")
    assert desk.names == ["Tea"]
    assert desk.said[-1] == "Saved: Tea, in place of what it was"
    desk.deletions.undo()
    desk.wait()
    assert {row["name"]: row["value"] for row in desk.named("Tea").rows}["txamt"] == "1"


def test_a_deleted_request_can_be_taken_back(desk: Desk) -> None:
    """It is out of sight at once, and gone once that is final; its name is free meanwhile."""
    saved = desk.save("Tea")
    assert saved.path is not None
    desk.model.delete(saved)
    assert (desk.names, saved.path.exists()) == ([], True)
    desk.deletions.undo()
    assert desk.names == ["Tea"]
    desk.model.delete(saved)
    again = desk.save("Tea")
    assert again.path != saved.path
    desk.deletions.finish()
    desk.wait()
    assert (desk.names, saved.path.exists()) == (["Tea"], False)


def test_a_request_is_renamed_and_duplicated(desk: Desk) -> None:
    """A name that is taken stays with who has it."""
    saved = desk.save("Tea")
    desk.model.duplicate(saved)
    desk.wait()
    desk.model.duplicate(saved)
    desk.wait()
    assert desk.names == ["Tea", "Tea (2)", "Tea (3)"]
    desk.model.rename(desk.named("Tea (2)"), "Tea")
    desk.wait()
    assert desk.said[-1] == "Another request is called Tea already."
    desk.model.rename(desk.named("Tea (2)"), "Shop/Coffee")
    desk.wait()
    assert desk.names == ["Shop/Coffee", "Tea", "Tea (3)"]
    assert len(list(desk.model.folder.rglob("*.json"))) == 3


def test_what_is_saved_again_is_what_was_opened_last(desk: Desk) -> None:
    """As long as the same call is edited."""
    assert desk.model.current is None
    saved = desk.save("Tea")
    assert desk.model.current == saved
    desk.draft.type_value("txamt", "7")
    assert desk.model.current == saved
    desk.draft.choose_endpoint("query")
    assert desk.model.current is None
    desk.model.open(saved)
    assert desk.model.current == saved
    desk.model.delete(saved)
    assert desk.model.current is None


def test_what_was_opened_last_stays_so_under_another_name(desk: Desk) -> None:
    """It alone: what is renamed or duplicated beside it is not what is edited."""
    saved = desk.save("Tea")
    desk.model.rename(saved, "Coffee")
    desk.wait()
    assert desk.model.current == desk.named("Coffee")
    desk.model.duplicate(saved)
    desk.wait()
    desk.model.rename(desk.named("Tea (2)"), "Milk")
    desk.wait()
    assert desk.model.current == desk.named("Coffee")


@pytest.mark.parametrize("beside", ["rename", "duplicate"])
def test_what_could_not_be_saved_is_no_other(desk: Desk, monkeypatch: pytest.MonkeyPatch, beside: str) -> None:
    """Whatever is written next; saving again must not go over that."""
    other = desk.save("Tea")

    def fails(*_args: object) -> Path:
        raise OSError("no room")

    with monkeypatch.context() as full:
        full.setattr(saved_model, "write", fails)
        desk.model.save("Coffee")
        desk.wait()
    if beside == "rename":
        desk.model.rename(other, "Milk")
    else:
        desk.model.duplicate(other)
    desk.wait()
    assert len(desk.names) == (1 if beside == "rename" else 2)
    assert desk.model.current is None


def test_the_last_ten_that_differ_are_recent(desk: Desk) -> None:
    """A new number alone is no difference; they are there again at the next start."""
    for amount in range(1, MOST_RECENT + 3):
        desk.draft.type_value("txamt", str(amount))
        for _ in range(2):
            desk.draft.freshen()
            desk.model.note_sent(desk.draft.draft)
    amounts = [next(row["value"] for row in one.rows if row["name"] == "txamt") for one in desk.model.recent]
    assert amounts == [str(amount) for amount in range(MOST_RECENT + 2, 2, -1)]
    later = SavedModel(desk.model.folder, desk.draft, desk.deletions, tuple)
    later.remember(json.loads(json.dumps(desk.model.remembered)))
    assert later.recent == desk.model.recent
    later.remember({"requests": [1, {"endpoint": "query"}]})
    assert later.recent == ()
    assert later.stop(5000)


def test_a_mistake_that_was_sent_on_purpose_is_kept(desk: Desk) -> None:
    """Only with the very request it was sent with."""
    mistake = VARIANTS[0]
    desk.model.note_sent(desk.draft.draft, mistake.name)
    assert desk.save("wrong").mistake == mistake.id
    desk.model.open(desk.named("wrong"))
    assert f"was sent wrong on purpose: {mistake.name}" in desk.said[-1]
    desk.draft.type_value("txamt", "1")
    assert desk.save("right").mistake == ""


def test_what_cannot_be_written_is_said(desk: Desk) -> None:
    """And a damaged file once, whoever wrote it."""
    desk.model.folder.mkdir()
    (desk.model.folder / "bad.json").write_text("{")
    for _ in range(2):
        desk.model.refresh()
        desk.wait()
    assert len(desk.said) == 1
    assert "bad.json" in desk.said[0]
    (desk.model.folder / "Tea").write_text("a file where a folder should be")
    desk.model.save("Tea/One")
    desk.wait()
    assert "cannot be written or read" in desk.said[-1]


def test_a_call_of_another_version_is_left_alone(desk: Desk) -> None:
    """Its name and call are said."""
    saved = desk.save("Tea")
    path = saved.path
    assert path is not None
    path.write_text(path.read_text(encoding="utf-8").replace('"payment"', '"teleport"'), encoding="utf-8")
    desk.model.refresh()
    desk.wait()
    before = desk.draft.draft
    desk.model.open(desk.named("Tea"))
    assert desk.draft.draft == before
    assert desk.said[-1] == "Tea is for a call this version does not know: teleport."


def test_the_same_trouble_is_said_once(desk: Desk) -> None:
    """However often the list is opened; once it is gone and comes back, it is said again."""
    desk.save("tea")
    broken = desk.model.folder / "broken.json"
    for text in ("{", None, "{"):
        if text is None:
            broken.unlink()
        else:
            broken.write_text(text)
        for _ in range(2):
            desk.model.refresh()
            desk.wait()
    troubles = [one for one in desk.said if "broken.json" in one]
    assert len(troubles) == 2
