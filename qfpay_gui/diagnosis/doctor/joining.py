"""The joined parameters of a recipe as one text: the quick way of a search that tries a hundred thousand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.signing.recipe import CHARSETS, DIGESTS, KEYED_DIGESTS, ORDERS, SHAPES, WRITINGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.qfpay.signing.recipe import Pairs, SigningRecipe


def joined(recipe: SigningRecipe, pairs: Pairs) -> str:
    """What the recipe puts before the key; the same text as its segments make."""
    ordered = ORDERS[recipe.order](pairs)
    has_pairs = recipe.shape == "pairs"
    middle = recipe.joiner.join(pieces(recipe, ordered)) if has_pairs else SHAPES[recipe.shape](ordered)
    if recipe.whole == "raw":
        return f"{recipe.lead}{middle}{recipe.trail}"
    return WRITINGS[recipe.whole](f"{recipe.lead}{middle}{recipe.trail}")


def pieces(recipe: SigningRecipe, pairs: Pairs) -> list[str]:
    """Name and value of each parameter as the recipe writes them."""
    equals = recipe.equals
    if recipe.writing == recipe.naming == recipe.cleaning == "raw":
        return [f"{name}{equals}{value}" for name, value in pairs]
    write, write_name = WRITINGS[recipe.writing], WRITINGS[recipe.naming]
    if recipe.cleaning == "raw":
        return [f"{write_name(name)}{equals}{write(value)}" for name, value in pairs]
    clean = WRITINGS[recipe.cleaning]
    return [f"{write_name(name)}{equals}{write(clean(value))}" for name, value in pairs]


def finisher(recipe: SigningRecipe, client_key: str, sign_type: str) -> Callable[[str], str]:
    """From the joined parameters to the digest, lower-case hex."""
    before, after = recipe.around(client_key)
    digest = digester(recipe, client_key, sign_type)
    encode = str.encode if recipe.charset == "utf-8" else CHARSETS[recipe.charset]
    if recipe.finished != "raw":
        write = WRITINGS[recipe.finished]
        return lambda text: digest(encode(write(f"{before}{text}{after}")))
    return lambda text: digest(encode(f"{before}{text}{after}"))


def digester(recipe: SigningRecipe, client_key: str, sign_type: str) -> Callable[[bytes], str]:
    """From the signed bytes to the digest, lower-case hex."""
    if recipe.digest in KEYED_DIGESTS:
        keyed, key = KEYED_DIGESTS[recipe.digest], CHARSETS[recipe.charset](client_key)
        return lambda signed: keyed(key, signed)
    return DIGESTS[recipe.digest or sign_type]
