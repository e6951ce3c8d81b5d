"""Where two texts part."""

from __future__ import annotations


def first_difference(left: str, right: str) -> int | None:
    """Index of the first character that differs, the shorter length where one continues the other; None where equal."""
    if left == right:
        return None
    pairs = enumerate(zip(left, right, strict=False))
    return next((at for at, (mine, theirs) in pairs if mine != theirs), min(len(left), len(right)))
