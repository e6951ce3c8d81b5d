from __future__ import annotations

import hashlib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.diagnosis.doctor.case import Case
from qfpay_gui.diagnosis.doctor.catalogue import catalogue, key_of, pairs_of, recipe_of
from qfpay_gui.diagnosis.doctor.changes import Changes, change_of
from qfpay_gui.diagnosis.doctor.deviation import Deviation, compatible
from qfpay_gui.diagnosis.doctor.frames import Frame, has_frame
from qfpay_gui.diagnosis.doctor.joining import finisher, joined
from qfpay_gui.diagnosis.doctor.styles import Memory
from qfpay_gui.qfpay.signing.recipe import OFFICIAL, well_formed
from tests.diagnosis.doctor.catalogue import APP_CODE, KEY, MCHID, SENT

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
PAIRS = st.lists(st.tuples(ANY, ANY), max_size=5).map(tuple)
CASE = Case(tuple(SENT.items()), KEY, "MD5", APP_CODE, (), (("mchid", MCHID),))
KNOWN = catalogue(CASE, frozenset({32, 40, 64}))


@given(PAIRS, ANY, st.sampled_from(KNOWN.alone))
def test_the_quick_way_makes_what_the_recipe_makes(pairs: Any, key: str, deviation: Any) -> None:
    """Joined and finished as one text, as by its segments."""
    recipe = recipe_of((deviation,))
    signed = recipe.sign(pairs, key)
    assert finisher(recipe, key, "MD5")(joined(recipe, pairs)).upper() == recipe.sign(pairs, key).signature.upper() or (
        recipe.case != "upper"
    )
    assert signed.string == well_formed(signed.string)


def test_a_frame_makes_the_same_text_as_the_recipe() -> None:
    """For every way to join or order, and every parameter left out, added or changed."""
    points = [change for one in KNOWN.texts if (change := change_of(one.deviation, CASE.sent))]
    single = {id(point.source) for point in points if isinstance(point.source, Deviation) and not point.source.recipe}
    framings = [one.deviation for one in KNOWN.texts if has_frame(one.deviation) and id(one.deviation) not in single]
    changes, memory = Changes(points[::7], len(CASE.sent)), Memory()
    assert len(framings) > 100
    for framing in framings:
        frame = Frame(CASE.sent, (framing,), changes, memory)
        for row in frame.rows(0, 9):
            for tail, change in zip(row.tails, row.changes, strict=True):
                assert isinstance(change.source, Deviation)
                both = (framing, change.source)
                if compatible(*both) and not change.source.recipe:
                    expected = joined(recipe_of(both), pairs_of(both, CASE.sent))
                    text = (frame.text[: row.start] + tail)[frame.cut :]
                    assert (frame.lead + text).decode() == expected, both


def test_the_proof_of_a_deviation_is_its_digest() -> None:
    """What a finish says of a text is what hashlib says of the whole string."""
    text = joined(OFFICIAL, CASE.sent)
    for finish in KNOWN.finishes:
        recipe = recipe_of((finish.deviation,))
        key = key_of((finish.deviation,), KEY)
        if finish.ends is not None:
            string = recipe.sign(CASE.sent, key).string
            assert finish.ends[0].decode() + text + finish.ends[1].decode() == string
            assert finish.digest(text) == hashlib.md5(string.encode()).hexdigest()  # noqa: S324 - the API's own
