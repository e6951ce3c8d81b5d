"""A time as programs print it for a country whose months and days have names of their own."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

_MONTHS_AND_DAYS = (
    (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
    ),
    (
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    ),
    (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "lunes martes miércoles jueves viernes sábado domingo",
    ),
    (
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    ),
    (
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
        "Senin Selasa Rabu Kamis Jumat Sabtu Minggu",
    ),
    (
        "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
        "จันทร์ อังคาร พุธ พฤหัสบดี ศุกร์ เสาร์ อาทิตย์",
    ),
)
_DAYS = ("{j} {B} {Y}", "{D} {j} {B} {Y}", "{D}, {j} {B} {Y}", "{j}. {B} {Y}", "{D}, {j}. {B} {Y}", "{j} de {B} de {Y}")
_MORE = (
    "{D}, {j} de {B} de {Y}",
    "{d} {b} {Y}",
    "{j} {b} {Y}",
    "{j} {b}. {Y}",
    "{j} {B} {T}",
    "วัน{D}ที่ {j} {B} พ.ศ. {T}",
)
_GAPS = (" ", ", ", " um ", " à ", " pukul ")
_CLOCKS = ("{H:02}:{M:02}:{S:02}", "{H:02}.{M:02}.{S:02}", "{H:02}:{M:02}", "{H:02}.{M:02}", "{H}:{M:02}:{S:02}")


def local_forms(moment: datetime) -> Iterator[str]:
    """French, German, Spanish, Portuguese, Indonesian and Thai, the year of Thailand too."""
    clock = {"H": moment.hour, "M": moment.minute, "S": moment.second}
    clocks = [form.format(**clock) + zone for form in _CLOCKS for zone in ("", " CST", " HKT", " GMT+8")]
    for months, names in _MONTHS_AND_DAYS:
        month, name = months.split()[moment.month - 1], names.split()[moment.weekday()]
        known = {"j": moment.day, "d": f"{moment.day:02}", "B": month, "b": month[:3], "D": name, "Y": moment.year}
        days = [form.format(**known, T=moment.year + 543) for form in (*_DAYS, *_MORE)]
        yield from days
        yield from map("".join, product(days, _GAPS, clocks))
