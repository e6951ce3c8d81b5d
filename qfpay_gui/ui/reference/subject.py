"""What the keyboard is on: the nearest widget that can say what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PROPERTY = "subject"
"""The dynamic property by which a plain widget says what it is about."""


@runtime_checkable
class HasSubject(Protocol):
    """A widget that knows what the keyboard is on inside it."""

    def subject(self, focused: QWidget) -> str:
        """An id of the register such as ``respcd.1108``, or a bare wire name; "" where that is nothing."""


def subjects_of(focused: QWidget | None) -> tuple[str, ...]:
    """What this widget and those around it are about, the nearest first."""
    found = []
    widget = focused
    while widget is not None and focused is not None:
        told = widget.subject(focused) if isinstance(widget, HasSubject) else widget.property(PROPERTY)
        if isinstance(told, str) and told:
            found.append(told)
        widget = widget.parentWidget()
    return tuple(found)
