from __future__ import annotations

from qfpay_gui.diagnosis.comparison import Effect, LineKind, Part, Side
from qfpay_gui.models.case.comparison import table
from tests.models.case.case_samples import KEY, PAIRS, RIGHT, SORTED, md5

OURS = Side(PAIRS, (("X-QF-SIGN", RIGHT),), "https://a.example/", RIGHT)


def test_the_first_difference_is_marked_on_both_sides() -> None:
    """A trailing space is drawn, its absence has an end mark."""
    theirs = tuple((n, f"{v} " if n == "goods_name" else v) for n, v in PAIRS)
    signature = md5(SORTED.replace("珍珠奶茶", "珍珠奶茶 ") + KEY)
    compared = table(Side(theirs, signature=signature), OURS, KEY)
    row = next(row for row in compared.rows if row.name == "goods_name")
    assert (row.left.text, row.left.mark) == ("珍珠奶茶·", (4, 1))
    assert (row.right.text, row.right.mark) == ("珍珠奶茶∎", (4, 1))
    assert row.effect is Effect.EXPLAINS


def test_a_long_value_is_cut_around_its_difference() -> None:
    """So that the difference can be seen."""
    left, right = "x" * 900, "x" * 700 + "y" + "x" * 199
    row = table(Side((("a", left),)), Side((("a", right),))).rows[0]
    assert row.right.text is not None
    assert row.right.mark is not None
    assert row.right.text[row.right.mark[0]] == "y"
    assert row.right.text.startswith("…xx")
    assert len(row.right.text) < 500


def test_what_one_side_lacks_is_told_apart_from_an_empty_value() -> None:
    """None is not ""."""
    rows = table(Side((("mchid", ""),)), Side(())).rows
    assert (rows[0].left.text, rows[0].right.text, rows[0].kind) == ("", None, LineKind.ONLY_LEFT)


def test_headers_and_url_stand_below_the_parameters() -> None:
    """And are counted among the differences."""
    compared = table(Side(PAIRS, (("X-QF-SIGN", "A"),), "https://b.example/"), OURS)
    assert [row.name for row in compared.rows if row.part is Part.REQUEST] == ["URL", "X-QF-SIGN"]
    assert compared.differing == 2


def test_the_text_holds_neither_key_nor_personal_data() -> None:
    """Though both are on the screen's two sides, or were."""
    person = '{"user_creid":"440524188001010014","user_truename":"李雷"}'
    pairs = (*PAIRS, ("extend_info", person), ("key", KEY))
    compared = table(Side(pairs), Side((*PAIRS, ("extend_info", person + " "))), KEY)
    written = "\n".join(compared.lines)
    assert "goods_name: 珍珠奶茶" in written
    for secret in (KEY, "440524188001010014", "李雷"):
        assert secret not in written
    shown = "".join(f"{row.left.text}{row.right.text}" for row in compared.rows)
    assert KEY not in shown


def test_replies_stand_below_the_requests() -> None:
    """Member by member; what only one of them says is not there at the other, and counts as a difference."""
    left = Side(PAIRS, string="a=1", status="HTTP 200 OK", answer=(("respcd", "0000"), ("syssn", "2")))
    right = Side(PAIRS, string="a=2", status="HTTP 200 OK", answer=(("respcd", "1108"),))
    compared = table(left, right)
    rows = [(row.part, row.name, row.left.text, row.right.text) for row in compared.rows[len(PAIRS) :]]
    assert rows == [
        (Part.STRING, "", "a=1", "a=2"),
        (Part.REQUEST, "URL", "", ""),
        (Part.STATUS, "", "HTTP 200 OK", "HTTP 200 OK"),
        (Part.MEMBER, "respcd", "0000", "1108"),
        (Part.MEMBER, "syssn", "2", None),
    ]
    assert compared.differing == 3
    assert compared.lines[len(PAIRS) :] == (
        "≠ signing string: a=1 | a=2",
        "= URL: ",
        "= reply: HTTP 200 OK",
        "≠ member of the reply respcd: 0000 | 1108",
        "≠ member of the reply syssn: 2 | –",
    )


def test_a_signing_string_known_of_one_side_only_is_not_compared() -> None:
    """A merchant's paste has none."""
    assert not [row for row in table(Side(PAIRS), Side(PAIRS, string="a=1")).rows if row.part is Part.STRING]
