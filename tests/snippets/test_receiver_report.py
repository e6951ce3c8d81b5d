"""The report of a series: every cell in its place, nothing in it that a reader's program would take for a command."""

from __future__ import annotations

import json
from dataclasses import replace

from qfpay_gui.qfpay.notifications.message import Answer
from qfpay_gui.qfpay.notifications.series import Judged, Mark, Verdict, judged, trials, verdict
from qfpay_gui.qfpay.text import Text
from qfpay_gui.snippets.receiver_report import SIGNS, Report, to_html, to_json, to_markdown

EVIL = b"<b>|*x*`\n[a](b)\\"


def report(body: bytes, answer: Answer) -> Report:
    """Of a receiver that answers everything so."""
    found = judged({one.variant.id: [answer] * len(one.messages) for one in trials(body, "K" * 32)})
    return Report("https://shop.example/n|x", "2026-03-01T00:00:00+00:00", found, verdict(found))


def test_what_a_receiver_answers_means_nothing_to_markdown_or_html() -> None:
    """Signs are escaped, a row stays a row."""
    made = report(b'{"a": 1}', Answer(200, EVIL))
    markdown = to_markdown(made)
    rows = [line for line in markdown.splitlines() if line.startswith("| ")]
    assert len(rows) == 1 + len(made.found)
    assert {row.replace("\\|", "").count("|") for row in rows} == {6}
    assert "\\<b\\>\\|\\*x\\*\\`\\\\n\\[a\\](b)" in markdown
    page = to_html(made)
    assert "<b>" not in page.replace("<body>", "")
    assert "&lt;b&gt;|*x*`" in page
    assert '<html lang="en">' in page


def test_what_could_not_be_posted_is_named() -> None:
    """In all three forms; where everything was posted, nothing is said."""
    made = report(b"no json", Answer(401))
    for write in (to_markdown, to_html):
        assert "cannot be written so: JSON as JavaScript writes it, JSON as PHP writes it, Fields" in write(made)
    content = json.loads(to_json(made))
    wanted = [
        "other-writing",
        "php-writing",
        "other-order",
        "new-field",
        "late",
        "rewritten",
        "tampered",
        "request-rule",
    ]
    assert content["left_out"] == wanted
    whole = report(b'{"paydtm": "2026-03-01 00:00:00", "txamt": "300"}', Answer(401))
    assert not whole.left_out
    assert "Not posted" not in to_markdown(whole) + to_html(whole)


def test_every_sentence_goes_through_the_translation() -> None:
    """Whoever reads it has it in one language: what is not a wire value is asked for."""
    made = report(b"no json", Answer(401))
    for write in (to_markdown, to_html):
        words = write(made, lambda one: f"«{one.context}»")
        assert "Trial" not in words
        assert "right" not in words.replace("zh", "")


def test_the_numbers_are_for_programs() -> None:
    """Stable names, statuses and seconds."""
    made = report(b'{"a": 1}', Answer(200, b"SUCCESS", seconds=0.12345))
    content = json.loads(to_json(made))
    assert (content["receiver"], content["verdict"]) == ("https://shop.example/n|x", "wrong")
    assert content["trials"][1] == {
        "id": "twice",
        "title": "The same twice",
        "must": "accept",
        "result": "right",
        "statuses": [200, 200],
        "answered": "HTTP 200 “SUCCESS”",
        "follows": "As it must.",
        "seconds": 0.247,
    }


def test_each_mark_has_a_sign_of_its_own() -> None:
    """Never a colour alone."""
    assert len(set(SIGNS.values())) == len(Mark)
    one = report(b"{}", Answer(401)).found[0]
    open_one: Judged = replace(one, mark=Mark.OPEN)
    lone = Report("x", "y", (open_one,), Verdict(Mark.OPEN, Text("R", "h"), (), Text("R", "l")))
    assert "| ? |" in to_markdown(lone)
