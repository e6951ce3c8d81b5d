"""The merchant's own mistake as a variant: our request, signed as the merchant signs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.request.variants import Variant
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from qfpay_gui.diagnosis import Diagnosis
    from qfpay_gui.diagnosis.importing import ReadRequest
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

THEIR_RECIPE = "their-recipe"
_NAME = text("Variants", "Signed as the merchant signs: {ids}")


def their_recipe(case: ReadRequest, diagnosis: Diagnosis) -> Variant:
    """Signs as diagnosed: exactly the merchant's signing string where the same parameters are sent.

    Where they were edited, or made anew, the recipe signs what is sent: then only deviations that change parameters
    themselves are lost.
    """

    def make(request: PreparedRequest, client_key: str) -> PreparedRequest:
        if request.parameters == case.pairs:
            signed = diagnosis.signed
        else:
            signed = diagnosis.recipe.sign(request.parameters, client_key, request.sign_type)
        headers = tuple((n, signed.signature if n == "X-QF-SIGN" else value) for n, value in request.headers)
        return replace(request, signed=signed, headers=headers)

    return Variant(THEIR_RECIPE, _NAME.fill(ids=", ".join(diagnosis.deviations)), make)
