"""What the palette offers: the window's commands, calls, the fields of the form, orders and cases."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from qfpay_gui.qfpay.currencies import human_amount
from qfpay_gui.qfpay.ranking import Findable, findable
from qfpay_gui.qfpay.request.parameters import ENDPOINTS, Endpoint, endpoint
from qfpay_gui.qfpay.text import text
from qfpay_gui.ui.orders.wording import STATES
from qfpay_gui.ui.palette.finder import Found
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenuBar

    from qfpay_gui.qfpay.orders.order import Order
    from qfpay_gui.services.database.cases import KeptCase

_MNEMONIC = re.compile(r"\(&.\)|&(?=.)(?!&)")
_MOST_ORDERS = 300
_CALL = text("Palette", "Call")
_FIELD = text("Palette", "Field")
_ORDER = text("Palette", "Order")
_CASE = text("Palette", "Case")
_LOOK_UP = text("Palette", "Look for “{words}” in the history")


@dataclass(frozen=True)
class Command:
    """A line of the palette, what it is found by, and what choosing it does."""

    shown: Found
    entry: Findable
    run: Callable[[], object]


def of_menus(bar: QMenuBar) -> Iterator[Command]:
    """Every command of the menus, each under the path of menus that leads to it."""
    for action in bar.actions():
        yield from _of_action(action, ())


def of_calls(choose: Callable[[str], object]) -> Iterator[Command]:
    """The calls of the API, to be edited."""
    for call in map(endpoint, ENDPOINTS):
        label = translated(call.label)
        shown = Found(label, translated(call.purpose), translated(_CALL), "edit")
        yield Command(shown, findable((label, call.name), call.path), partial(choose, call.name))


def of_fields(call: Endpoint, go_to: Callable[[str], object]) -> Iterator[Command]:
    """The parameters of this call, to put the cursor into."""
    for parameter in call.parameters:
        label = translated(parameter.label)
        shown = Found(parameter.name, label, translated(_FIELD), "edit")
        yield Command(shown, findable((parameter.name, label)), partial(go_to, parameter.name))


def of_orders(orders: Iterable[Order], look_up: Callable[[str], object]) -> Iterator[Command]:
    """The latest orders of this installation, found by either number, to be seen in the history."""
    for order in islice(orders, _MOST_ORDERS):
        amount = human_amount(order.txamt, order.txcurrcd) or order.txamt
        more = " · ".join(filter(None, (amount, translated(STATES[order.state]), order.syssn)))
        shown = Found(order.out_trade_no or order.syssn, more, translated(_ORDER), "list")
        yield Command(shown, findable((order.out_trade_no, order.syssn)), partial(look_up, shown.words))


def of_cases(cases: Iterable[KeptCase], take: Callable[[int], object]) -> Iterator[Command]:
    """The kept cases, found by merchant, ticket, order number and what was noted, to be taken in hand."""
    for case in cases:
        head, cause = case.head, translated(case.cause)
        named = " · ".join(filter(None, (head.merchant, head.ticket))) or case.number or cause
        more = " · ".join(one for one in (case.number, cause) if one and one != named)
        shown = Found(named[:120], more[:200], translated(_CASE), "diagnose")
        entry = findable(filter(None, (head.merchant, head.ticket, case.number)), f"{head.note} {cause}")
        yield Command(shown, entry, partial(take, case.id))


def looking_up(words: str, look_up: Callable[[str], object]) -> Command:
    """The history, asked for these very words."""
    said = translated(_LOOK_UP.fill(words=words[:60]))
    return Command(Found(said, picture="history"), Findable(()), partial(look_up, words))


def plain(words: str) -> str:
    """The words of an action without the letter that is underlined."""
    return _MNEMONIC.sub("", words.replace("&&", "\0")).replace("\0", "&")


def _of_action(action: QAction, path: tuple[str, ...]) -> Iterator[Command]:
    words, menu = plain(action.text()), action.menu()
    if isinstance(menu, QMenu):
        for one in menu.actions():
            yield from _of_action(one, (*path, words))
    elif not action.isSeparator() and action.isVisible():
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        # Why it cannot be done now, where the action knows.
        reason = "" if action.isEnabled() else action.whatsThis()
        shown = Found(
            words, " · ".join(filter(None, (" › ".join(path), reason))), keys, "chevron-right", action.isEnabled()
        )
        # Its object name is its English name, whatever language the window speaks.
        english = action.objectName().partition("_")[2].replace("_", " ")
        yield Command(shown, findable((words, english), " ".join(path)), action.trigger)
