"""Sentences for people, kept translatable: pure code says them, the window translates them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


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
        return Text(self.context, self.template, self.values + filled)

    def mapped(self, change: Callable[[str], str]) -> Text:
        """The same sentence with each value changed; its template is the program's own."""
        changed = ((name, one.mapped(change) if isinstance(one, Text) else change(one)) for name, one in self.values)
        return replace(self, values=tuple(changed))


def text(context: str, template: str) -> Text:
    """A sentence; write both as literals, for this call is what the translation tool finds."""
    return Text(context, template)
