"""The app's manifest, as far as the sandbox enforces it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml


class ManifestInvalid(ValueError):
    """The manifest cannot be read, in one line for the person who wrote it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A slash command of the app."""

    command: str  # with its slash
    description: str
    usage_hint: str
    should_escape: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcut:
    """A shortcut of the app."""

    name: str
    callback_id: str
    kind: Literal["global", "message"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What the app may do and hear.

    Source: https://docs.slack.dev/reference/app-manifest
    """

    app_name: str
    bot_name: str
    scopes: tuple[str, ...]
    events: frozenset[str]
    commands: tuple[Command, ...]
    shortcuts: tuple[Shortcut, ...]
    interactivity: bool
    home_tab: bool
    messages_tab: bool
    messages_tab_read_only: bool
    socket_mode: bool


def read_manifest(path: Path) -> Manifest:
    """Read a manifest file.

    Raises:
        ManifestInvalid: the file is missing, is not YAML, or lacks what Slack requires.
    """
    try:
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ManifestInvalid(f"cannot read {path}: {error.strerror}") from error
    except yaml.YAMLError as error:
        raise ManifestInvalid(f"{path} is not YAML") from error
    if not isinstance(document, dict):
        raise ManifestInvalid(f"{path} holds no manifest")
    return parse_manifest(document)


def parse_manifest(document: dict[str, Any]) -> Manifest:
    """Return the typed manifest of a document.

    Raises:
        ManifestInvalid: what Slack requires is missing.
    """
    name = _at(document, "display_information", "name")
    if not name:
        raise ManifestInvalid("the manifest has no display_information.name")
    app_home = _at(document, "features", "app_home") or {}
    return Manifest(
        app_name=name,
        bot_name=_at(document, "features", "bot_user", "display_name") or name,
        scopes=tuple(_at(document, "oauth_config", "scopes", "bot") or ()),
        events=frozenset(_at(document, "settings", "event_subscriptions", "bot_events") or ()),
        commands=_commands(document),
        shortcuts=_shortcuts(document),
        interactivity=bool(_at(document, "settings", "interactivity", "is_enabled")),
        home_tab=bool(app_home.get("home_tab_enabled")),
        messages_tab=bool(app_home.get("messages_tab_enabled")),
        messages_tab_read_only=bool(app_home.get("messages_tab_read_only_enabled", True)),
        socket_mode=bool(_at(document, "settings", "socket_mode_enabled")),
    )


def _at(document: Any, *keys: str) -> Any:
    for key in keys:
        if not isinstance(document, dict):
            return None
        document = document.get(key)
    return document


def _commands(document: dict[str, Any]) -> tuple[Command, ...]:
    return tuple(
        Command(
            command=entry["command"],
            description=entry.get("description", ""),
            usage_hint=entry.get("usage_hint", ""),
            should_escape=bool(entry.get("should_escape")),
        )
        for entry in _at(document, "features", "slash_commands") or ()
    )


def _shortcuts(document: dict[str, Any]) -> tuple[Shortcut, ...]:
    return tuple(
        Shortcut(name=entry["name"], callback_id=entry["callback_id"], kind=entry["type"])
        for entry in _at(document, "features", "shortcuts") or ()
    )
