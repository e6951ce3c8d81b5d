"""A place for a widget that is made when it is first looked at."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

W = TypeVar("W", bound=QWidget)


class Later(QWidget, Generic[W]):
    """Makes its widget at the first paint that needs it, or where somebody asks for it: the start does not wait."""

    made = Signal(object)
    """Carries the widget, before it is first seen."""

    def __init__(self, make: Callable[[], W], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._widget: W | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    @property
    def is_made(self) -> bool:
        """Whether the widget exists."""
        return self._widget is not None

    @property
    def widget(self) -> W:
        """The widget, made now if it was not yet."""
        if self._widget is None:
            self._widget = self._make()
            self.made.emit(self._widget)
            self._layout.addWidget(self._widget)
            self._widget.show()
        return self._widget

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Make the widget in time to be seen."""
        super().showEvent(event)
        _ = self.widget

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Hand the keyboard on."""
        self.widget.setFocus(event.reason())


_ORDER = "_reading_order"
"""The attribute in which a widget keeps the parts it is read in."""
_BY_TAB = frozenset({Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus})
_SPEAKING_FOR_THEIR_PARTS = (QComboBox, QAbstractSpinBox)
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def hand_keyboard_on(container: QWidget, to: QWidget) -> None:
    """Whoever gives the keyboard to the container gives it to this part of it.

    Unlike a focus proxy, the container is no stop of the tab key: on its way forward, Qt would jump from it to the
    proxy, over all that stands before that.
    """
    _Heir(container, to)


class _Heir(QObject):
    """Passes the keyboard on, with the reason for which it came."""

    def __init__(self, container: QWidget, to: QWidget) -> None:
        super().__init__(container)
        self._to = to
        container.installEventFilter(self)

    def eventFilter(self, _container: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QFocusEvent) and event.gotFocus():
            self._to.setFocus(event.reason())
        return False


def read_in_order(owner: QWidget, *parts: QWidget) -> None:
    """Let the tab key go through these parts of the owner one after the other, each in its own order."""
    setattr(owner, _ORDER, parts)
    for before, after in pairwise(stops(owner)):
        QWidget.setTabOrder(before, after)


def stops(part: QWidget) -> list[QWidget]:
    """What the tab key stops at within the part, itself included: as was told of it, else as it was put together.

    Qt's own chain is not asked: in PySide, ``nextInFocusChain`` makes the widget after another one that other's child
    to Python, and whoever loses such a parent counts as deleted, with all its menus and actions.
    """
    found: list[QWidget] = []
    _gather(part, found)
    return found


def _gather(part: QWidget, found: list[QWidget]) -> None:
    if part.focusPolicy() in _BY_TAB:
        found.append(part)
    if isinstance(part, _SPEAKING_FOR_THEIR_PARTS):
        return
    told: tuple[QWidget, ...] | None = getattr(part, _ORDER, None)
    for one in told or _parts(part):
        _gather(one, found)


def _parts(part: QWidget) -> list[QWidget]:
    """The children, tabs and what stands beside them before the pages, but for windows: menus and the like."""
    if isinstance(part, QSplitter):
        return [one for place in range(part.count()) if (one := part.widget(place)) is not None]
    children = [one for one in part.findChildren(QWidget, options=_DIRECT) if not one.isWindow()]
    if isinstance(part, QTabWidget):
        children.sort(key=lambda one: (isinstance(one, QStackedWidget), not isinstance(one, QTabBar)))
    return children
