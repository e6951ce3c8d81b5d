"""What carried a paste to support changes nothing about what is read out of it."""

from __future__ import annotations

import pytest

from tests.diagnosis.importing.corpus.carriers import CARRIERS
from tests.diagnosis.importing.corpus.pasted import LISTED, NOT_YET, PASTES, lost_in
from tests.thorough import chosen


@pytest.mark.timeout(300)
@pytest.mark.parametrize("carrier", CARRIERS)
def test_carried_paste_reads_the_same(carrier: str) -> None:
    """A paste that is read by itself is read the same when it comes prefixed, escaped, quoted or encoded.

    Every carrier is tried with each 24th paste, others for the next carrier.
    """
    at = list(CARRIERS).index(carrier)
    pastes = [one for one in chosen([*PASTES[at:], *PASTES[:at]], 24) if one.stem not in NOT_YET]
    late = LISTED.get(carrier, set()) & {paste.stem for paste in pastes}
    assert lost_in(carrier, pastes) <= late


@pytest.mark.parametrize(
    ("carrier", "arrives"),
    [
        ("docker-compose", "api-1  | a=1\napi-1  | \napi-1  | b=<2>\n"),
        ("mail-quote", "> a=1\n> \n> b=<2>\n"),
        ("html", "a=1\n\nb=&lt;2&gt;\n"),
        ("json-message", '{"level": "info", "message": "a=1\\n\\nb=<2>\\n", "service": "shop"}'),
        ("percent", "a%3D1%0A%0Ab%3D%3C2%3E%0A"),
        ("quoted-printable", "a=3D1\n\nb=3D<2>\n"),
        ("crlf", "a=1\r\n\r\nb=<2>\r\n"),
    ],
)
def test_carrier_does_what_it_is_named_after(carrier: str, arrives: str) -> None:
    """A carrier changes every line, an empty one too, and adds none."""
    assert CARRIERS[carrier]("a=1\n\nb=<2>\n") == arrives
