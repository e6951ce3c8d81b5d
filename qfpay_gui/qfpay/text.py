"""Sentences for people, kept translatable: pure code says them, the window translates them."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Text:
    """An English template with its values.

    ``str(text)`` is the English sentence. The window looks ``template`` up in Qt's
    translation under ``context`` and fills the same values in. A value may itself
    be a Text.
    """

    context: str
    template: str
    values: tuple[tuple[str, str | Text], ...] = ()

    def __str__(self) -> str:
        return self.template.format_map({name: str(value) for name, value in self.values})

    def fill(self, **values: object) -> Text:
        """The same sentence with values for its ``{names}``; values other than Text are shown by ``str``."""
        filled = tuple((k, v if isinstance(v, Text) else str(v)) for k, v in values.items())
        return replace(self, values=self.values + filled)


def text(context: str, template: str) -> Text:
    """A sentence; write both as literals, for this call is what the translation tool finds."""
    return Text(context, template)
