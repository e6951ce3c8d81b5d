"""Every workspace and dialog, looked at, tabbed through and listened to: nothing cut, nameless, tiny or out of order.

What is looked at is a sample of languages, zooms and sizes; with ``python3 -m tests --thorough`` it is all of them.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.thorough import IS_THOROUGH
from tests.ui.person import press
from tests.ui.sweep import reading, scenes

if TYPE_CHECKING:
    from tests.ui.desk import Desk

SIZES = ((900, 520), (1024, 640), (1280, 800), (1920, 1080))
SAMPLE = [("en", 150, (SIZES[0], SIZES[2])), ("zh_CN", 125, (SIZES[1],)), ("zh_HK", 100, (SIZES[3],))]
WHOLE = [
    *((language, zoom, SIZES) for language, zoom in product(("en", "zh_CN", "zh_HK"), (100, 125, 150))),
    *((language, 200, SIZES[2:]) for language in ("en", "zh_CN", "zh_HK")),
]
LOOKS = WHOLE if IS_THOROUGH else SAMPLE
IDS = [f"{language}-{zoom}" for language, zoom, _sizes in LOOKS]


def _as(desk: Desk, language: str, zoom: int) -> None:
    if language != "en":
        desk.shell.choose_language(language)
    if zoom != 100:
        desk.shell.choose_zoom(zoom)
    QApplication.processEvents()


def _missed(window: QWidget) -> list[str]:
    return [*reading.unnamed(window), *reading.cut(window), *reading.small(window)]


@pytest.mark.parametrize(("language", "zoom", "sizes"), LOOKS, ids=IDS)
def test_every_workspace_is_read_whole(
    desk: Desk, language: str, zoom: int, sizes: tuple[tuple[int, int], ...]
) -> None:
    """With an order that was paid, a notification, a history and a merchant's case in it."""
    scenes.fill(desk)
    _as(desk, language, zoom)
    missed = []
    for width, height in sizes:
        desk.window.resize(width, height)
        for scene in scenes.WORKSPACES:
            scenes.show(desk, scene)
            missed += [f"{scene} at {width}: {one}" for one in _missed(desk.window)]
    assert missed == []


@pytest.mark.parametrize(("language", "zoom"), [(one[0], one[1]) for one in LOOKS], ids=IDS)
def test_every_dialog_is_read_whole(desk: Desk, language: str, zoom: int) -> None:
    """As it opens."""
    scenes.fill(desk)
    _as(desk, language, zoom)
    missed: list[str] = []
    for dialog in scenes.DIALOGS:
        scenes.opened(desk, dialog, lambda window: missed.extend(_missed(window)))
        assert missed == [], dialog


@pytest.mark.parametrize(("width", "height"), [(900, 520), (1280, 800)])
def test_the_tab_key_reads_every_workspace_from_left_to_right_and_down(desk: Desk, width: int, height: int) -> None:
    """By real presses, once around: each control is reached, and none stands before the one it follows."""
    scenes.fill(desk)
    desk.window.resize(width, height)
    for scene in ("request", "case", "orders", "notifications", "send_notification", "history"):
        scenes.show(desk, scene)
        stops = _once_around(desk)
        inside = [one for one in stops if desk.window.workspaces.isAncestorOf(one)]
        assert reading.out_of_order(_from_the_top(inside)) == [], scene
        assert _passed_over(desk, stops) == [], scene


def _once_around(desk: Desk) -> list[QWidget]:
    stops: list[QWidget] = []
    for _press in range(120):
        held = QApplication.focusWidget()
        assert held is not None
        if held in stops and held is not stops[-1]:
            break
        if held not in stops and held.window() is desk.window:
            stops.append(held)
        QTest.keyClick(held, Qt.Key.Key_Tab)
    return stops


def _from_the_top(stops: list[QWidget]) -> list[QWidget]:
    """The same round, begun where the eye begins."""
    first = next((place for place, one in enumerate(stops) if one is _topmost(stops)), 0)
    return stops[first:] + stops[:first]


def _topmost(stops: list[QWidget]) -> QWidget:
    return min(stops, key=lambda one: (reading.place(one).y() // 16, reading.place(one).x()))


def _passed_over(desk: Desk, stops: list[QWidget]) -> list[str]:
    """What takes the tab key, can be seen and used, and was not come to."""
    return [
        one.objectName() or type(one).__name__
        for one in desk.window.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and one.window() is desk.window
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
        and one not in stops
        and not one.objectName().startswith("rail_")
    ]


@pytest.mark.parametrize("name", ["sub_openid"])
def test_from_the_amount_to_the_openid_it_is_a_few_presses(desk: Desk, name: str) -> None:
    """At most six, also after another call was looked at."""
    for _round in range(2):
        desk.window.go.field("txamt")
        passed = [_press_tab() for _press in range(6)]
        assert name in passed
        desk.bench.draft.choose_endpoint("query")
        desk.bench.draft.choose_endpoint("payment")


def _press_tab() -> str:
    press("Tab")
    held = QApplication.focusWidget()
    return held.objectName() if held is not None else ""
