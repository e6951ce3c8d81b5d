"""The languages in which signing code for a request can be had."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from qfpay_gui.snippets.signing_code.curl import sign_curl
from qfpay_gui.snippets.signing_code.java import sign_java
from qfpay_gui.snippets.signing_code.miniprogram import sign_miniprogram
from qfpay_gui.snippets.signing_code.node import sign_node
from qfpay_gui.snippets.signing_code.php import sign_php
from qfpay_gui.snippets.signing_code.python import sign_python

if TYPE_CHECKING:
    from qfpay_gui.qfpay.request.prepared import PreparedRequest


class Program(Protocol):
    """Writes a complete program that signs and sends a request once; it never contains the client key."""

    def __call__(self, prepared: PreparedRequest, *, reveal_personal: bool = False) -> str:
        """The program's text, to be saved as UTF-8."""


class Language(NamedTuple):
    """A language: its stable id, its name (a proper name, not translated), its program, and the file's extension."""

    id: str
    title: str
    program: Program
    extension: str


LANGUAGES = (
    Language("curl", "curl (bash, openssl)", sign_curl, "sh"),
    Language("python", "Python", sign_python, "py"),
    Language("node", "Node.js", sign_node, "mjs"),
    Language("miniprogram", "Mini Program", sign_miniprogram, "js"),
    Language("php", "PHP", sign_php, "php"),
    Language("java", "Java", sign_java, "java"),
)
