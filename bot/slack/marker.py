"""The marker: an id in each post's metadata, by which a post of unknown outcome is found again.

Metadata is visible to other apps in the channel: it holds the outbox id and nothing else.
Source: https://docs.slack.dev/messaging/message-metadata
"""

from collections.abc import Iterator
from typing import Any

from slack_sdk import WebClient

EVENT_TYPE = "starling_post"
PAGE = 15
"""Messages a page: as many as Slack gives the most limited apps."""
PAGES = 5


def metadata(row_id: str) -> dict[str, Any]:
    """Return the metadata that marks a post."""
    return {"event_type": EVENT_TYPE, "event_payload": {"id": row_id}}


def find(
    client: WebClient, *, channel: str, thread_ts: str | None, oldest: str, row_id: str
) -> list[str]:
    """Return the ts of every message that carries a marker, oldest first.

    Raises:
        slack_sdk.errors.SlackApiError: Slack refused to show the conversation.
    """
    found = [
        str(message["ts"])
        for message in _messages(client, channel, thread_ts, oldest)
        if message.get("metadata", {}).get("event_payload", {}).get("id") == row_id
    ]
    return sorted(found)


def _messages(
    client: WebClient, channel: str, thread_ts: str | None, oldest: str
) -> Iterator[dict[str, Any]]:
    cursor: str | None = None
    for _page in range(PAGES):
        options: dict[str, Any] = {
            "channel": channel,
            "oldest": oldest,
            "limit": PAGE,
            "include_all_metadata": True,
            "cursor": cursor,
        }
        if thread_ts is None:
            page = client.conversations_history(**options)
        else:
            page = client.conversations_replies(ts=thread_ts, **options)
        yield from page.get("messages") or []
        cursor = (page.get("response_metadata") or {}).get("next_cursor")
        if not page.get("has_more") or not cursor:
            return
