"""Nothing the doctor tries is lost, or comes to cost or say something else, without somebody reading what changed."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from qfpay_gui.diagnosis.doctor.sweeps.times.date_forms import usual
from qfpay_gui.diagnosis.doctor.sweeps.times.date_marks import ordinal, seconds_of, written
from tests.diagnosis.doctor.tried import FILE, families, summed

KEPT = json.loads(FILE.read_text(encoding="utf-8"))
MORNING, NEW_YEAR = datetime(2026, 1, 9, 8, 5, 3), datetime(2027, 1, 1, 0, 30, 0)  # noqa: DTZ001 - of no zone
EVENING = datetime(2028, 12, 31, 23, 59, 59)  # noqa: DTZ001 - likewise


@pytest.fixture(scope="module")
def tried() -> dict[str, dict[str, list[int]]]:
    """All of it, once."""
    return {name: summed(said) for name, said in families().items()}


@pytest.mark.parametrize("family", list(KEPT))
def test_a_family_tries_what_it_tried(family: str, tried: dict[str, dict[str, list[int]]]) -> None:
    """By cause: how many, their costs, and all there is to say of them; the module says how to see what changed."""
    assert {cause: row for cause, row in tried[family].items() if row != KEPT[family].get(cause)} == {}
    assert set(tried) == set(KEPT)
    assert set(tried[family]) == set(KEPT[family])


@pytest.mark.parametrize("moment", [MORNING, NEW_YEAR, EVENING, datetime(2024, 2, 29, 12, 0, 0)])  # noqa: DTZ001
def test_a_pattern_is_filled_as_strftime_fills_it(moment: datetime) -> None:
    """Of this program's own marks, each is another; what is none stays."""
    for mark in "YymdHMSIpaAbBjGVuwWU":
        assert written(moment, f"<%{mark}>") == moment.strftime(f"<%{mark}>"), mark
    assert written(moment, "%s") == f"{seconds_of(moment)}" == f"{int(moment.replace(tzinfo=UTC).timestamp())}"
    assert written(moment, "%Q @Z % @") == "%Q @Z % @"


@pytest.mark.parametrize(
    ("mark", "morning", "new_year", "evening"),
    [
        ("@V", "2", "53", "52"),
        ("@u", "JAN", "JAN", "DEC"),
        ("@x", "FRI", "FRI", "SUN"),
        ("@R", "8", "9", "10"),
        ("@v", "五", "五", "日"),
        ("@w", "星期五", "星期五", "星期日"),
        ("@0", "4", "4", "6"),
        ("@y", "9", "1", "366"),
        ("@4", "0", "0", "11"),
        ("@5", "126", "127", "128"),
        ("@6", "5", "5", "0"),
        ("@7", "8", "0", "365"),
        ("@b", "2569", "2570", "2571"),
        ("@r", "115", "116", "117"),
        ("@o", "9th", "1st", "31st"),
        ("@p", "am", "am", "pm"),
        ("@h", "8", "12", "11"),
        ("@l", " 8", "12", "11"),
        ("@n", "1", "1", "12"),
        ("@j", "9", "1", "31"),
        ("@e", " 9", " 1", "31"),
        ("@H", "8", "0", "23"),
        ("@k", " 8", " 0", "23"),
        ("@M", "5", "30", "59"),
        ("@S", "3", "0", "59"),
        ("@a", "上午", "上午", "下午"),
        ("@A", "오전", "오전", "오후"),
    ],
)
def test_each_mark_of_our_own(mark: str, morning: str, new_year: str, evening: str) -> None:
    """What strftime has no mark for: without zeros, in other calendars, in Chinese and Korean."""
    assert [written(moment, mark) for moment in (MORNING, NEW_YEAR, EVENING)] == [morning, new_year, evening]


def test_the_days_of_a_month_are_counted_in_english() -> None:
    """Eleven to nineteen are all alike."""
    ends = " ".join(ordinal(day) for day in range(1, 32))
    assert ends == ("st nd rd " + "th " * 17 + "st nd rd " + "th " * 7 + "st").strip()


def test_a_time_of_utc_names_no_zone_eight_hours_away() -> None:
    """The usual forms of a time that was printed in UTC are fewer."""
    here, there = usual(utc=False), usual(utc=True)
    assert any(form.endswith("+08:00") for form in here)
    assert not any(form.endswith(("+08:00", "+0800", " HKT", "Asia/Shanghai")) for form in there[:200])
    assert len(set(there)) < len(set(here))
