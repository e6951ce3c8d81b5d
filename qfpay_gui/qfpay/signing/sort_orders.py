"""The order in which parameters are signed: by name in ASCII order by the rule, and what merchants' programs use."""

from __future__ import annotations

import re
from functools import cmp_to_key
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Pairs = tuple[tuple[str, str], ...]

DOCUMENTED = (
    "txamt",
    "txcurrcd",
    "pay_type",
    "out_trade_no",
    "txdtm",
    "sub_openid",
    "expired_time",
    "limit_pay",
    "extend_info",
    "goods_name",
    "mchid",
    "udid",
    "notify_url",
)
"""The parameters of a payment in the order of the documentation and its samples."""

_INTEGER = re.compile("0|[1-9][0-9]{0,8}")
_DIGITS = re.compile("([0-9]+)")


def _by_name(pairs: Pairs) -> Pairs:
    return tuple(sorted(pairs, key=lambda pair: pair[0]))


def _integers_first(pairs: Pairs) -> Pairs:
    """As a JavaScript object lists its members: names that are integers first, by size."""
    integers = sorted((pair for pair in pairs if _INTEGER.fullmatch(pair[0])), key=lambda pair: int(pair[0]))
    return (*integers, *(pair for pair in pairs if not _INTEGER.fullmatch(pair[0])))


def _documented(pairs: Pairs) -> Pairs:
    rank = {name: at for at, name in enumerate(DOCUMENTED)}
    return tuple(sorted(pairs, key=lambda pair: rank.get(pair[0], len(rank))))


def _natural(pair: tuple[str, str]) -> list[tuple[int, int, str]]:
    pieces = _DIGITS.split(pair[0])
    return [(0, len(one), one) if one.isascii() and one.isdigit() else (1, 0, one.lower()) for one in pieces if one]


def _letters_first(pair: tuple[str, str]) -> str:
    return "".join(one if one.isalnum() else f"\U0010ffff{one}" for one in pair[0])


def _collated(pair: tuple[str, str]) -> tuple[str, str]:
    """As localeCompare and .NET compare: punctuation before digits before letters, small before capital."""
    weights = "".join(one.lower() if one.isalnum() else f"\x01{one}" for one in pair[0])
    return weights, pair[0].swapcase()


def _java_hash_map(pairs: Pairs) -> Pairs:
    """As java.util.HashMap lists them: by bucket, within one in the order they were put in."""
    capacity = 16
    while len(pairs) > capacity * 3 // 4:
        capacity *= 2
    return tuple(sorted(pairs, key=lambda pair: _java_hash(pair[0]) & (capacity - 1)))


def _java_buckets(capacity: int, *, pieces: bool = False) -> Callable[[Pairs], Pairs]:
    """As a HashMap or HashSet of so many buckets lists names, or finished pieces."""

    def listed(pairs: Pairs) -> Pairs:
        return tuple(sorted(pairs, key=lambda pair: _java_hash("=".join(pair) if pieces else pair[0]) & (capacity - 1)))

    return listed


def _java_hashtable(capacity: int) -> Callable[[Pairs], Pairs]:
    """As java.util.Hashtable lists them: the last bucket first, within one the newest, or what growth moved there."""

    def listed(pairs: Pairs) -> Pairs:
        table = _buckets((), capacity)
        for count, pair in enumerate(pairs):
            if count >= len(table) * 3 // 4:
                table = _buckets((one for chain in reversed(table) for one in chain), 2 * len(table) + 1)
            _put(table, pair)
        return tuple(pair for chain in reversed(table) for pair in chain)

    return listed


def _buckets(pairs: Iterable[tuple[str, str]], capacity: int) -> list[list[tuple[str, str]]]:
    table: list[list[tuple[str, str]]] = [[] for _bucket in range(capacity)]
    for pair in pairs:
        _put(table, pair)
    return table


def _put(table: list[list[tuple[str, str]]], pair: tuple[str, str]) -> None:
    table[_java_code(pair[0]) % 0x80000000 % len(table)].insert(0, pair)


