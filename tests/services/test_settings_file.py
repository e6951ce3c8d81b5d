"""Several windows write one settings file, and none undoes what another changed."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.services.settings import MOST_ORDER_NUMBERS, Settings, load, save
from qfpay_gui.services.settings_file import SettingsFile, merged

if TYPE_CHECKING:
    from pathlib import Path

_SENDS = """
import sys
from pathlib import Path
from qfpay_gui.services.settings_file import SettingsFile

file = SettingsFile(Path(sys.argv[1]))
settings = file.settings
for count in range(int(sys.argv[3])):
    settings, trouble = file.save(settings.with_order_number("simulator", f"{sys.argv[2]}-{count}"))
    assert trouble is None
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file in a folder that does not exist yet."""
    return tmp_path / "QFPay Tester" / "settings.json"


def test_each_window_keeps_what_the_other_changed(path: Path) -> None:
    """A theme chosen in one and a language chosen in the other are both there at the next start."""
    one, other = SettingsFile(path), SettingsFile(path)
    one.save(replace(one.settings, theme="dark", panels={"history": {"open": True}}))
    other.save(replace(other.settings, language="zh_HK", panels={"orders": {"width": 3}}))
    settings, trouble = load(path)
    assert trouble is None
    assert (settings.theme, settings.language) == ("dark", "zh_HK")
    assert settings.panels == {"history": {"open": True}, "orders": {"width": 3}}


def test_of_one_setting_changed_in_both_the_later_counts_and_stays(path: Path) -> None:
    """And a window that merely saves again does not bring its own back."""
    one, other = SettingsFile(path), SettingsFile(path)
    settings, _ = one.save(replace(one.settings, theme="dark"))
    other.save(replace(other.settings, theme="light"))
    one.save(settings)
    assert load(path)[0].theme == "light"


def test_what_a_window_takes_out_of_its_panels_is_gone(path: Path) -> None:
    """An entry that one removed does not come back from the file; one that is new there stays."""
    save(path, Settings(panels={"a": 1, "b": 2}))
    one, other = SettingsFile(path), SettingsFile(path)
    other.save(replace(other.settings, panels={"a": 1, "b": 2, "c": 3}))
    one.save(replace(one.settings, panels={"b": 5}))
    assert load(path)[0].panels == {"b": 5, "c": 3}


def test_a_number_used_in_another_window_is_known_at_once(path: Path) -> None:
    """Without a save of its own, and both windows' numbers are in the file."""
    one, other = SettingsFile(path), SettingsFile(path)
    ours = other.settings.with_order_number("hk-live", "QA2")
    one.save(one.settings.with_order_number("hk-live", "QA1"))
    ours = other.with_numbers_of_others(ours)
    assert ours.used_order_numbers == {"hk-live": ("QA1", "QA2")}
    assert other.with_numbers_of_others(ours) is ours
    other.save(ours)
    assert load(path)[0].used_order_numbers == {"hk-live": ("QA1", "QA2")}
    assert one.with_numbers_of_others(one.settings).has_used("hk-live", "QA2")


def test_numbers_that_were_dropped_as_the_oldest_do_not_come_back_as_the_newest(path: Path) -> None:
    """Two windows at the limit keep the latest of both."""
    full = Settings(used_order_numbers={"simulator": tuple(map(str, range(MOST_ORDER_NUMBERS)))})
    save(path, full)
    one, other = SettingsFile(path), SettingsFile(path)
    one.save(one.settings.with_order_number("simulator", "new"))
    settings, _ = other.save(other.settings.with_order_number("simulator", "newer"))
    numbers = load(path)[0].used_order_numbers["simulator"]
    assert numbers == settings.used_order_numbers["simulator"]
    assert (numbers[0], *numbers[-2:]) == ("2", "new", "newer")
    assert len(numbers) == MOST_ORDER_NUMBERS


@pytest.mark.parametrize("damage", [None, b"{", b"[]"])
def test_a_file_that_is_gone_or_damaged_is_written_anew_whole(path: Path, damage: bytes | None) -> None:
    """What this window read at its start is not lost with the file."""
    save(path, Settings(theme="dark", panels={"a": 1}).with_order_number("simulator", "QA1"))
    file = SettingsFile(path)
    path.unlink()
    if damage is not None:
        path.write_bytes(damage)
    file.save(replace(file.settings, language="en"))
    expected = Settings(theme="dark", language="en", panels={"a": 1}).with_order_number("simulator", "QA1")
    assert load(path) == (expected, None)


def test_what_could_not_be_saved_is_saved_the_next_time(path: Path) -> None:
    """A change is not forgotten because a folder stood in the way."""
    file = SettingsFile(path)
    path.mkdir(parents=True)
    settings, trouble = file.save(replace(file.settings, theme="dark"))
    assert str(path) in str(trouble)
    path.rmdir()
    assert file.save(settings)[1] is None
    assert load(path)[0].theme == "dark"


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_only_the_user_can_read_the_lock(path: Path) -> None:
    """It holds nothing, and is nobody else's all the same."""
    SettingsFile(path).save(Settings())
    assert stat.S_IMODE(path.with_name("settings.json.lock").stat().st_mode) == 0o600
    assert path.with_name("settings.json.lock").read_bytes() == b""


def test_four_programs_that_write_at_once_lose_no_number(path: Path) -> None:
    """Each writes thirty, as fast as it can."""
    programs = [
        subprocess.Popen([sys.executable, "-c", _SENDS, str(path), name, "30"])  # noqa: S603 - our own
        for name in "ABCD"
    ]
    assert [program.wait(50) for program in programs] == [0, 0, 0, 0]
    numbers = load(path)[0].used_order_numbers["simulator"]
    assert sorted(numbers) == sorted(f"{name}-{count}" for name in "ABCD" for count in range(30))
    for name in "ABCD":
        assert [number for number in numbers if number.startswith(name)] == [f"{name}-{count}" for count in range(30)]


@st.composite
def _settings(draw: st.DrawFn) -> Settings:
    texts, keys = st.sampled_from(["", "x", "y"]), st.sampled_from("abc")
    return Settings(
        theme=draw(st.sampled_from(["system", "light", "dark"])),
        profile=draw(texts),
        panels=draw(st.dictionaries(keys, st.integers(0, 2), max_size=3)),
    )


@given(base=_settings(), changed=_settings())
def test_where_only_one_side_changed_its_settings_are_the_result(base: Settings, changed: Settings) -> None:
    """From either side."""
    assert merged(base, changed, base) == changed
    assert merged(base, base, changed) == changed
