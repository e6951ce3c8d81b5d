from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.models.request.undo import UndoHistory

EDITS = st.lists(st.tuples(st.integers(), st.sampled_from(["", "amount", "name"])), max_size=30)


def edited(edits: list[tuple[int, str]]) -> tuple[UndoHistory[int], int]:
    """A history after these edits, and the state they end in."""
    history: UndoHistory[int] = UndoHistory()
    present = 0
    for state, topic in edits:
        history.record(present, topic)
        present = state
    return history, present


@given(EDITS)
def test_undo_then_redo_is_where_it_was(edits: list[tuple[int, str]]) -> None:
    """Every undone edit can be made again."""
    history, present = edited(edits)
    if history.can_undo:
        assert history.redo(history.undo(present)) == present
        assert not history.can_redo


@given(EDITS)
def test_undoing_everything_ends_at_the_beginning_and_redoing_at_the_end(edits: list[tuple[int, str]]) -> None:
    """The whole way back and the whole way forward pass through the same states."""
    history, present = edited(edits)
    back = [present]
    while history.can_undo:
        back.append(history.undo(back[-1]))
    forward = [back[-1]]
    while history.can_redo:
        forward.append(history.redo(forward[-1]))
    assert back[-1] == (0 if edits else present)
    assert forward == back[::-1]


def test_edits_of_one_topic_in_a_row_are_one_step() -> None:
    """A typed word is undone at once, and the word before it by the next undo."""
    history, present = edited([(1, "amount"), (2, "amount"), (3, "name"), (4, "name")])
    present = history.undo(present)
    assert present == 2
    assert history.undo(present) == 0


def test_edits_without_a_topic_stay_apart() -> None:
    """Nothing joins an edit that names no topic."""
    history, present = edited([(1, ""), (2, "")])
    assert history.undo(present) == 1


def test_a_closed_step_is_not_joined() -> None:
    """After leaving the field the same topic begins anew."""
    history, present = edited([(1, "amount")])
    history.close_step()
    history.record(present, "amount")
    assert history.undo(2) == 1


def test_an_undo_ends_the_step() -> None:
    """What is typed after an undo does not disappear into the step before it."""
    history, present = edited([(1, ""), (2, "amount")])
    present = history.undo(present)
    history.record(present, "amount")
    assert history.undo(9) == 1


def test_an_edit_forgets_what_was_undone() -> None:
    """There is nothing to redo after a new edit."""
    history, present = edited([(1, "")])
    history.record(history.undo(present))
    assert not history.can_redo


def test_nothing_to_undo_leaves_the_present() -> None:
    """Undo and redo at either end change nothing."""
    history: UndoHistory[int] = UndoHistory()
    assert (history.undo(7), history.redo(7)) == (7, 7)
    assert not history.can_redo


def test_the_oldest_steps_fall_away() -> None:
    """Two hundred steps are kept."""
    history, present = edited([(number, "") for number in range(1, 301)])
    steps = 0
    while history.can_undo:
        present = history.undo(present)
        steps += 1
    assert (steps, present) == (200, 100)
