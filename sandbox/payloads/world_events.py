"""Events about channels and people, told to the bot if its manifest asks for them."""

from typing import Any

from sandbox.installation import Installation
from sandbox.payloads.events import tell
from sandbox.payloads.user_body import user_body
from sandbox.state.records import Channel, Member

Wire = dict[str, Any]


def tell_joined(slack: Installation, channel: Channel, user: str, inviter: str | None) -> None:
    """Tell that somebody joined a channel of the bot's.

    Source: https://docs.slack.dev/reference/events/member_joined_channel
    """
    event = _membership(slack, "member_joined_channel", channel, user)
    if slack.is_bot_in(channel):
        _tell(slack, event | ({"inviter": inviter} if inviter else {}))


def tell_left(slack: Installation, channel: Channel, user: str) -> None:
    """Tell that somebody left a channel of the bot's.

    Source: https://docs.slack.dev/reference/events/member_left_channel
    """
    if slack.is_bot_in(channel):
        _tell(slack, _membership(slack, "member_left_channel", channel, user))


def tell_archived(slack: Installation, channel: Channel, user: str) -> None:
    """Tell that somebody archived a public channel, or took it back.

    Source: https://docs.slack.dev/reference/events/channel_archive, .../channel_unarchive
    """
    kind = "channel_archive" if channel.is_archived else "channel_unarchive"
    _tell(slack, {"type": kind, "channel": channel.id, "user": user})


def tell_shared(slack: Installation, channel: Channel, team_id: str) -> None:
    """Tell that a channel is shared with another company.

    Source: https://docs.slack.dev/reference/events/channel_shared
    """
    _tell(slack, {"type": "channel_shared", "connected_team_id": team_id, "channel": channel.id})


def tell_unshared(slack: Installation, channel: Channel, team_id: str) -> None:
    """Tell that a channel is shared with a company no longer.

    Source: https://docs.slack.dev/reference/events/channel_unshared
    """
    event: Wire = {
        "type": "channel_unshared",
        "previously_connected_team_id": team_id,
        "channel": channel.id,
        "is_ext_shared": bool(channel.connected_team_ids),
    }
    _tell(slack, event)


def tell_member_changed(slack: Installation, member: Member) -> None:
    """Tell that a member's zone, or whether she is deactivated, has changed.

    Source: https://docs.slack.dev/reference/events/user_change
    """
    event: Wire = {
        "type": "user_change",
        "user": user_body(slack, member),
        "cache_ts": member.updated,
    }
    _tell(slack, event, scope="users:read")


def _membership(slack: Installation, kind: str, channel: Channel, user: str) -> Wire:
    return {
        "type": kind,
        "user": user,
        "channel": channel.id,
        "channel_type": "C",
        "team": slack.workspace.members[user].team_id,
    }


def _tell(slack: Installation, event: Wire, scope: str = "channels:read") -> None:
    if event["type"] in slack.manifest.events and slack.may(scope):
        tell(slack, event | {"event_ts": slack.workspace.next_ts()})
