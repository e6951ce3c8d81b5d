from __future__ import annotations

import sqlite3
from base64 import b64encode
from contextlib import closing
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

import pytest

from qfpay_gui.diagnosis.examination import Examined
from qfpay_gui.diagnosis.importing import read_request
from qfpay_gui.models.case.case_model import NoCase, NotExaminable, OnRecord
from qfpay_gui.models.case.kept import masked_record
from qfpay_gui.models.case.proof import proof_material
from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.text import text
from qfpay_gui.snippets.proof.case_file import (
    CaseHead,
    CaseRecord,
    CaseReply,
    CaseStatus,
    case_to_json,
    read_case,
)
from qfpay_gui.snippets.proof.html import to_html
from qfpay_gui.snippets.proof.json_file import to_json
from qfpay_gui.snippets.proof.markdown import to_markdown
from tests.models.case.case_samples import APP_CODE, KEY, PAIRS, RIGHT, SHOP, SORTED, WITH_KEY_EQUALS, curl, md5
from tests.snippets.proof.cases import ID as ID_2
from tests.snippets.proof.cases import NAME as NAME_2
from tests.snippets.proof.cases import NOW as AT
from tests.snippets.proof.cases import whole
from tests.ui.conftest import dressed, network, workbench

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qfpay_gui.models.case.case_book import CaseBook, CasesState
    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.services.database.cases import KeptCase

__all__ = ["dressed", "network", "workbench"]

TEA = CaseHead("Tea shop", "T-4711", "asked for the body", CaseStatus.WAITING)
ID, NAME = "430067798868676871", "欧阳小林"
PERSON = f'{{"user_creid":"{ID}","user_truename":"{NAME}"}}'


class Shelf:
    """A workbench and the cases it keeps."""

    def __init__(self, qtbot: QtBot, bench: Workbench) -> None:
        self.qtbot, self.bench = qtbot, bench
        self.said: list[str] = []
        self.listed: list[CasesState] = []
        bench.noticed.connect(lambda notice: self.said.append(str(notice)))
        self.book.listed.connect(self.listed.append)

    @property
    def book(self) -> CaseBook:
        """What is tested."""
        return self.bench.cases

    def wait(self, condition: Callable[[], bool]) -> None:
        """Handle events until the condition holds."""
        self.qtbot.waitUntil(condition, timeout=30_000)

    def know(self, profile: Profile) -> None:
        """Choose this profile."""
        self.bench.profiles.save(profile)
        self.wait(lambda: not self.bench.profiles.state.busy)
        self.bench.choose_profile(profile.name)

    def take(self, source: str) -> KeptCase:
        """Take what was pasted in hand, and wait until it is kept."""
        self.bench.take_case(read_request(source), source)
        return self.kept()

    def kept(self) -> KeptCase:
        """The case in hand as the file has it, once it is there and nothing is under way."""
        self.wait(lambda: bool(self.book.in_hand and self.book.in_hand.id))
        here = self.book.in_hand
        assert here is not None
        found = self.load(here.id)
        assert found is not None
        return found

    def load(self, case_id: int) -> KeptCase | None:
        """The case as the file has it, after everything that was asked for before."""
        found: list[KeptCase | None] = []
        self.book._do(lambda: self.book._store.load(case_id), found.append)
        self.wait(lambda: bool(found))
        return found[0]

    def rows(self) -> list[str]:
        """The numbers of the listed cases, after everything that was asked for before."""
        self.listed.clear()
        self.book.refresh()
        self.wait(lambda: bool(self.listed))
        return [row.number for row in self.listed[-1].rows]

    def open(self, case_id: int) -> None:
        """Open a kept case and wait until it is in hand."""
        with self.qtbot.waitSignal(self.book.opened, timeout=30_000):
            self.book.open(case_id)


@pytest.fixture
def shelf(qtbot: QtBot, workbench: Workbench) -> Shelf:
    """The merchant's profile is chosen, nothing is kept."""
    made = Shelf(qtbot, workbench)
    made.know(SHOP)
    return made


def test_an_examined_case_is_kept_by_itself(shelf: Shelf) -> None:
    """With its cause, its strings and its paste, but no key."""
    kept = shelf.take(curl(WITH_KEY_EQUALS))
    record = read_case(kept.record)
    assert record is not None
    assert (kept.number, kept.signature, kept.severity) == ("SO20261123000412", WITH_KEY_EQUALS, Severity.WRONG)
    assert str(kept.cause) == "the key was joined with “&key=”, WeChat's own rule"
    assert record.proof.causes[0].deviations == ("key-joined-by-key-equals",)
    assert record.proof.claim.signing_string == f"{SORTED}&key={'•' * 32}"
    assert record.paste == curl(WITH_KEY_EQUALS)
    assert shelf.rows() == ["SO20261123000412"]


