from __future__ import annotations

import base64
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.ui.bar.place_chip import PlaceChip

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.desk import Desk

KEY = "5A3C9E0F+B1D2846/C0E5F9B=D3182C4"
TEA_SHOP = Profile("Tea shop", "live-hk", Credentials("A1B2C3D4E5F60718293A4B5C6D7E8F90", KEY))
NAME, NATIONAL_ID = "欧阳娜娜", "110101199001011237"


def _forms(secret: str) -> set[bytes]:
    """A secret as it might be written down: plain, URL-encoded, as JSON, as hex, and as base64 at any offset."""
    plain = secret.encode()
    escaped = "".join(f"\\u{ord(one):04x}" for one in secret).encode()
    forms = {plain, quote(secret, safe="").encode(), quote_plus(secret).encode(), escaped, plain.hex().encode()}
    for shift in range(3):
        encoded = base64.b64encode(b"\0" * shift + plain)
        # What depends on the neighbours is cut away.
        forms.add(encoded[(0, 2, 3)[shift] : len(encoded) - 4])
    return {form.lower() for form in forms}


def _everything_written(folder: Path) -> bytes:
    return b"\n".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()).lower()


def _work(desk: Desk) -> None:
    """A morning's work: a merchant, a person, a key pasted where it does not belong, and two payments."""
    desk.bench.profiles.save(TEA_SHOP)
    desk.wait(lambda: not desk.bench.profiles.state.busy)
    desk.person.choose("environment", "live-hk")
    desk.person.choose("profile", "Tea shop")
    desk.person.click("section_optional")
    desk.person.type("txamt", "4200")
    desk.person.type("goods_name", "奶茶")
    desk.person.type("user_truename", NAME)
    desk.person.type("user_creid", NATIONAL_ID)
    desk.person.type("notify_url", f"https://shop.example.invalid/?key={KEY}")
    desk.person.click("section_further")
    desk.person.click("further_add")
    desk.person.type("further_name_0", "attach")
    desk.person.type("further_value_0", f"for {NATIONAL_ID}")
    desk.person.click("send")
    desk.wait_for_answer()
    desk.person.choose("environment", "simulator")
    desk.person.click("send")
    desk.wait_for_answer()
    desk.person.choose("environment", "live-hk")


def test_the_next_start_goes_on_where_the_last_one_ended(desk: Desk, restart: Callable[[Desk], Desk]) -> None:
    """Draft, open sections, environment and merchant are back; number and time are new."""
    _work(desk)
    number = desk.value("out_trade_no")
    later = restart(desk)
    later.wait(lambda: later.bench.credentials.client_key == KEY)
    assert later.person.edit("txamt").text() == "4200"
    assert later.person.edit("goods_name").text() == "奶茶"
    assert later.window.form.open_sections == ("optional", "further")
    assert later.bench.environment.id == "live-hk"
    assert later.person.find(PlaceChip, "environment").whole == "Live testing · Hong Kong · Tea shop"
    assert later.value("out_trade_no") != number
    assert later.person.edit("user_truename").text() == ""


def test_neither_key_nor_person_is_in_anything_that_was_written(desk: Desk) -> None:
    """Not plain, not encoded, in no file of the program's folder, after work and after the end."""
    _work(desk)
    assert desk.close()
    written = _everything_written(desk.settings_path.parent)
    assert "奶茶".encode("unicode_escape") in written
    for secret in (KEY, NAME, NATIONAL_ID):
        found = [form for form in _forms(secret) if form in written]
        assert found == [], secret


def test_a_duplicate_of_a_documented_parameter_does_not_become_the_parameter(
    desk: Desk, restart: Callable[[Desk], Desk]
) -> None:
    """Somebody who tests a second txamt finds both as they were, not one amount in the other's place."""
    desk.person.click("section_further")
    desk.person.click("further_add")
    desk.person.type("further_name_0", "txamt")
    desk.person.type("further_value_0", "999900")
    later = restart(desk)
    assert later.value("txamt") == "300"
    assert [(entry.name, entry.value) for entry in later.bench.draft.draft.further] == [("txamt", "999900")]


def test_a_sign_type_that_was_chosen_is_still_chosen(desk: Desk, restart: Callable[[Desk], Desk]) -> None:
    """Whoever tests SHA256 does not sign with MD5 tomorrow without having said so."""
    desk.person.choose("sign_type", "SHA256")
    later = restart(desk)
    assert later.bench.draft.prepared.sign_type == "SHA256"
