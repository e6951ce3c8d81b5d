"""A whole proof, and one of which nothing is known but the request, word for word."""

from __future__ import annotations

from pathlib import Path

import pytest

from qfpay_gui.snippets.proof.markdown import to_markdown
from qfpay_gui.snippets.proof.model import Proof, ShownClaim, prove
from tests.snippets.proof.cases import KEY, NOW, Named, request, right, whole, wrongly

_HERE = Path(__file__).parent


def _proofs() -> dict[str, Proof]:
    signed = ShownClaim(request().signature.lower(), right())
    said = [Named("The first <cause>."), Named("The second cause.")]
    return {
        "whole": whole(languages=()),
        "bare": prove(request(), KEY, created_at=NOW, version="1", languages=()),
        "without a key": prove(request(), "", created_at=NOW, version="1", languages=()),
        "right": prove(request(), KEY, created_at=NOW, version="1", languages=(), claim=signed),
        "unexplained": whole(languages=(), causes=said, reply=None, verdict=None, claim=ShownClaim("0" * 32, "")),
        "of another key": whole(languages=(), claim=wrongly(key_place="nowhere"), causes=()),
    }


@pytest.mark.parametrize("name", list(_proofs()))
def test_a_proof_says_what_it_said(name: str) -> None:
    """In ``wholes.md``, which can be read; this file run by itself writes it anew."""
    kept = (_HERE / "wholes.md").read_text(encoding="utf-8")
    assert f"<!-- {name} -->\n{to_markdown(_proofs()[name])}" in kept


if __name__ == "__main__":
    written = "".join(f"<!-- {name} -->\n{to_markdown(proof)}\n" for name, proof in _proofs().items())
    (_HERE / "wholes.md").write_text(written, encoding="utf-8")
