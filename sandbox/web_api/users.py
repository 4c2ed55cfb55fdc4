"""Methods about people."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from sandbox.installation import Installation
from sandbox.state.records import Member
from sandbox.web_api.channel_body import channel_body
from sandbox.web_api.method import ApiError, Wire, flag, require_scope
from sandbox.web_api.paging import page_of


def users_info(slack: Installation, arguments: Wire) -> Wire:
    """Describe a member.

    Source: https://docs.slack.dev/reference/methods/users.info
    """
    member = slack.workspace.members.get(str(arguments["user"]))
    if member is None:
        raise ApiError("user_not_found")
    return {"user": _user(slack, member, with_locale=flag(arguments.get("include_locale")))}


def users_list(slack: Installation, arguments: Wire) -> Wire:
    """List the members, a page at a time.

    Source: https://docs.slack.dev/reference/methods/users.list
    """
    members, cursor = page_of(list(slack.workspace.members.values()), arguments, default=200)
    with_locale = flag(arguments.get("include_locale"))
    return {
        "members": [_user(slack, member, with_locale=with_locale) for member in members],
        "cache_ts": int(slack.workspace.clock.now().timestamp()),
        "response_metadata": {"next_cursor": cursor},
    }


def users_conversations(slack: Installation, arguments: Wire) -> Wire:
    """List the channels that the bot, or another member, is in.

    Source: https://docs.slack.dev/reference/methods/users.conversations
    """
    types = str(arguments.get("types") or "public_channel").split(",")
    for kind, scope in (("public_channel", "channels:read"), ("im", "im:read")):
        if kind in types:
            require_scope(slack, scope)
    kinds = {"channel" if kind == "public_channel" else kind for kind in types}
    member = arguments.get("user") or slack.bot_user_id
    channels = [
        channel
        for channel in slack.workspace.channels.values()
        if channel.kind in kinds
        and member in channel.members
        and not (channel.is_archived and flag(arguments.get("exclude_archived")))
        and (channel.kind != "im" or slack.is_bot_in(channel))
    ]
    page, cursor = page_of(channels, arguments, default=100)
    return {
        "channels": [channel_body(slack, channel) for channel in page],
        "response_metadata": {"next_cursor": cursor},
    }


def _user(slack: Installation, member: Member, *, with_locale: bool) -> Wire:
    now = slack.workspace.clock.now()
    offset = now.astimezone(ZoneInfo(member.tz)).utcoffset() or timedelta()
    user: Wire = {
        "id": member.id,
        "team_id": slack.workspace.team_id,
        "name": member.name,
        "deleted": False,
        "color": "9f69e7",
        "real_name": member.real_name,
        "tz": member.tz,
        "tz_label": member.tz,
        "tz_offset": int(offset.total_seconds()),
        "profile": _profile(slack, member),
        "is_admin": False,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": False,
        "is_ultra_restricted": False,
        "is_bot": member.is_bot,
        "is_app_user": False,
        "updated": 0,
    }
    return user | ({"locale": "en-US"} if with_locale else {})


def _profile(slack: Installation, member: Member) -> Wire:
    return {
        "title": "",
        "real_name": member.real_name,
        "real_name_normalized": member.real_name,
        "display_name": member.name,
        "display_name_normalized": member.name,
        "team": slack.workspace.team_id,
    }
