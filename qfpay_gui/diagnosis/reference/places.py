"""Pages of the environments a request may go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.reference.page import Kind, Line, Page, Section
from qfpay_gui.qfpay.environments import ALL, Environment, custom
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator


def pages() -> Iterator[Page]:
    """A page for each environment that is known, and one for a base URL of one's own."""
    yield from map(_environment, (*ALL, custom("https://openapi.example")))


def _environment(environment: Environment) -> Page:
    said = [Line(environment.caution, claim=f"environment.{environment.id}")]
    if environment.base_url and environment in ALL:
        said.append(Line(term=_BASE_URL, wire=environment.base_url))
    summary = environment.base_url if environment in ALL and environment.base_url else environment.caution
    sections = (Section(_MEANING, tuple(said)),)
    return Page(f"environment.{environment.id}", Kind.ENVIRONMENT, environment.name, summary, sections)


_MEANING = text("Reference", "What sending to it does")
_BASE_URL = text("Reference", "Base URL")
