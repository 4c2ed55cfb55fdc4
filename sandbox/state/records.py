"""What a workspace is made of: members, channels, messages and views."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Self

Block = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person or a bot of the workspace, or somebody of another company."""

    id: str  # U...
    team_id: str  # T..., where she is at home
    name: str
    real_name: str
    tz: str  # IANA name
    is_bot: bool = False
    deleted: bool = False  # deactivated
    is_restricted: bool = False  # a guest
    is_ultra_restricted: bool = False  # a guest of one channel, who is restricted as well
    is_stranger: bool = False  # of another company
    updated: int = 0  # Unix seconds


@dataclass(slots=True, kw_only=True)
class Channel:
    """A public channel, or a direct message with the bot."""

    id: str  # C... or D...
    name: str  # empty for a direct message
    kind: Literal["channel", "im"]
    created: int  # Unix seconds
    creator: str
    members: list[str] = field(default_factory=list)
    is_archived: bool = False
    connected_team_ids: list[str] = field(default_factory=list)  # companies that it is shared with


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message as it stands; an edit puts another in its place."""

    channel: str
    ts: str
    user: str
    text: str  # escaped as on the wire
    thread_ts: str | None = None
    parent_user: str | None = None
    blocks: tuple[Block, ...] = ()
    attachments: tuple[Mapping[str, Any], ...] = ()
    files: tuple[Mapping[str, Any], ...] = ()
    metadata: Mapping[str, Any] | None = None
    client_msg_id: str | None = None
    bot_id: str | None = None
    subtype: str | None = None  # file_share, thread_broadcast, tombstone
    edited_by: str | None = None
    edited_ts: str | None = None
    reactions: tuple[tuple[str, str], ...] = ()  # (emoji name, user)
    ephemeral_to: str | None = None
    deleted: bool = False

    def tombstone(self) -> Self:
        """Return what stays of a deleted root that has replies."""
        return replace(
            self,
            user="USLACKBOT",
            text="This message was deleted.",
            blocks=(),
            attachments=(),
            files=(),
            metadata=None,
            client_msg_id=None,
            bot_id=None,
            edited_by=None,
            edited_ts=None,
            subtype="tombstone",
            deleted=True,
        )

    @property
    def is_reply(self) -> bool:
        """Whether it stands in a thread and is not the thread's root."""
        return self.thread_ts is not None and self.thread_ts != self.ts

    @property
    def buttons(self) -> tuple[str, ...]:
        """The labels of its buttons, in reading order."""
        return tuple(
            element["text"]["text"]
            for _, element in elements_of(self.blocks)
            if element["type"] == "button"
        )


@dataclass(slots=True, kw_only=True)
class View:
    """A modal or a Home tab that one person has open."""

    id: str  # V...
    user: str
    body: dict[str, Any]  # type, title, blocks and the like, as the app gave them
    hash: str
    updated_ts: str
    root_view_id: str
    previous_view_id: str | None = None
    values: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The view's blocks."""
        return tuple(self.body.get("blocks", ()))

    @property
    def title(self) -> str:
        """The title that people read; a Home tab has none."""
        return str((self.body.get("title") or {}).get("text", ""))


def elements_of(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, Mapping[str, Any]]]:
    """Yield (block, element) for every interactive element, in reading order."""
    for block in blocks:
        if "accessory" in block:
            yield block, block["accessory"]
        if block["type"] == "input":
            yield block, block["element"]
        if block["type"] == "actions":
            for element in block["elements"]:
                yield block, element
