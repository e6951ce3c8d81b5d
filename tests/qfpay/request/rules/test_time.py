from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.times import txdtm
from tests.qfpay.request.rules.cases import NOW, TXDTM, Case, check_noticed, check_quiet

CASES = (
    Case("expiry-not-whole", "expired_time", "30m", "Not a whole number"),
    Case("expiry-not-whole", "expired_time", "３０", "Not a whole number"),
    Case("expiry-range", "expired_time", "4", "5 to 120"),
    Case("expiry-range", "expired_time", "121", "5 to 120"),
    Case("expiry-range", "expired_time", "9" * 5000, "5 to 120"),
    Case("expiry-range", "expired_time", "0030", "5 to 120"),
    Case("expiry-leading-zero", "expired_time", "030", "Begins with a zero", Severity.ATTENTION),
    Case("time-format", "txdtm", "2026-03-01T18:00:00.000Z", "space instead of T"),
    Case("time-format", "txdtm", "2026/03/01 18:00:00", "Not YYYY-MM-DD"),
    Case("time-format", "txdtm", TXDTM + "\n", "Not YYYY-MM-DD"),
    Case("time-format", "txdtm", "2026-03-01+18:00:00", "Not YYYY-MM-DD"),
    Case("time-format", "txdtm", "２０２６-03-01 18:00:00", "Not YYYY-MM-DD"),
    Case("time-impossible", "txdtm", "2026-02-29 18:00:00", "No such date"),
    Case("time-impossible", "txdtm", "2026-03-01 24:00:00", "No such date"),
    Case("time-impossible", "txdtm", "2026-03-01 18:00:60", "No such date"),
    Case("time-impossible", "txdtm", "0000-01-01 00:00:00", "No such date"),
    Case("time-utc", "txdtm", "2026-03-01 10:00:00", "UTC instead of UTC+8", Severity.ATTENTION),
    Case("time-utc", "txdtm", "2026-03-01 09:51:00", "UTC instead of UTC+8", Severity.ATTENTION),
    Case("time-old", "txdtm", "2026-02-28 17:59:59", "More than a day", Severity.NOTE),
    Case("time-old", "txdtm", "0001-01-01 00:00:00", "More than a day", Severity.NOTE),
    Case("time-future", "txdtm", "2026-03-01 18:10:01", "In the future", Severity.ATTENTION),
    Case("time-future", "txdtm", "9999-12-31 23:59:59", "In the future", Severity.ATTENTION),
    Case("zone-shape", "txzone", "+8", "Write it like +0800", Severity.ATTENTION),
    Case("zone-shape", "txzone", "UTC+8", "Write it like +0800", Severity.ATTENTION),
)

QUIET = (
    Case("expiry-range", "expired_time", "5"),
    Case("expiry-leading-zero", "expired_time", "30"),
    Case("expiry-leading-zero", "expired_time", "100"),
    Case("expiry-range", "expired_time", "120"),
    Case("time-future", "txdtm", "2026-03-01 18:10:00"),
    Case("time-old", "txdtm", "2026-02-28 18:00:00"),
    Case("time-utc", "txdtm", "2026-03-01 09:50:00"),
    Case("time-utc", "txdtm", "2026-03-01 10:00:00", also=(("txzone", "+0000"),)),
    Case("time-utc", "txdtm", "2026-03-01 10:00:00", now=None),
    Case("zone-shape", "txzone", "-0330"),
    Case("too-long", "txdtm", "2026-03-01T18:00:00.000Z"),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_faulty_time_is_noticed_at_its_field(case: Case) -> None:
    """A time that is written wrongly, or a clock that is off, is said beside the time."""
    check_noticed(case)


@pytest.mark.parametrize("case", QUIET, ids=str)
def test_a_time_that_may_be_right_is_not_remarked_on(case: Case) -> None:
    """Ten minutes either way are nothing, and neither is a clock nobody compares with."""
    check_quiet(case)


@pytest.mark.parametrize("hours", range(24))
def test_only_the_clock_of_utc_is_called_utc(hours: int) -> None:
    """A time as many hours behind is called UTC where these are eight, and nowhere else."""
    case = Case("time-utc", "txdtm", txdtm(NOW - timedelta(hours=hours)))
    (check_noticed if hours == 8 else check_quiet)(Case(case.code, case.field, case.value, "UTC", Severity.ATTENTION))


def test_the_zone_of_the_clock_does_not_matter() -> None:
    """The same moment read from a clock of UTC+8 gives the same findings."""
    zoned = datetime(2026, 3, 1, 10, tzinfo=UTC).astimezone()
    check_noticed(Case("time-utc", "txdtm", "2026-03-01 10:00:00", "UTC", Severity.ATTENTION, now=zoned))
