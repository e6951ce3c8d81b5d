"""The search for the fewest things done otherwise that give a signature."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from qfpay_gui.diagnosis.notification.cause import MD5, Cause, Way
from qfpay_gui.diagnosis.notification.endings import edited, ended
from qfpay_gui.diagnosis.notification.keys import Join, joins, keys, official
from qfpay_gui.diagnosis.notification.prints import prints
from qfpay_gui.diagnosis.notification.rewriting import rewritten
from qfpay_gui.qfpay.signing.digests import DIGESTS, KEYED_DIGESTS, USUAL
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from qfpay_gui.diagnosis.notification.claims import Claim

LONGEST = 32 * 1024
"""Bytes; of a longer body only the official signature is computed."""
_MOST_BODIES = 400
_DIGEST_WORDS = text("Notification", "the digest is {name}, not MD5")
_HMAC_WORDS = text("Notification", "the digest is {name}, not plain MD5")

Causes: TypeAlias = tuple[Cause, ...]


@dataclass(frozen=True)
class Question:
    """What is asked: the body, the digits to find, and every key that may be used. The repr shows none of them."""

    body: bytes = field(repr=False)
    claim: Claim = field(repr=False)
    client_key: str = field(repr=False)
    other_keys: Mapping[str, str] = field(default_factory=dict, repr=False)
    app_code: str = field(default="", repr=False)


@dataclass(frozen=True)
class _Digest:
    """One way to compute the digits from body, key and the two joined; no causes for the right one."""

    causes: Causes
    compute: Callable[[bytes, bytes, bytes], str]


def find(question: Question) -> Causes | None:
    """The likeliest causes that give the signature, none of them where it is right; None where nothing known does."""
    search = _Search(question)
    for stage in (search.alone(), search.pairs()):
        hits = [causes for causes in stage if causes is not None]
        if hits:
            return min(hits, key=_cost)
    return None


class _Search:
    """The axes of one question: bodies, keys, ways to join them, digests."""

    def __init__(self, question: Question) -> None:
        self._claim = question.claim
        self._bodies = list(_bodies(question.body))
        known = list(keys(question.client_key, question.other_keys, question.app_code))
        self._keys = [way for way, _is_likely in known]
        self._likely_keys = [way for way, is_likely in known if is_likely]
        self._joins = list(joins())
        self._digests = list(_digests(question.claim))

    def alone(self) -> Iterator[Causes | None]:
        """Everything right but for one axis at most."""
        yield from self._tried(self._bodies, self._keys[:1], self._joins[:1], self._digests[:1])
        yield from self._tried(self._bodies[:1], self._keys, self._joins[:1], self._digests[:1])
        yield from self._tried(self._bodies[:1], self._keys[:1], self._joins, self._digests)

    def pairs(self) -> Iterator[Causes | None]:
        """Two axes that are wrong together, and a digest beside a join of its own."""
        bodies, likely = self._bodies[:_MOST_BODIES], self._likely_keys
        yield from self._tried(bodies, likely, self._joins[:1], self._digests[:1])
        yield from self._tried(bodies, self._keys[:1], self._joins, self._digests[:1])
        yield from self._tried(bodies, self._keys[:1], self._joins[:1], self._digests)
        yield from self._tried(self._bodies[:1], likely, self._joins, self._digests[:1])
        yield from self._tried(self._bodies[:1], likely, self._joins[:1], self._digests)

    def _tried(
        self, bodies: Sequence[Way], known: Sequence[Way], ways: Sequence[Join], digests: Sequence[_Digest]
    ) -> Iterator[Causes | None]:
        for body in bodies:
            for key in known:
                for join in ways:
                    joined = join.join(body.signed, key.signed)
                    for digest in digests:
                        if self._claim.fits(digest.compute(body.signed, key.signed, joined)):
                            yield (*body.causes, *key.causes, *join.causes, *digest.causes, *self._claim.causes)


def _bodies(body: bytes) -> Iterator[Way]:
    """The body as it is, then every other text that may have been signed, each once."""
    yield Way((), body)
    seen = {body}
    for way in (*edited(body), *prints(body), *_twice(body)):
        if way.signed not in seen:
            seen.add(way.signed)
            yield way


def _twice(body: bytes) -> Iterator[Way]:
    """Written anew by another program, and with other ends besides; or two edits of the text."""
    for way in rewritten(body):
        yield way
        yield from _followed(way, ended(way.signed)) if way.cost < 4 else ()
    for way in edited(body):
        yield from _followed(way, edited(way.signed))


def _followed(first: Way, ways: Iterable[Way]) -> Iterator[Way]:
    for second in ways:
        if {cause.id for cause in first.causes}.isdisjoint(cause.id for cause in second.causes):
            yield Way((*first.causes, *second.causes), second.signed)


def _digests(claim: Claim) -> Iterator[_Digest]:
    """MD5 first, then every digest that writes as many digits."""
    yield _Digest((), lambda _body, _key, joined: DIGESTS["MD5"](joined))
    for name, plain in DIGESTS.items():
        if name != "MD5" and name in USUAL and _may_give(claim, name, plain(b"")):
            yield _Digest((_cause(name),), _plain(plain))
    for name, keyed in KEYED_DIGESTS.items():
        if name in USUAL and _may_give(claim, name, keyed(b"k", b"")):
            cause = _cause(name)
            yield _Digest((cause,), _keyed(keyed, joined_too=False))
            yield _Digest((cause,), _keyed(keyed, joined_too=True))


def _may_give(claim: Claim, name: str, written: str) -> bool:
    return len(written) == len(claim.head) if claim.is_whole else name == "SHA256"


def _plain(digest: Callable[[bytes], str]) -> Callable[[bytes, bytes, bytes], str]:
    return lambda _body, _key, joined: digest(joined)


def _keyed(digest: Callable[[bytes, bytes], str], *, joined_too: bool) -> Callable[[bytes, bytes, bytes], str]:
    return lambda body, key, joined: digest(key, joined if joined_too else body)


def _cause(name: str) -> Cause:
    identity = "digest-" + "".join(one if one.isalnum() else "-" for one in name.lower()).strip("-").replace("--", "-")
    words = (_HMAC_WORDS if name.startswith("HMAC") else _DIGEST_WORDS).fill(name=name)
    return Cause(identity, 1 if name in {"SHA256", "HMAC-SHA256", "HMAC-MD5"} else 3, "digest", words, MD5)


def _cost(causes: Causes) -> tuple[int, int]:
    return sum(cause.cost for cause in causes), len(causes)


__all__ = ["LONGEST", "Question", "find", "official"]
