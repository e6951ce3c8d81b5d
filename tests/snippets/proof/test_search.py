"""Where nothing explains the signature, the proof tells what was tried, in every form."""

from __future__ import annotations

import json

import pytest

from qfpay_gui.qfpay.text import text
from qfpay_gui.snippets.proof.html import to_html
from qfpay_gui.snippets.proof.json_file import to_json
from qfpay_gui.snippets.proof.markdown import to_markdown
from qfpay_gui.snippets.proof.model import ShownSearch
from tests.snippets.proof.cases import KEY, whole

SEARCH = ShownSearch(
    1091595,
    (text("Account", "orders"), text("Account", "digests")),
    (text("Account", "one wrong character in values of more than {most}: {names}").fill(most=96, names=f"x{KEY}"),),
)


@pytest.mark.parametrize("write", [to_markdown, to_html])
def test_an_empty_diagnosis_tells_what_was_tried_and_what_was_not(write: object) -> None:
    """How many candidates, each family, and what no search sees; a key in a name is masked."""
    assert callable(write)
    written = write(whole(causes=[], search=SEARCH))
    assert "1,091,595 candidates" in written
    assert "Tried: orders; digests" in written
    assert "Not tried: one wrong character" in written
    assert KEY not in written
    assert "Tried:" not in write(whole(search=SEARCH))
    assert "Tried:" not in write(whole(causes=[]))


def test_the_file_holds_it_as_members() -> None:
    """And null where there was no such search."""
    search = json.loads(to_json(whole(causes=[], search=SEARCH)))["search"]
    assert (search["candidates"], search["tried"]) == (1091595, ["orders", "digests"])
    assert KEY not in "".join(search["untried"])
    assert json.loads(to_json(whole()))["search"] is None
