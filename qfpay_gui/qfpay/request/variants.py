"""Sending as a merchant did: known mistakes, made on purpose, to see what a server answers to them."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.request.form_body import encode_form
from qfpay_gui.qfpay.signing.recipe import OFFICIAL, SigningRecipe
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.qfpay.request.prepared import PreparedRequest


@dataclass(frozen=True)
class Variant:
    """A deliberate mistake: what it is called, and the wrong request it makes of a right one.

    ``make`` takes the prepared request and the client key.
    """

    id: str
    name: Text
    make: Callable[[PreparedRequest, str], PreparedRequest]

    def apply(self, request: PreparedRequest, client_key: str) -> PreparedRequest:
        """The wrong request, marked as deliberately wrong."""
        return replace(self.make(request, client_key), deliberate=self.name)


def _signed_by(recipe: SigningRecipe, request: PreparedRequest, client_key: str) -> PreparedRequest:
    signed = recipe.sign(request.parameters, client_key, request.sign_type)
    return _with_header(replace(request, signed=signed), "X-QF-SIGN", signed.signature)


def by_recipe(variant_id: str, name: Text, **changes: str) -> Variant:
    """A variant that signs the same parameters by a recipe with these fields changed."""
    recipe = replace(OFFICIAL, **changes)  # type: ignore[arg-type]  # names and values are the recipe's
    return Variant(variant_id, name, lambda request, key: _signed_by(recipe, request, key))


def _with_header(request: PreparedRequest, name: str, value: str | None) -> PreparedRequest:
    headers = tuple((other, kept) for other, kept in request.headers if other != name)
    return replace(request, headers=headers if value is None else (*headers, (name, value)))


def _json_body(request: PreparedRequest, _key: str) -> PreparedRequest:
    body = json.dumps(dict(request.parameters), ensure_ascii=False).encode("utf-8", "replace")
    return _with_header(replace(request, body=body), "Content-Type", "application/json")


def _query_string(request: PreparedRequest, _key: str) -> PreparedRequest:
    return replace(request, url=f"{request.url}?{request.body.decode('ascii')}", body=b"")


def _tampered(request: PreparedRequest, _key: str) -> PreparedRequest:
    """The amount, or the first value where there is none, changed after signing."""
    names = [name for name, _value in request.parameters]
    if not names:
        return request
    target = "txamt" if "txamt" in names else names[0]
    pairs = tuple((name, f"{value}1" if name == target else value) for name, value in request.parameters)
    return replace(request, parameters=pairs, body=encode_form(pairs))


def _field_added(request: PreparedRequest, _key: str) -> PreparedRequest:
    pairs = (*request.parameters, ("udid", "added-after-signing"))
    return replace(request, parameters=pairs, body=encode_form(pairs))


def _unencoded(request: PreparedRequest, _key: str) -> PreparedRequest:
    body = "&".join(f"{name}={value}" for name, value in request.parameters)
    return replace(request, body=body.encode("utf-8", "replace"))


def _other_digest_unnamed(request: PreparedRequest, key: str) -> PreparedRequest:
    signed = OFFICIAL.sign(request.parameters, key, "SHA256")
    unnamed = _with_header(replace(request, signed=signed, sign_type="SHA256"), "X-QF-SIGNTYPE", None)
    return _with_header(unnamed, "X-QF-SIGN", signed.signature)


def _app_code_signed(request: PreparedRequest, key: str) -> PreparedRequest:
    code = dict(request.headers).get("X-QF-APPCODE", "")
    signed = OFFICIAL.sign((*request.parameters, ("app_code", code)), key, request.sign_type)
    return _with_header(replace(request, signed=signed), "X-QF-SIGN", signed.signature)


def _empty_added(request: PreparedRequest, _key: str) -> PreparedRequest:
    pairs = (*request.parameters, ("udid", ""))
    return replace(request, parameters=pairs, body=encode_form(pairs))


def _time_changed(request: PreparedRequest, _key: str) -> PreparedRequest:
    """A second later than what was signed, as where the clock is asked twice."""
    pairs = tuple((name, _later(value) if name == "txdtm" else value) for name, value in request.parameters)
    return replace(request, parameters=pairs, body=encode_form(pairs))


def _later(moment: str) -> str:
    try:
        return str(datetime.fromisoformat(moment) + timedelta(seconds=1))
    except ValueError:
        return f"{moment} "


def _unsigned(request: PreparedRequest, _key: str) -> PreparedRequest:
    return _with_header(request, "X-QF-SIGN", None)


_JSON = {"naming": "JSON", "writing": "JSON", "equals": ":", "joiner": ",", "lead": "{", "trail": "}"}

VARIANTS: tuple[Variant, ...] = (
    by_recipe("lower-case", text("Variants", "Signature in lower case"), case="lower"),
    by_recipe("unsorted", text("Variants", "Parameters signed unsorted"), order="as given"),
    by_recipe("percent-encoded", text("Variants", "Values URL-encoded before signing"), writing="percent-encoded"),
    by_recipe("key-parameter", text("Variants", "Key joined with &key=, as WeChat does"), key_lead="&key="),
    by_recipe("key-missing", text("Variants", "Signed without the key"), key_place="nowhere"),
    by_recipe("low-byte", text("Variants", "Signed by the official md5.js (low bytes)"), charset="low byte"),
    by_recipe("gbk", text("Variants", "Signed as GBK text"), charset="gbk"),
    Variant("sha256-unnamed", text("Variants", "SHA256 without X-QF-SIGNTYPE"), _other_digest_unnamed),
    Variant("unsigned", text("Variants", "No X-QF-SIGN header"), _unsigned),
    Variant("json-body", text("Variants", "JSON body instead of a form"), _json_body),
    Variant("query-string", text("Variants", "Parameters in the query string"), _query_string),
    Variant("not-encoded", text("Variants", "Form body not URL-encoded"), _unencoded),
    Variant("tampered", text("Variants", "Amount changed after signing"), _tampered),
    Variant("field-added", text("Variants", "Parameter added after signing"), _field_added),
)


MISTAKES: tuple[Variant, ...] = (
    *VARIANTS,
    by_recipe("key-ampersand", text("Variants", "Key joined with &"), key_lead="&"),
    by_recipe("key-in-front", text("Variants", "Key in front of the parameters"), key_place="start"),
    by_recipe("key-line-feed", text("Variants", "Key copied with a line feed"), key_tail="\n"),
    by_recipe("hmac", text("Variants", "HMAC with the key, nothing appended"), key_place="nowhere", digest="HMAC-MD5"),
    by_recipe("no-separators", text("Variants", "Joined without = and &"), equals="", joiner=""),
    by_recipe("values-only", text("Variants", "Values joined, without names"), naming="omitted", equals="", joiner=""),
    by_recipe("json-signed", text("Variants", "JSON text signed instead of pairs"), **_JSON),
    by_recipe("json-escaped", text("Variants", "Values signed with \\u escapes"), writing="\\u escapes"),
    Variant("app-code-signed", text("Variants", "The app_code signed as a parameter"), _app_code_signed),
    Variant("empty-added", text("Variants", "An empty parameter sent, and left out when signing"), _empty_added),
    Variant("time-changed", text("Variants", "txdtm made anew after signing"), _time_changed),
)
"""Every mistake that a suite can make; those beyond VARIANTS are not in the window's menu."""


def variant(variant_id: str) -> Variant:
    """The mistake with this id; KeyError where there is none."""
    return {one.id: one for one in MISTAKES}[variant_id]
