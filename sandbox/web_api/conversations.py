"""Methods about channels, direct messages and what stands in them."""

from collections.abc import Callable, Sequence

from sandbox.installation import Installation
from sandbox.payloads.bodies import listed_message
from sandbox.state.records import Channel, Message
from sandbox.web_api.channel_body import channel_body
from sandbox.web_api.method import (
    ApiError,
    Wire,
    flag,
    known_channel,
    require_scope,
)
from sandbox.web_api.paging import page_of


def conversations_open(slack: Installation, arguments: Wire) -> Wire:
    """Open the direct message with a person.

    Source: https://docs.slack.dev/reference/methods/conversations.open
    """
    person = _one_user(arguments)
    member = slack.workspace.members.get(person)
    if member is None:
        raise ApiError("user_not_found")
    if member.is_bot:
        raise ApiError("cannot_dm_bot")
    if member.deleted:
        raise ApiError("user_disabled")
    channel = slack.workspace.direct_message(person, slack.bot_user_id)
    if not flag(arguments.get("return_im")):
        return {"channel": {"id": channel.id}}
    return {"channel": {"id": channel.id, "created": channel.created, "is_im": True}}


def conversations_info(slack: Installation, arguments: Wire) -> Wire:
    """Describe a conversation.

    Source: https://docs.slack.dev/reference/methods/conversations.info
    """
    channel = known_channel(slack, arguments["channel"])
    require_scope(slack, _scope(channel, "read"))
    body = channel_body(slack, channel)
    if channel.kind == "channel":
        body["is_member"] = slack.is_bot_in(channel)
        if flag(arguments.get("include_num_members")):
            body["num_members"] = len(channel.members)
    return {"channel": body}


def conversations_members(slack: Installation, arguments: Wire) -> Wire:
    """List who is in a conversation.

    Source: https://docs.slack.dev/reference/methods/conversations.members
    """
    channel = known_channel(slack, arguments["channel"])
    require_scope(slack, _scope(channel, "read"))
    members, cursor = page_of(channel.members, arguments, default=100)
    return {"members": list(members), "response_metadata": {"next_cursor": cursor}}


def conversations_history(slack: Installation, arguments: Wire) -> Wire:
    """List a conversation's messages, newest first; replies only where broadcast.

    Source: https://docs.slack.dev/reference/methods/conversations.history
    """
    channel = _readable(slack, arguments["channel"])
    within = _window(arguments)
    messages = [
        message
        for message in reversed(slack.workspace.messages[channel.id])
        if (not message.is_reply or message.subtype == "thread_broadcast") and within(message.ts)
    ]
    page, cursor = page_of(messages, arguments, default=100)
    return _listing(slack, page, cursor, arguments)


def conversations_replies(slack: Installation, arguments: Wire) -> Wire:
    """List a thread, its root first and then its replies, oldest first.

    Source: https://docs.slack.dev/reference/methods/conversations.replies
    """
    channel = _readable(slack, arguments["channel"])
    named = slack.workspace.message(channel.id, str(arguments["ts"]))
    if named is None:
        raise ApiError("thread_not_found")
    root_ts = named.thread_ts or named.ts
    root = slack.workspace.message(channel.id, root_ts)
    within = _window(arguments)
    replies = [m for m in slack.workspace.thread(channel.id, root_ts) if within(m.ts)]
    page, cursor = page_of(([root] if root else []) + replies, arguments, default=1000)
    return _listing(slack, page, cursor, arguments)


def _one_user(arguments: Wire) -> str:
    users = arguments.get("users")
    people = users if isinstance(users, list) else str(users or "").split(",")
    if not any(people):
        raise ApiError("users_list_not_supplied")
    if len(people) > 1:
        raise ApiError("not_enabled")  # the sandbox has no group direct messages
    return str(people[0]).strip()


def _scope(channel: Channel, right: str) -> str:
    return f"{'im' if channel.kind == 'im' else 'channels'}:{right}"


def _readable(slack: Installation, channel_id: object) -> Channel:
    channel = known_channel(slack, channel_id)
    require_scope(slack, _scope(channel, "history"))
    if not slack.is_bot_in(channel):
        raise ApiError("not_in_channel")
    return channel


def _window(arguments: Wire) -> Callable[[str], bool]:
    oldest = float(arguments.get("oldest") or 0)
    latest = float(arguments.get("latest") or "inf")
    if flag(arguments.get("inclusive")):
        return lambda ts: oldest <= float(ts) <= latest
    return lambda ts: oldest < float(ts) < latest


def _listing(
    slack: Installation, messages: Sequence[Message], cursor: str, arguments: Wire
) -> Wire:
    with_metadata = flag(arguments.get("include_all_metadata"))
    answer: Wire = {
        "messages": [
            listed_message(slack, message, with_metadata=with_metadata) for message in messages
        ],
        "has_more": bool(cursor),
    }
    return answer | ({"response_metadata": {"next_cursor": cursor}} if cursor else {})
