"""Members as they go over the wire."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sandbox.installation import Installation
from sandbox.state.records import Member

Wire = dict[str, Any]


def user_body(slack: Installation, member: Member, *, with_locale: bool = False) -> Wire:
    """Return a member as answers and events hold one.

    Source: https://docs.slack.dev/reference/objects/user-object
    """
    now = slack.workspace.clock.now()
    offset = now.astimezone(ZoneInfo(member.tz)).utcoffset() or timedelta()
    user: Wire = {
        "id": member.id,
        "team_id": member.team_id,
        "name": member.name,
        "deleted": member.deleted,
        "color": "9f69e7",
        "real_name": member.real_name,
        "tz": member.tz,
        "tz_label": member.tz,
        "tz_offset": int(offset.total_seconds()),
        "profile": _profile(member),
        "is_admin": False,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": member.is_restricted,
        "is_ultra_restricted": member.is_ultra_restricted,
        "is_bot": member.is_bot,
        "is_stranger": member.is_stranger and not _is_near(slack, member),
        "is_app_user": False,
        "updated": member.updated,
    }
    return user | ({"locale": "en-US"} if with_locale else {})


def _is_near(slack: Installation, member: Member) -> bool:
    # Slack's `is_stranger` is false for somebody of another company who is in a shared channel that
    # the app can see: only `team_id` tells where she is at home.
    return any(
        channel.connected_team_ids and slack.is_bot_in(channel) and member.id in channel.members
        for channel in slack.workspace.channels.values()
    )


def _profile(member: Member) -> Wire:
    return {
        "title": "",
        "real_name": member.real_name,
        "real_name_normalized": member.real_name,
        "display_name": member.name,
        "display_name_normalized": member.name,
        "team": member.team_id,
    }