def test_what_else_breaks_the_payment_is_proved_and_kept(shelf: Shelf) -> None:
    """In every form, and again after it was read; a payment without such a mistake says nothing of it."""
    title = "Changes no signature, but breaks the payment"
    pairs = tuple((name, "1" if name == "txcurrcd" else value) for name, value in PAIRS)
    signed = SORTED.replace("txcurrcd=HKD", "txcurrcd=1")
    record = read_case(shelf.take(curl(md5(f"{signed}&key={KEY}"), pairs)).record)
    assert record is not None
    made = proof_material(shelf.bench, AT, "1").proof()
    assert record.proof.besides == made.besides
    (said,) = map(str, made.besides)
    assert said.startswith("txcurrcd: ")
    for proof in (made, record.proof):
        assert title in to_markdown(proof)
        assert title in to_html(proof)
    assert said in to_json(made)
    shelf.take(curl(WITH_KEY_EQUALS))
    assert title not in to_markdown(proof_material(shelf.bench, AT, "1").proof())


def test_a_well_signed_case_is_kept_as_such(shelf: Shelf) -> None:
    """And one that nothing explains."""
    kept = shelf.take(curl(RIGHT))
    assert (str(kept.cause), kept.severity) == ("Well signed", Severity.OK)
    kept = shelf.take(curl(md5("nothing of it"), PAIRS[:2]))
    assert (str(kept.cause), kept.severity) == ("No known mistake explains it", Severity.ATTENTION)


def test_a_note_is_written_when_the_typing_pauses(shelf: Shelf) -> None:
    """By itself, and again after the next words; nobody asks for it."""
    kept = shelf.take(curl(WITH_KEY_EQUALS))
    for head in (TEA, CaseHead("Tea shop", "T-4712")):
        shelf.book.note(head)
        shelf.qtbot.waitUntil(lambda: not shelf.book._noting.isActive(), timeout=30_000)
        written = shelf.load(kept.id)
        assert written is not None
        assert written.head == head


def test_what_is_noted_is_kept(shelf: Shelf) -> None:
    """Once the typing pauses; a key that was typed is masked."""
    kept = shelf.take(curl(WITH_KEY_EQUALS))
    shelf.book.note(CaseHead("Tea"))
    shelf.book.note(TEA)
    shelf.book.write_note()
    assert shelf.kept().head == TEA
    shelf.book.note(CaseHead(note=f"the key is {KEY}"))
    shelf.book.write_note()
    assert shelf.kept().head.note == "the key is •••"
    assert shelf.kept().id == kept.id


def test_what_is_noted_before_the_case_is_kept_is_not_lost(shelf: Shelf) -> None:
    """It is written with it, or right after it."""
    source = curl(WITH_KEY_EQUALS)
    shelf.bench.take_case(read_request(source), source)
    shelf.book.note(TEA)
    shelf.wait(lambda: bool(shelf.book.in_hand and shelf.book.in_hand.id))
    assert shelf.book.in_hand is not None
    assert shelf.book.in_hand.head == TEA
    shelf.book.write_note()
    assert shelf.kept().head == TEA


def test_the_same_paste_goes_on_with_the_known_case(shelf: Shelf) -> None:
    """What was noted is there again, and that is said."""
    first = shelf.take(curl(WITH_KEY_EQUALS))
    shelf.book.note(TEA)
    shelf.bench.case.drop()
    assert shelf.book.in_hand is None
    again = shelf.take(curl(WITH_KEY_EQUALS))
    assert (again.id, again.head) == (first.id, TEA)
    assert shelf.book.in_hand is not None
    assert shelf.book.in_hand.head == TEA
    assert shelf.said.count("This case is known: what was noted about it is shown.") == 1
    assert shelf.rows() == ["SO20261123000412"]


def test_a_case_is_opened_and_examined_again(shelf: Shelf) -> None:
    """Its key is found by its fingerprint among the profiles; its request is the draft."""
    kept = shelf.take(curl(WITH_KEY_EQUALS))
    shelf.bench.case.drop()
    shelf.bench.draft.start_over()
    shelf.open(kept.id)
    shelf.wait(lambda: isinstance(shelf.bench.case.state, Examined))
    state = shelf.bench.case.state
    assert isinstance(state, Examined)
    assert state.diagnoses[0].deviations == ("key-joined-by-key-equals",)
    assert shelf.bench.draft.draft.value("out_trade_no") == "SO20261123000412"
    assert shelf.kept() == kept
    shelf.bench.draft.undo()
    assert shelf.bench.draft.draft.value("out_trade_no") != "SO20261123000412"


