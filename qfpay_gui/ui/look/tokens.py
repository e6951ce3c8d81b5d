"""What the look is made of: every colour, and every size, which grows with the zoom."""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtGui import QColor

from qfpay_gui import resources


@dataclass(frozen=True)
class Theme:
    """Every colour and size of the look; colours come from ``resources/themes``.

    Sizes are pixels, those of fonts (``…_pt``) points; ``scale`` is how much larger than drawn they all are.

    ``…_fg`` is text on ``…_bg``, ``…_border`` its outline. ``mark`` lies behind the part of the
    signing string that is being edited; ``wire_sign`` writes its ``=`` and ``&``.
    ``place_…`` lies behind what was read out of a paste in this role.
    """

    name: str

    window: QColor
    panel: QColor
    raised: QColor
    sunken: QColor
    hover: QColor
    pressed: QColor
    text: QColor
    muted: QColor
    disabled: QColor
    icon: QColor
    border: QColor
    border_strong: QColor
    scroll: QColor
    accent: QColor
    accent_hover: QColor
    accent_pressed: QColor
    on_accent: QColor
    accent_fg: QColor
    accent_bg: QColor
    accent_border: QColor
    focus: QColor
    selection: QColor
    mark: QColor
    ok_fg: QColor
    ok_bg: QColor
    ok_border: QColor
    note_fg: QColor
    note_bg: QColor
    note_border: QColor
    attention_fg: QColor
    attention_bg: QColor
    attention_border: QColor
    wrong_fg: QColor
    wrong_bg: QColor
    wrong_border: QColor
    production_fg: QColor
    production_bg: QColor
    production_border: QColor
    production: QColor
    on_production: QColor
    wire_name: QColor
    wire_value: QColor
    wire_sign: QColor
    wire_key: QColor
    place_parameter: QColor
    place_signature: QColor
    place_app_code: QColor
    place_client_key: QColor
    place_sign_type: QColor
    place_url: QColor
    code_keyword: QColor
    code_string: QColor
    code_number: QColor
    code_comment: QColor

    scale: float = 1.0
    gap: int = 8
    gap_small: int = 4
    gap_large: int = 16
    margin: int = 12
    control: int = 30
    radius: int = 6
    radius_large: int = 8
    icon_px: int = 18
    text_pt: float = 9.75
    small_pt: float = 9.0
    heading_pt: float = 11.25
    wire_pt: float = 12.0
    amount_pt: float = 19.5

    def px(self, pixels: float) -> int:
        """So many pixels of the drawing, at the present scale."""
        return round(pixels * self.scale)

    @property
    def is_dark(self) -> bool:
        """Whether text is lighter than what it stands on."""
        return self.text.lightness() > self.window.lightness()

    def colour(self, token: str) -> QColor:
        """The colour of a token such as "ok_fg"; raises ValueError for any other name."""
        value = getattr(self, token, None)
        if not isinstance(value, QColor):
            raise ValueError(f"no colour is named {token!r}")  # noqa: TRY004 - the name is wrong, not its type
        return value


def _colour_names() -> set[str]:
    """The names a theme file must give, no more and no less."""
    return {field.name for field in fields(Theme) if field.type == "QColor"}


def load(name: str, scale: float = 1.0, points: float = 1.0) -> Theme:
    """The theme of this name, its pixels and its fonts' points so much larger than drawn.

    Raises ValueError where its file and the tokens differ.
    """
    table = resources.read_json(f"themes/{name}.json")
    colours = {token: QColor(value) for token, value in table["colours"].items()}
    wrong = _colour_names() ^ set(colours) | {token for token, colour in colours.items() if not colour.isValid()}
    if wrong:
        raise ValueError(f"themes/{name}.json: missing, unknown or unreadable: {', '.join(sorted(wrong))}")
    return Theme(**{**colours, **_sizes(scale, points), "name": table["name"], "scale": scale})


def _sizes(scale: float, points: float) -> dict[str, float]:
    drawn = {field.name: getattr(Theme, field.name) for field in fields(Theme) if field.type in {"int", "float"}}
    return {name: size * points if name.endswith("_pt") else round(size * scale) for name, size in drawn.items()}