def _java_hash(name: str) -> int:
    code = _java_code(name)
    return code ^ code >> 16


def _java_code(name: str) -> int:
    """String.hashCode of Java."""
    units = name.encode("utf-16-le", "surrogatepass")
    code = 0
    for at in range(0, len(units), 2):
        code = (31 * code + (units[at] | units[at + 1] << 8)) & 0xFFFFFFFF
    return code


def _php_compare(one: str, other: str) -> int:
    """As PHP compares two values: numbers by size, all else as text."""
    if _NUMBER.fullmatch(one) and _NUMBER.fullmatch(other):
        return (float(one) > float(other)) - (float(one) < float(other))
    return (one > other) - (one < other)


_NUMBER = re.compile(r"[0-9]{1,300}(?:\.[0-9]{1,300})?")
php_key = cmp_to_key(_php_compare)
"""For sorted: PHP's order of values."""


def _sorter(key: Callable[[tuple[str, str]], object], *, reverse: bool = False) -> Callable[[Pairs], Pairs]:
    return lambda pairs: tuple(sorted(pairs, key=key, reverse=reverse))  # type: ignore[arg-type]  # keys of one kind


BUCKETS = (8, 16, 32, 64, 128, 256, 512, 1024)
"""Capacities of a hash map, as a copy, a constructor or growth leaves it."""

TABLES = (4, 9, 16, 19, 23, 32, 39, 47, 64, 100)
"""Capacities of a Hashtable, which grows to twice as many and one."""

ORDERS: Mapping[str, Callable[[Pairs], Pairs]] = {
    "name": _by_name,
    "as given": lambda pairs: pairs,
    "as given, reversed": lambda pairs: tuple(reversed(pairs)),
    "name, ignoring case": _sorter(lambda pair: pair[0].lower()),
    "name, in capitals": _sorter(lambda pair: pair[0].upper()),
    "name, descending": _sorter(lambda pair: pair[0], reverse=True),
    "name, ignoring case, descending": _sorter(lambda pair: pair[0].lower(), reverse=True),
    "name, by locale": _sorter(_collated),
    "name, numbers by size": _sorter(_natural),
    "name, ignoring underscores": _sorter(lambda pair: pair[0].replace("_", "")),
    "name, letters before punctuation": _sorter(_letters_first),
    "value": _sorter(lambda pair: pair[1]),
    "value, descending": _sorter(lambda pair: pair[1], reverse=True),
    "value, as PHP compares": _sorter(lambda pair: php_key(pair[1])),
    "value, as PHP compares, descending": _sorter(lambda pair: php_key(pair[1]), reverse=True),
    "pair": _sorter(lambda pair: f"{pair[0]}={pair[1]}"),
    "pair, descending": _sorter(lambda pair: f"{pair[0]}={pair[1]}", reverse=True),
    "length of name": _sorter(lambda pair: len(pair[0])),
    "length of name, then name": _sorter(lambda pair: (len(pair[0]), pair[0])),
    "length of name, descending": _sorter(lambda pair: len(pair[0]), reverse=True),
    "documentation": _documented,
    "Java HashMap": _java_hash_map,
    **{f"Java HashMap of {size}": _java_buckets(size) for size in BUCKETS},
    **{f"Java HashSet of {size}": _java_buckets(size, pieces=True) for size in BUCKETS},
    "Java Hashtable": _java_hashtable(11),
    "Java Hashtable, copied": lambda pairs: _java_hashtable(max(11, 2 * len(pairs)))(pairs),
    **{f"Java Hashtable of {size}": _java_hashtable(size) for size in TABLES},
    "integers first": _integers_first,
    "integers first, then name": lambda pairs: _integers_first(_by_name(pairs)),
    "first letter": _sorter(lambda pair: pair[0][:1]),
}
"""Each takes pairs in the order given and returns them in the order signed."""


def arranged(pairs: Pairs, arrangement: Sequence[int]) -> Pairs:
    """The pairs in an order that no rule describes, by their indices."""
    return tuple(pairs[at] for at in arrangement)
