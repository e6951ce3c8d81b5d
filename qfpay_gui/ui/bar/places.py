"""The environments and the profiles of each, as the lines among which a person chooses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from qfpay_gui.qfpay import environments
from qfpay_gui.qfpay.ranking import Findable, findable, ranked
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.ui.palette.commands import Command
from qfpay_gui.ui.palette.finder import Found
from qfpay_gui.ui.profiles.profile_list import KEPT_ICONS
from qfpay_gui.ui.words.environments import environment_name, kind_icon, meaning, profile_name
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qfpay_gui.models.profiles.place_model import PlaceModel
    from qfpay_gui.models.profiles.state import ProfileEntry, ProfilesState
    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.qfpay.environments import Environment

NOBODY = text("Places", "No credentials")
IN_USE = text("Places", "in use")
_ENVIRONMENT = text("Places", "Environment")
_PROFILE = text("Places", "Profile")
_ELSEWHERE = text("Places", "belongs to {environment}")
_SESSION = text("Places", "this session only")
_GONE = text("Places", "no longer in the list")
_ASKING = text("Places", "Asking the keychain where these belong …")
_SILENT = text("Places", "The keychain did not say where these belong")


@dataclass(frozen=True)
class Place:
    """A line: an environment, or a profile in one ("" for nobody); ``profile`` is None for the environment as such."""

    environment_id: str
    profile: str | None
    shown: Found
    entry: Findable


def places(model: PlaceModel, state: ProfilesState) -> tuple[Place, ...]:
    """Every environment with its profiles below it, then the profiles of those that are gone or not known yet."""
    return (*_known(model, state), *_gone(model, state), *_unknown(state))


def of_places(workbench: Workbench) -> Iterator[Command]:
    """The same lines for the palette: environments and profiles that can be chosen, each to be gone to."""
    state = workbench.profiles.state
    for one in places(workbench.place, state):
        if one.profile is None and one.shown.enabled:
            run = partial(workbench.choose_environment, one.environment_id)
            yield Command(replace(one.shown, hint=translated(_ENVIRONMENT)), one.entry, run)
        elif one.profile:
            home = translated(environment_name(state.environment_of(one.profile))) if one.environment_id else ""
            shown = replace(one.shown, more=_joined((home, one.shown.more)), hint=translated(_PROFILE), depth=0)
            yield Command(shown, one.entry, partial(workbench.choose_profile, one.profile))


def current(lines: tuple[Place, ...], model: PlaceModel, state: ProfilesState) -> int:
    """The line of what is chosen now."""
    wanted = (model.environment_id, state.chosen)
    return next((at for at, one in enumerate(lines) if (one.environment_id, one.profile) == wanted), 0)


def asked_for(words: str, lines: tuple[Place, ...]) -> tuple[tuple[Place, ...], int]:
    """The lines that fit what was typed, each below the environment it belongs to, and which of them fits best."""
    fitting = ranked(words, ((one, one.entry) for one in lines))
    kept, heads = set(map(id, fitting)), {one.environment_id for one in fitting}
    found = tuple(one for one in lines if id(one) in kept or (one.profile is None and one.environment_id in heads))
    return found, next((at for at, one in enumerate(found) if one is fitting[0]), 0) if fitting else 0


def _known(model: PlaceModel, state: ProfilesState) -> Iterator[Place]:
    for environment in model.environments:
        is_here = environment.id == model.environment_id
        yield _environment(environment)
        names = [*state.at_home(environment.id), *(_guests(state, environment.id) if is_here else ())]
        for entry in names:
            yield _profile(environment, entry, state, is_used=is_here and entry.name == state.chosen)
        if is_here:
            hint = "" if state.chosen else translated(IN_USE)
            shown = Found(translated(NOBODY), hint=hint, picture="key-missing", depth=1)
            yield Place(environment.id, "", shown, findable((shown.words,)))


def _guests(state: ProfilesState, environment_id: str) -> Iterator[ProfileEntry]:
    """The profile that is used here though it belongs elsewhere."""
    for entry in state.entries:
        if entry.name == state.chosen and state.environment_of(entry.name) not in {"", environment_id}:
            yield entry


def _gone(model: PlaceModel, state: ProfilesState) -> Iterator[Place]:
    there = {one.id for one in model.environments}
    for gone in sorted({home.environment_id for home in state.homes.values()} - there):
        name = translated(environments.name_of(gone))
        shown = Found(name, translated(_GONE), picture="custom", enabled=False)
        yield Place(gone, None, shown, findable((name,)))
        environment = environments.of_id(gone) or environments.custom("")
        for entry in state.at_home(gone):
            yield _profile(environment, entry, state, is_used=False)


def _unknown(state: ProfilesState) -> Iterator[Place]:
    entries = [entry for entry in state.entries if entry.name not in state.homes]
    if entries:
        shown = Found(translated(_SILENT if state.trouble else _ASKING), picture="key", enabled=False)
        yield Place("", None, shown, Findable(()))
    for entry in entries:
        shown = Found(entry.name, picture=KEPT_ICONS[entry.kept], depth=1)
        yield Place("", entry.name, shown, findable((entry.name,)))


def _environment(environment: Environment) -> Place:
    picture, tone = kind_icon(environment.kind.value)
    means = translated(meaning(environment.kind))
    name = translated(environment.name)
    shown = Found(name, environment.address, means, picture, tone=tone)
    said = f"{environment.base_url} {environment.id} {environment.name} {means}"
    return Place(environment.id, None, shown, findable((name, environment.host), said))


def _profile(environment: Environment, entry: ProfileEntry, state: ProfilesState, *, is_used: bool) -> Place:
    home = state.homes[entry.name]
    hints = (
        _SESSION if entry.kept == "session" else None,
        _away(environment, home.environment_id),
        IN_USE if is_used else None,
    )
    name = profile_name(entry.name)
    shown = Found(name, home.app_code, _joined(translated(one) for one in hints), KEPT_ICONS[entry.kept], depth=1)
    where = f"{translated(environment.name)} {environment.name} {environment.base_url}"
    return Place(environment.id, entry.name, shown, findable((name, entry.name, home.app_code), where))


def _away(environment: Environment, home: str) -> Text | None:
    return None if home == environment.id else _ELSEWHERE.fill(environment=environment_name(home))


def _joined(words: Iterable[str]) -> str:
    return " · ".join(filter(None, words))
