"""The one line that mends a deviation, in the language the merchant writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.signing.recipe import OFFICIAL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.qfpay.signing.recipe import SigningRecipe

_JOINED = {
    "python": '"&".join(f"{name}={params[name]}" for name in sorted(params)) + client_key',
    "node": "Object.keys(params).sort().map(name => `${name}=${params[name]}`).join('&') + clientKey",
    "php": "ksort($params, SORT_STRING); $string = urldecode(http_build_query($params)) . $clientKey;",
    "java": 'new TreeMap<>(params).entrySet().stream().map(e -> e.getKey() + "=" + e.getValue())'
    '.collect(Collectors.joining("&")) + clientKey',
}
_DIGESTS = {
    "python": "hashlib.md5(string.encode('utf-8')).hexdigest().upper()",
    "node": "crypto.createHash('md5').update(string, 'utf8').digest('hex').toUpperCase()",
    "php": "strtoupper(hash('md5', $string))",
    "java": 'MessageDigest.getInstance("MD5").digest(string.getBytes(StandardCharsets.UTF_8))',
}
LANGUAGES = (("python", "Python"), ("node", "JavaScript"), ("php", "PHP"), ("java", "Java"))
"""The ids and names of the languages a line can be had in."""
_BY_FORM = {"python": "python", "node": "node", "code": "node", "php": "php", "java": "java"}
_JOINING = ("order", "writing", "naming", "equals", "joiner", "lead", "trail", "shape", "whole", "cleaning")
_KEY = ("key_place", "key_lead", "key_tail", "key_name")
_DIGEST = ("charset", "digest", "case", "finished")


def language_of(form: str) -> str:
    """The language of a paste of this form, as far as it tells one; Python where it does not."""
    return _BY_FORM.get(form, "python")


def fix_line(recipe: SigningRecipe, language: str, sign_type: str = "MD5") -> str:
    """The line that does rightly what this recipe does otherwise; "" where the recipe is not at fault.

    ``language`` is an id of LANGUAGES; KeyError for any other.
    """
    line = _line(recipe, _JOINED[language], _DIGESTS[language])
    return line if sign_type != "SHA256" else _sha256(line)


def _line(recipe: SigningRecipe, joined: str, digest: str) -> str:
    if _differs(recipe, (*_JOINING, *_KEY)):
        return joined
    return digest if _differs(recipe, _DIGEST) else ""


def _differs(recipe: SigningRecipe, names: tuple[str, ...]) -> bool:
    official: Mapping[str, object] = vars(OFFICIAL)
    return any(getattr(recipe, name, official.get(name)) != official.get(name) for name in names)


def _sha256(line: str) -> str:
    return line.replace("md5", "sha256").replace('"MD5"', '"SHA-256"')
