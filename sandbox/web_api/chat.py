"""Methods that post, change and delete messages."""

from dataclasses import replace
from typing import Any

from sandbox.block_kit.ids import with_ids
from sandbox.block_kit.surfaces import Surface, problems_of
from sandbox.installation import Installation
from sandbox.payloads import posting
from sandbox.payloads.bodies import listed_message
from sandbox.state.records import Channel, Message
from sandbox.web_api.method import ApiError, Wire, flag, known_channel

_TEXT_MOST = 40_000  # characters; Slack cuts what is longer
_METADATA_KEYS = {"event_type", "event_payload"}


def post_message(slack: Installation, arguments: Wire) -> Wire:
    """Post a message; a person's id as the channel opens the direct message with them.

    For a person who is deactivated Slack documents no error, so the message is taken.

    Source: https://docs.slack.dev/reference/methods/chat.postMessage
    """
    channel = _target(slack, arguments["channel"])
    _check_writable(slack, channel)
    content = message_content(arguments)
    thread = _thread(slack, channel, arguments.get("thread_ts"))
    if thread and flag(arguments.get("reply_broadcast")):
        thread["subtype"] = "thread_broadcast"
    message = posting.post(slack, _own_message(slack, channel, **content, **thread))
    body = listed_message(slack, message, with_metadata=True)
    return {"channel": channel.id, "ts": message.ts, "message": body}


def post_ephemeral(slack: Installation, arguments: Wire) -> Wire:
    """Show a message to one person of a conversation.

    Source: https://docs.slack.dev/reference/methods/chat.postEphemeral
    """
    channel = _target(slack, arguments["channel"])
    _check_writable(slack, channel)
    person = str(arguments["user"])
    if person not in channel.members:
        raise ApiError("user_not_in_channel")
    thread = _thread(slack, channel, arguments.get("thread_ts"))
    content = message_content(arguments)
    message = _own_message(slack, channel, ephemeral_to=person, **content, **thread)
    posting.post(slack, message)
    return {"message_ts": message.ts}


def update(slack: Installation, arguments: Wire) -> Wire:
    """Change a message of the bot's own.

    Blocks and attachments that are left out stay as they were; an empty list takes them away.

    Source: https://docs.slack.dev/reference/methods/chat.update
    """
    message = _own(slack, arguments, "cant_update_message")
    after = posting.change(slack, message, by=slack.bot_user_id, **message_content(arguments))
    body = listed_message(slack, after, with_metadata=True)
    kept = ("type", "user", "text", "team", "bot_id", "bot_profile", "app_id", "blocks", "edited")
    shown = {key: body[key] for key in (*kept, "metadata") if key in body}
    return {"channel": after.channel, "ts": after.ts, "text": after.text, "message": shown}


def delete(slack: Installation, arguments: Wire) -> Wire:
    """Delete a message of the bot's own.

    Source: https://docs.slack.dev/reference/methods/chat.delete
    """
    message = _own(slack, arguments, "cant_delete_message")
    posting.delete(slack, message)
    return {"channel": message.channel, "ts": message.ts}


def get_permalink(slack: Installation, arguments: Wire) -> Wire:
    """Return a message's address.

    Source: https://docs.slack.dev/reference/methods/chat.getPermalink
    """
    channel = known_channel(slack, arguments["channel"])
    message = slack.workspace.message(channel.id, str(arguments["message_ts"]))
    if message is None:
        raise ApiError("message_not_found")
    place = f"archives/{channel.id}/p{message.ts.replace('.', '')}"
    query = f"?thread_ts={message.thread_ts}&cid={channel.id}" if message.is_reply else ""
    permalink = f"https://{slack.workspace.domain}.slack.com/{place}{query}"
    return {"channel": channel.id, "permalink": permalink}


def add_reaction(slack: Installation, arguments: Wire) -> Wire:
    """React to a message as the bot.

    Source: https://docs.slack.dev/reference/methods/reactions.add
    """
    channel = known_channel(slack, arguments["channel"])
    message = slack.workspace.message(channel.id, str(arguments["timestamp"]))
    if message is None:
        raise ApiError("message_not_found")
    reaction = (str(arguments["name"]).strip(":"), slack.bot_user_id)
    if reaction in message.reactions:
        raise ApiError("already_reacted")
    slack.workspace.put(replace(message, reactions=(*message.reactions, reaction)))
    return {}


def message_content(arguments: Wire) -> dict[str, Any]:
    """Return the fields of a message that an app writes.

    Raises:
        ApiError: there is nothing to show, or it breaks a limit.
    """
    blocks = arguments.get("blocks")
    text = arguments.get("text")
    if not blocks and not text and not arguments.get("attachments"):
        raise ApiError("no_text")
    content: dict[str, Any] = {"text": str(text or "")[:_TEXT_MOST]}
    if blocks is not None:
        _check_blocks(blocks)
        content["blocks"] = with_ids(blocks)
    if arguments.get("attachments") is not None:
        content["attachments"] = tuple(arguments["attachments"])
    if arguments.get("metadata") is not None:
        content["metadata"] = _metadata(arguments["metadata"])
    return content


def _target(slack: Installation, channel_id: Any) -> Channel:
    member = slack.workspace.members.get(str(channel_id))
    if member is None:
        return known_channel(slack, channel_id)
    if member.is_bot:
        raise ApiError("channel_not_found")
    return slack.workspace.direct_message(member.id, slack.bot_user_id)


def _check_writable(slack: Installation, channel: Channel) -> None:
    if channel.is_archived:
        raise ApiError("is_archived")
    if channel.kind == "im" and not slack.manifest.messages_tab:
        raise ApiError("messages_tab_disabled")
    if not slack.is_bot_in(channel) and not slack.may("chat:write.public"):
        raise ApiError("not_in_channel")


def _thread(slack: Installation, channel: Channel, thread_ts: Any) -> dict[str, Any]:
    if not thread_ts:
        return {}
    root = slack.workspace.message(channel.id, str(thread_ts))
    if root is None:
        raise ApiError("thread_not_found")
    if root.is_reply:
        # Stricter than Slack, which takes some of these and puts them elsewhere.
        raise ApiError("cannot_reply_to_message")
    return {"thread_ts": root.ts, "parent_user": root.user}


def _check_blocks(blocks: Any) -> None:
    problems = problems_of(blocks, Surface.MESSAGE)
    if problems:
        raise ApiError("invalid_blocks", response_metadata={"messages": problems})


def _metadata(metadata: Any) -> dict[str, Any]:
    if not isinstance(metadata, dict) or set(metadata) != _METADATA_KEYS:
        raise ApiError("invalid_metadata_format")
    if not isinstance(metadata["event_payload"], dict):
        raise ApiError("invalid_metadata_schema")
    return metadata


def _own_message(slack: Installation, channel: Channel, **fields: Any) -> Message:
    return Message(
        channel=channel.id,
        ts=slack.workspace.next_ts(),
        user=slack.bot_user_id,
        bot_id=slack.bot_id,
        **fields,
    )


def _own(slack: Installation, arguments: Wire, refusal: str) -> Message:
    channel = known_channel(slack, arguments["channel"])
    message = slack.workspace.message(channel.id, str(arguments["ts"]))
    if message is None or message.deleted:
        raise ApiError("message_not_found")
    if message.user != slack.bot_user_id:
        raise ApiError(refusal)
    return message