def test_without_its_key_a_case_is_shown_as_it_was_found(shelf: Shelf) -> None:
    """What is missing is said; the draft is left alone; once the key is there, it is examined again."""
    kept = shelf.take(curl(WITH_KEY_EQUALS))
    shelf.bench.case.drop()
    shelf.bench.draft.start_over()
    shelf.know(Profile("Other", "production-hk", Credentials(APP_CODE, "F" * 32)))
    shelf.bench.profiles.delete(SHOP.name)
    shelf.wait(lambda: not shelf.bench.profiles.state.busy)
    before = shelf.bench.draft.draft
    shelf.open(kept.id)
    state = shelf.bench.case.state
    assert isinstance(state, OnRecord)
    assert "fingerprint" in str(state.why)
    assert state.needs_key
    assert state.record.proof.causes[0].deviations == ("key-joined-by-key-equals",)
    assert shelf.bench.draft.draft == before
    shelf.know(SHOP)
    shelf.wait(lambda: isinstance(shelf.bench.case.state, Examined))


def test_masked_values_are_not_examined_again(shelf: Shelf) -> None:
    """The signature is that of the real ones."""
    pairs = (*PAIRS, ("extend_info", PERSON))
    signed = md5("&".join(f"{name}={value}" for name, value in sorted(pairs)) + "&key=" + KEY)
    kept = shelf.take(curl(signed, pairs))
    shelf.open(kept.id)
    state = shelf.bench.case.state
    assert isinstance(state, OnRecord)
    assert not state.needs_key
    assert "extend_info" in str(state.why)


def test_a_case_without_a_signature_is_kept_until_it_comes(shelf: Shelf) -> None:
    """That is what one waits for."""
    kept = shelf.take(curl(""))
    assert isinstance(shelf.bench.case.state, NotExaminable)
    assert kept.signature == ""
    shelf.bench.case.take_signature(WITH_KEY_EQUALS)
    shelf.wait(lambda: isinstance(shelf.bench.case.state, Examined))
    shelf.wait(lambda: shelf.kept().signature == WITH_KEY_EQUALS)
    assert shelf.kept().id == kept.id


def test_deleted_cases_come_back_by_undo(shelf: Shelf) -> None:
    """The one in hand is closed; what becomes final is gone."""
    kept = shelf.take(curl(WITH_KEY_EQUALS))
    shelf.book.note(TEA)
    shelf.book.delete([kept.id])
    assert isinstance(shelf.bench.case.state, NoCase)
    assert shelf.rows() == []
    shelf.bench.deletions.undo()
    assert shelf.rows() == ["SO20261123000412"]
    restored = shelf.load(kept.id)
    assert restored is not None
    assert restored.head == TEA
    shelf.book.delete([kept.id])
    shelf.bench.deletions.finish()
    assert shelf.rows() == []
    assert shelf.load(kept.id) is None


def test_a_case_that_is_gone_is_said_so(shelf: Shelf) -> None:
    """Nothing is taken in hand."""
    shelf.book.open(99)
    shelf.wait(lambda: "This case is not kept any more." in shelf.said)
    assert isinstance(shelf.bench.case.state, NoCase)


def test_a_file_is_kept_and_opened(shelf: Shelf) -> None:
    """As it was saved, with what was noted; any other text is left alone."""
    kept = shelf.take(curl(WITH_KEY_EQUALS))
    shelf.book.note(TEA)
    record = shelf.book.record()
    assert record is not None
    written = case_to_json(record)
    shelf.book.delete([kept.id])
    shelf.bench.deletions.finish()
    assert not shelf.book.take_file(curl(RIGHT))
    with shelf.qtbot.waitSignal(shelf.book.opened):
        assert shelf.book.take_file(written)
    again = shelf.kept()
    assert (again.head, again.signature, str(again.cause)) == (TEA, WITH_KEY_EQUALS, str(kept.cause))
    assert again.id != kept.id


