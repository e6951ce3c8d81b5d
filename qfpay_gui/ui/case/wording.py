"""What recognised forms are called, and what is known of a request in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.currencies import human_amount
from qfpay_gui.qfpay.environments import by_id
from qfpay_gui.qfpay.json_reading import excerpt
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.importing import ReadRequest

_FORMS = {
    "curl": text("Case", "curl command"),
    "curl-cmd": text("Case", "curl command (Windows)"),
    "powershell": text("Case", "PowerShell command"),
    "http": text("Case", "HTTP request"),
    "har": text("Case", "HAR file"),
    "postman": text("Case", "Postman"),
    "insomnia": text("Case", "Insomnia"),
    "bruno": text("Case", "Bruno"),
    "hoppscotch": text("Case", "Hoppscotch"),
    "thunder-client": text("Case", "Thunder Client"),
    "apifox": text("Case", "Apifox"),
    "apipost": text("Case", "Apipost"),
    "charles": text("Case", "Charles"),
    "openapi": text("Case", "OpenAPI description"),
    "http-file": text("Case", "HTTP file"),
    "jmeter": text("Case", "JMeter"),
    "soapui": text("Case", "SoapUI"),
    "mitmproxy": text("Case", "mitmproxy"),
    "httpie": text("Case", "HTTPie command"),
    "form": text("Case", "Form body"),
    "query": text("Case", "Query string"),
    "json": text("Case", "JSON"),
    "xml": text("Case", "XML"),
    "multipart": text("Case", "Multipart body"),
    "lines": text("Case", "name=value lines"),
    "table": text("Case", "Table"),
    "code": text("Case", "Code"),
    "signing-string": text("Case", "Signing string"),
    "python": text("Case", "Python print"),
    "java": text("Case", "Java print"),
    "node": text("Case", "Node.js print"),
    "php": text("Case", "PHP print"),
    "ruby": text("Case", "Ruby print"),
    "go": text("Case", "Go print"),
    "proof": text("Case", "Proof of this program"),
    "case": text("Case", "Kept case"),
}
_KINDS = {
    "reply": text("Case", "A reply of QFPay's"),
    "notification": text("Case", "A notification of QFPay's"),
    "pay_params": text("Case", "pay_params"),
    "wx-error": text("Case", "WeChat's answer to the Mini Program"),
    "return-code": text("Case", "A return code"),
    "digest": text("Case", "A signature, an app code or a key"),
    "client_key": text("Case", "Probably a client_key"),
    "documentation": text("Case", "A page of the documentation"),
}
_NOTHING = text("Case", "Nothing recognised yet")
_OTHER = text("Case", "Text")
_REQUEST = text("Case", "{place}. {what}")
_NO_NUMBER = text("Case", "request without an order number")


def form_name(form: str) -> str:
    """What people call the format with this id."""
    return translated(_FORMS.get(form, _OTHER))


def kind_name(kind: str) -> str:
    """What a paste of this kind, which is no request, is."""
    return translated(_KINDS.get(kind, _NOTHING))


def order_line(place: int, request: ReadRequest) -> str:
    """A request of several, by its number and amount."""
    number = excerpt(request.params.get("out_trade_no", ""), margin=24)
    amount = human_amount(request.params.get("txamt", ""), request.params.get("txcurrcd", ""))
    what: Text | str = " · ".join(part for part in (number, amount) if part) or _NO_NUMBER
    return translated(_REQUEST.fill(place=place, what=what))


def facts(request: ReadRequest) -> Iterator[str]:
    """Form, environment and sign type, as far as the paste shows them."""
    yield form_name(request.form)
    environment = by_id(request.environment_id)
    if environment is not None:
        yield translated(environment.name)
    yield excerpt(request.sign_type)


def details(request: ReadRequest) -> Iterator[str]:
    """App code and URL, as far as the paste shows them."""
    if request.app_code:
        yield f"X-QF-APPCODE {excerpt(request.app_code, margin=6)}"
    if request.url:
        yield excerpt(request.url, margin=64)
