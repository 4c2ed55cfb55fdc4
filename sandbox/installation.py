"""The app as it is installed in the workspace: who it is, and what it may do."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sandbox.delivery.delivery import Delivery
from sandbox.manifest import Manifest
from sandbox.state.deadlines import Deadlines
from sandbox.state.faults import Faults
from sandbox.state.ids import new_id, new_token
from sandbox.state.records import Channel
from sandbox.state.response_urls import ResponseUrls
from sandbox.state.traffic import Direction, Entry, Traffic
from sandbox.state.triggers import Triggers
from sandbox.state.workspace import NewMember, Workspace


@dataclass(slots=True, kw_only=True)
class Installation:
    """Everything that a Web API method or a person's act needs to know."""

    workspace: Workspace
    manifest: Manifest
    deadlines: Deadlines
    delivery: Delivery
    traffic: Traffic
    faults: Faults
    triggers: Triggers
    response_urls: ResponseUrls
    new_connection: Callable[[], str]  # makes the address of a Socket Mode connection
    address: str = ""  # http://127.0.0.1:PORT, known once the server listens
    app_id: str = field(default_factory=lambda: new_id("A"))
    bot_id: str = field(default_factory=lambda: new_id("B"))
    bot_user_id: str = ""
    bot_token: str = field(default_factory=lambda: new_token("xoxb"))
    app_token: str = field(default_factory=lambda: new_token("xapp"))
    signing_secret: str = field(default_factory=lambda: new_token("sandbox"))
    verification_token: str = field(default_factory=lambda: new_token("verification"))

    def __post_init__(self) -> None:
        name = self.manifest.bot_name
        bot = NewMember(name=name.lower(), real_name=name, tz="Etc/UTC")
        self.bot_user_id = self.workspace.add_member(bot, is_bot=True).id

    def may(self, scope: str) -> bool:
        """Whether the manifest asks for a scope."""
        return scope in self.manifest.scopes

    def is_bot_in(self, channel: Channel) -> bool:
        """Whether the bot is a member of a channel."""
        return self.bot_user_id in channel.members

    def record(
        self, direction: Direction, kind: str, summary: str, *, ok: bool = True, payload: Any = None
    ) -> None:
        """Write one line of traffic, and wake who waits for it."""
        workspace = self.workspace
        self.traffic.add(
            Entry(
                at=workspace.clock.now(),
                direction=direction,
                kind=kind,
                summary=summary,
                ok=ok,
                payload=payload,
            )
        )
        with workspace.changed:
            workspace.changed.notify_all()
