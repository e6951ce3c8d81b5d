from __future__ import annotations

import pytest

from qfpay_gui.models.deletions import SECONDS, Deletion, Deletions
from qfpay_gui.qfpay.text import text


@pytest.fixture
def done() -> list[str]:
    """What became of the deletions."""
    return []


def deletion(name: str, done: list[str]) -> Deletion:
    """One that takes down what becomes of it."""
    return Deletion(text("Test", name), lambda: done.append(f"{name} gone"), lambda: done.append(f"{name} back"))


@pytest.mark.usefixtures("qapp")
def test_a_deletion_can_be_taken_back_once(done: list[str]) -> None:
    """After that there is nothing to take back and nothing to make final."""
    deletions, said = Deletions(), list[str]()
    deletions.taken_back.connect(lambda: said.append("back"))
    deletions.begin(deletion("a", done))
    assert (deletions.pending is not None, done) == (True, [])
    deletions.undo()
    deletions.undo()
    deletions.finish()
    assert (deletions.pending, done, said) == (None, ["a back"], ["back"])
    assert not deletions._timer.isActive()


@pytest.mark.usefixtures("qapp")
def test_only_the_last_deletion_can_be_taken_back(done: list[str]) -> None:
    """The one before is final as soon as the next begins."""
    deletions = Deletions()
    deletions.begin(deletion("a", done))
    deletions.begin(deletion("b", done))
    assert done == ["a gone"]
    deletions.undo()
    assert done == ["a gone", "b back"]


@pytest.mark.usefixtures("qapp")
def test_a_deletion_is_final_after_ten_seconds(done: list[str]) -> None:
    """Each has its own ten."""
    deletions = Deletions()
    deletions.begin(deletion("a", done))
    timer = deletions._timer
    assert (timer.interval(), timer.isSingleShot(), timer.isActive(), SECONDS) == (10_000, True, True, 10)
    timer.timeout.emit()
    assert (done, deletions.pending, timer.isActive()) == (["a gone"], None, False)


@pytest.mark.usefixtures("qapp")
def test_what_can_be_undone_is_told_whenever_it_changes(done: list[str]) -> None:
    """Each time with what can be undone then; where nothing changes, nothing is told."""
    deletions, told = Deletions(), list[bool]()
    deletions.changed.connect(lambda: told.append(deletions.pending is not None))
    deletions.undo()
    deletions.finish()
    assert told == []
    deletions.begin(deletion("a", done))
    assert told == [True]
    deletions.undo()
    assert told == [True, False]
    deletions.begin(deletion("b", done))
    deletions.begin(deletion("c", done))
    assert told[2:] == [True, False, True]
    deletions.finish()
    assert told[5:] == [False]


def test_a_deletion_is_itself_alone_and_shows_its_words_alone() -> None:
    """Two with the same words are two; what they hold may be of a request that is nobody's business."""
    one, other = (Deletion(text("Test", "gone"), print, print) for _ in range(2))
    assert one != other
    assert repr(one) == f"Deletion(words={text('Test', 'gone')!r})"
