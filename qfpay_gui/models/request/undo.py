"""Undo and redo over frozen states: no commands, only the states themselves."""

from __future__ import annotations

from typing import Generic, TypeVar

S = TypeVar("S")
_LIMIT = 200


class UndoHistory(Generic[S]):
    """The states before and after the present one.

    Edits that follow each other under the same ``topic`` become one step, so that a typed
    word is undone at once. The oldest steps fall away after 200.
    """

    def __init__(self) -> None:
        self._past: list[S] = []
        self._future: list[S] = []
        self._topic = ""

    @property
    def can_undo(self) -> bool:
        """Whether there is a state to go back to."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone state to return to."""
        return bool(self._future)

    def record(self, before: S, topic: str = "") -> None:
        """Remember the state before an edit; "" never joins the step before it."""
        self._future.clear()
        if topic and topic == self._topic and self._past:
            return
        self._topic = topic
        self._past.append(before)
        del self._past[:-_LIMIT]

    def close_step(self) -> None:
        """Let the next edit begin a step of its own, whatever its topic."""
        self._topic = ""

    def undo(self, present: S) -> S:
        """The state before the last step; the present one where there is none."""
        return self._move(present, self._past, self._future)

    def redo(self, present: S) -> S:
        """The state that was undone last; the present one where there is none."""
        return self._move(present, self._future, self._past)

    def _move(self, present: S, source: list[S], target: list[S]) -> S:
        self.close_step()
        if not source:
            return present
        target.append(present)
        return source.pop()
