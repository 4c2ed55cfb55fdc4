"""From a row of the outbox to the call that Slack gets."""

from dataclasses import dataclass
from typing import Any

from slack_sdk import WebClient
from slack_sdk.web import SlackResponse
from sqlalchemy.orm import Session

from bot.letters import from_body
from bot.slack.marker import metadata
from bot.slack.views.render import render, render_home
from storage import outbox
from storage.outbox import POSTED, UNSETTLED
from storage.tables import Said


class Waits(Exception):
    """What the row is about is not settled yet."""


class Pointless(Exception):
    """What the row is about will never be there, or nothing is left to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call of the Web API."""

    method: str
    arguments: dict[str, Any]

    def on(self, client: WebClient) -> SlackResponse:
        """Make the call."""
        return client.api_call(self.method, json=self.arguments)


def call_for(session: Session, row: Said) -> Call:
    """Return the call that says a row.

    Raises:
        Waits: another row must be settled first.
        Pointless: it cannot be said, or need not be.
    """
    match row.act:
        case "post":
            return _post(session, row)
        case "update" | "delete":
            return _change(session, row)
        case "ephemeral":
            return _whisper(session, row)
        case "home":
            view = render_home(from_body(row.kind, _body(row))).to_dict()
            return Call(method="views.publish", arguments={"user_id": row.user, "view": view})
        case _:
            raise Pointless(row.act)


def place_of(session: Session, row: Said) -> tuple[str, str | None]:
    """Return the channel and the thread that a row is posted to."""
    if row.thread_id is None:
        return row.channel, row.thread_ts
    root = _settled(session, row.thread_id)
    return root.posted_channel or row.channel, root.posted_ts


def _post(session: Session, row: Said) -> Call:
    channel, thread_ts = place_of(session, row)
    target = _settled(session, row.target_id) if row.target_id else None
    link = target.permalink if target else None
    arguments = {
        "channel": channel,
        "metadata": metadata(row.id),
        "unfurl_links": False,
        "unfurl_media": False,
        **render(from_body(row.kind, _body(row)), link).to_json(),
    }
    if thread_ts is not None:
        arguments["thread_ts"] = thread_ts
    return Call(method="chat.postMessage", arguments=arguments)


def _change(session: Session, row: Said) -> Call:
    target = _settled(session, row.target_id)
    at = {"channel": target.posted_channel, "ts": target.posted_ts}
    if row.act == "delete":
        return Call(method="chat.delete", arguments=at)
    message = render(from_body(row.kind, _body(row))).to_json()
    return Call(method="chat.update", arguments={"blocks": [], **message, **at})


def _whisper(session: Session, row: Said) -> Call:
    channel, thread_ts = place_of(session, row)
    target = _settled(session, row.target_id) if row.target_id else None
    link = target.permalink if target else None
    message = render(from_body(row.kind, _body(row)), link).to_json()
    arguments = {"channel": channel, "user": row.user, **message}
    if thread_ts is not None:
        arguments["thread_ts"] = thread_ts
    return Call(method="chat.postEphemeral", arguments=arguments)


def _settled(session: Session, row_id: str | None) -> Said:
    row = outbox.by_id(session, row_id)
    if row is not None and row.state in UNSETTLED:
        raise Waits
    if row is None or row.state != POSTED or row.posted_ts is None:
        raise Pointless("what it belongs to was never posted")
    return row


def _body(row: Said) -> dict[str, Any]:
    if row.body is None:
        raise Pointless("deleted")
    return row.body