def test_a_file_with_personal_data_is_examined_but_kept_without(shelf: Shelf) -> None:
    """Somebody may have saved a proof with it revealed: nothing of it is written down here."""
    pairs = (*PAIRS, ("extend_info", PERSON))
    signed = "&".join(f"{name}={value}" for name, value in sorted(pairs)) + "&key=" + KEY
    shelf.take(curl(md5(signed), pairs))
    material = proof_material(shelf.bench, shelf.bench.now(), "1.0")
    revealed = to_json(material.proof(("php",), reveal_personal=True))
    assert ID in revealed
    shelf.bench.case.drop()
    with shelf.qtbot.waitSignal(shelf.book.opened):
        assert shelf.book.take_file(revealed)
    shelf.wait(lambda: isinstance(shelf.bench.case.state, Examined))
    record = shelf.kept().record
    assert ID not in record
    assert NAME not in record
    again = read_case(record)
    assert again is not None
    assert again.proof.request.masked == ("extend_info",)


def test_a_foreign_file_is_masked_before_it_is_kept() -> None:
    """Wherever it says something about a person, or holds one of our keys."""
    hidden = masked_record(
        CaseRecord(
            whole(reveal_personal=True, languages=("php",)),
            paste=f"a {ID_2}\nb {KEY}",
            replies=(CaseReply(AT, "x", "payment", text("Verdict", "{w}").fill(w=ID_2), reply=f"{NAME_2} {KEY}"),),
        ),
        (KEY,),
    )
    written = case_to_json(hidden)
    for secret in (ID_2, NAME_2, KEY):
        assert secret not in written
    assert hidden.proof.programs == ()
    assert hidden.proof.request.masked == ("extend_info",)
    assert hidden.paste.startswith("a ")


def test_words_are_looked_for_as_they_are_typed(shelf: Shelf, qtbot: QtBot) -> None:
    """Once the typing pauses."""
    shelf.take(curl(WITH_KEY_EQUALS))
    shelf.book.note(TEA)
    shelf.book.write_note()
    for words, found in (("t-4711 key-joined", 1), ("nowhere", 0), ("SO2026112300041", 1)):
        with qtbot.waitSignal(shelf.book.listed, check_params_cb=lambda state, words=words: state.words == words):
            shelf.book.look_for(words)
        assert len(shelf.book.state.rows) == found
        assert shelf.book.state.total == 1


def _forms(secret: str) -> set[bytes]:
    """The secret as it may be written: plain, encoded, escaped, in hex and base64."""
    raw = secret.encode()
    wide = secret.encode("utf-16-le"), secret.encode("utf-16-be")
    escaped = secret.encode("ascii", "backslashreplace")
    quoted = (quote(secret).encode(), quote_plus(quote(secret)).encode())
    return {raw, raw.hex().encode(), b64encode(raw)[:-4], escaped, *wide, *quoted}


def test_neither_key_nor_person_is_in_the_file(shelf: Shelf, tmp_path: Path) -> None:
    """Whatever the paste held: keys known and unknown, a name and an ID, in several requests, encoded and not."""
    unknown = "ffeeddccbbaa99887766554433221100"
    pairs = (*PAIRS, ("extend_info", PERSON))
    signed = md5("&".join(f"{name}={value}" for name, value in sorted(pairs)) + "&key=" + KEY)
    source = "\n".join(
        (
            curl(signed, pairs),
            f"client_key = {KEY}",
            f'appSecret: "{unknown}"',
            f'{{"user_truename": "{NAME}",',
            f' "user_creid": "{ID}", "txamt": "300"}}',
            f"sign string: {SORTED}&key={KEY}",
        )
    )
    kept = shelf.take(source)
    shelf.book.note(CaseHead("Tea shop", "T-1", f"{KEY} again"))
    shelf.book.write_note()
    assert shelf.kept().head.merchant == "Tea shop"
    record = read_case(kept.record)
    assert record is not None
    assert "X-QF-SIGN" in record.paste
    assert "txamt=300" in record.paste
    shelf.bench.history.stop()
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"Tea shop" in written
    for secret in (KEY, unknown, ID, NAME):
        assert [form for form in _forms(secret) if form in written] == []


def test_a_record_that_cannot_be_read_is_said_so(shelf: Shelf, tmp_path: Path) -> None:
    """The list has it all the same."""
    kept = shelf.take(curl(WITH_KEY_EQUALS))
    with closing(sqlite3.connect(tmp_path / "history.sqlite3")) as file:
        file.execute("UPDATE cases SET record = 'x'")
        file.commit()
    shelf.bench.case.drop()
    shelf.book.open(kept.id)
    shelf.wait(lambda: "The record of this case cannot be read any more." in shelf.said)
    assert isinstance(shelf.bench.case.state, NoCase)
