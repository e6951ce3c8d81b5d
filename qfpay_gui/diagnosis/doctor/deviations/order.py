"""Parameters signed in another order than by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.deviation import Deviation, Edit
from qfpay_gui.qfpay.signing.recipe import ORDERS
from qfpay_gui.qfpay.signing.sort_orders import BUCKETS, TABLES
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.doctor.case import Case

MOST_TO_MOVE = 24
"""Parameters, up to which each is looked for in every other place."""

SORT = text("Doctor", "Sort the parameters by name in plain ASCII order, case-sensitive, just before you join them.")
_ROWS: tuple[tuple[str, str, int, Text], ...] = (
    ("as given", "unsorted", 1, text("Doctor", "the parameters were not sorted: they were signed in the order given")),
    (
        "name, ignoring case",
        "sorted-ignoring-case",
        1,
        text("Doctor", "the names were sorted ignoring case, though capitals come before small letters"),
    ),
    (
        "name, in capitals",
        "sorted-ignoring-case",
        2,
        text("Doctor", "the names were sorted ignoring case (as capitals), though capitals come before small letters"),
    ),
    ("name, descending", "sorted-descending", 2, text("Doctor", "the names were sorted in descending order")),
    (
        "name, ignoring case, descending",
        "sorted-descending",
        6,
        text("Doctor", "the names were sorted in descending order, ignoring case"),
    ),
    ("value", "sorted-by-value", 2, text("Doctor", "the parameters were sorted by value, not by name")),
    (
        "value, descending",
        "sorted-by-value",
        5,
        text("Doctor", "the parameters were sorted by value in descending order, not by name"),
    ),
    (
        "pair",
        "sorted-by-pair",
        3,
        text("Doctor", "the finished “name=value” texts were sorted, which differs where one name begins another"),
    ),
    (
        "pair, descending",
        "sorted-descending",
        5,
        text("Doctor", "the finished “name=value” texts were sorted in descending order"),
    ),
    ("as given, reversed", "unsorted-reversed", 4, text("Doctor", "the parameters were signed in reversed order")),
    (
        "documentation",
        "unsorted-documentation-order",
        3,
        text("Doctor", "the parameters were not sorted: they were signed in the order of the documentation's table"),
    ),
    (
        "Java HashMap",
        "unsorted-hash-map",
        3,
        text("Doctor", "the parameters were not sorted: they were signed in the order of a Java HashMap"),
    ),
    (
        "integers first",
        "unsorted-integers-first",
        3,
        text("Doctor", "the parameters were not sorted, and a JavaScript object put names that are numbers first"),
    ),
    (
        "integers first, then name",
        "integers-first",
        2,
        text("Doctor", "a JavaScript object put names that are numbers first, whatever order they were sorted in"),
    ),
    (
        "name, by locale",
        "sorted-by-locale",
        3,
        text("Doctor", "the names were sorted by the rules of a language (localeCompare), not in ASCII order"),
    ),
    (
        "name, numbers by size",
        "sorted-naturally",
        4,
        text("Doctor", "the names were sorted with their numbers by size, not in ASCII order"),
    ),
    (
        "name, ignoring underscores",
        "sorted-ignoring-underscores",
        4,
        text("Doctor", "the names were sorted ignoring the underscores"),
    ),
    (
        "name, letters before punctuation",
        "sorted-letters-first",
        4,
        text("Doctor", "the names were sorted with letters before the underscore, though “_” comes before small ones"),
    ),
    (
        "length of name",
        "sorted-by-length",
        3,
        text("Doctor", "the parameters were sorted by the length of their names"),
    ),
    (
        "length of name, then name",
        "sorted-by-length",
        3,
        text("Doctor", "the parameters were sorted by the length of their names, then by name"),
    ),
    (
        "length of name, descending",
        "sorted-by-length",
        5,
        text("Doctor", "the parameters were sorted by the length of their names, longest first"),
    ),
    (
        "first letter",
        "sorted-by-first-letter",
        4,
        text("Doctor", "the parameters were sorted by the first letter of their names only"),
    ),
)


_BUCKETS = text(
    "Doctor", "the parameters were not sorted: they were signed in the order of a Java HashMap ({size} buckets)"
)
_PIECES = text(
    "Doctor",
    "the finished “name=value” texts were not sorted: they stand in the order of a Java HashSet ({size} buckets)",
)
_BY_VALUE_IN_PHP = text(
    "Doctor", "the parameters were sorted by value, numbers by size (PHP's asort or arsort), not by name"
)
_TABLE = text(
    "Doctor", "the parameters were not sorted: they were signed in the order of a Java Hashtable (hash order)"
)


def deviations(case: Case) -> Iterator[Deviation]:
    """Every known order, and one parameter out of place."""
    for order, identity, cost, cause in _ROWS:
        yield Deviation(identity, cost, cause, SORT, {"order": order}, depth=3 if cost < 4 else 2)
    for size in BUCKETS:
        words = _BUCKETS.fill(size=size)
        yield Deviation("unsorted-hash-map", 4, words, SORT, {"order": f"Java HashMap of {size}"}, depth=1)
        words = _PIECES.fill(size=size)
        yield Deviation("unsorted-hash-map", 5, words, SORT, {"order": f"Java HashSet of {size}"}, depth=1)
    for order in ("Java Hashtable", "Java Hashtable, copied", *(f"Java Hashtable of {size}" for size in TABLES)):
        yield Deviation("unsorted-hash-map", 4, _TABLE, SORT, {"order": order}, depth=1)
    for order in ("value, as PHP compares", "value, as PHP compares, descending"):
        yield Deviation("sorted-by-value", 4, _BY_VALUE_IN_PHP, SORT, {"order": order}, depth=1)
    yield from _one_out_of_place(case)


def _one_out_of_place(case: Case) -> Iterator[Deviation]:
    """Sorted but for one, which was put at the end (a name added after the sorting), in front, or anywhere."""
    in_order = _sorted_indices(case)
    for index in in_order if len(in_order) <= MOST_TO_MOVE else ():
        name = case.sent[index][0]
        for end, identity, cost, cause in _ENDS:
            edit = Edit(odd=(index, end))
            yield Deviation(identity, cost, cause.fill(name=name), SORT, _AS_GIVEN, edit, depth=2)
        rest = [other for other in in_order if other != index]
        for place in range(1, len(rest)):
            arranged = Edit(arranged=(*rest[:place], index, *rest[place:]))
            yield Deviation("out-of-place", 6, _OUT_OF_PLACE.fill(name=name), SORT, _AS_GIVEN, arranged, depth=1)


_AS_GIVEN = {"order": "as given"}
_ENDS = (
    ("last", "added-after-sorting", 3, text("Doctor", "{name} was appended after the parameters had been sorted")),
    ("first", "out-of-place", 4, text("Doctor", "the parameters were sorted, but {name} stands in front of all")),
)
_OUT_OF_PLACE = text("Doctor", "all parameters were sorted but {name}, which stands in the wrong place")


def _sorted_indices(case: Case) -> list[int]:
    numbered = tuple((name, str(index)) for index, (name, _value) in enumerate(case.sent))
    return [int(index) for _name, index in ORDERS["name"](numbered)]
