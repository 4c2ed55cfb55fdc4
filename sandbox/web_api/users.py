"""Methods about people."""

from sandbox.installation import Installation
from sandbox.payloads.user_body import user_body
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
    return {"user": user_body(slack, member, with_locale=flag(arguments.get("include_locale")))}


def users_list(slack: Installation, arguments: Wire) -> Wire:
    """List the members, a page at a time.

    Source: https://docs.slack.dev/reference/methods/users.list
    """
    members, cursor = page_of(list(slack.workspace.members.values()), arguments, default=200)
    with_locale = flag(arguments.get("include_locale"))
    return {
        "members": [user_body(slack, member, with_locale=with_locale) for member in members],
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
