"""The Bolt app: files every fact before Bolt goes on, and answers what cannot wait.

Filing runs after the signature check and before authorization: authorization asks Slack, and where
that fails Bolt acknowledges the request and drops it. Most requests end there, filed and
acknowledged; only what opens a form goes on to the listeners, which store nothing.
"""

import json
import logging
from collections.abc import Callable
from datetime import datetime

from slack_bolt import App, BoltRequest, BoltResponse
from slack_sdk import WebClient

from bot import actions as act
from bot.facts import ButtonPressed, CommandGiven, Fact, FormSubmitted
from bot.slack.hearing import read
from bot.slack.listeners import Rubric, register
from bot.slack.payload import Part, Unreadable
from bot.slack.views.forms import complaints

log = logging.getLogger(__name__)
ENDS_HERE = (
    "event_callback",
    "block_actions",
    "view_submission",
    "view_closed",
    "app_rate_limited",
)
"""Payloads that are acknowledged here, whether there was a fact in them or not."""


def build_app(
    *,
    client: WebClient,
    signing_secret: str | None,
    file: Callable[[Fact], bool],
    rubric: Rubric,
    now: Callable[[], datetime],
) -> App:
    """Return the Bolt app.

    Args:
        client: with the bot's token.
        signing_secret: of HTTP requests; None under Socket Mode.
        file: keeps a fact, durably, before it returns.
        rubric: finds the ratings that a person wants to see whole.
        now: the clock; aware.
    """

    def hear(req: BoltRequest, next: Callable[[], BoltResponse]) -> BoltResponse:  # noqa: A002 - Bolt's name
        return _hear(req, file, now()) or next()

    app = App(
        client=client,
        signing_secret=signing_secret,
        before_authorize=hear,
        token_verification_enabled=False,  # so that it starts while Slack is down
        attaching_conversation_kwargs_enabled=False,  # it would read threads as assistant threads
    )
    register(app, rubric)
    return app


def _hear(req: BoltRequest, file: Callable[[Fact], bool], now: datetime) -> BoltResponse | None:
    """File what a request tells; return the answer, or None where a form must be opened."""
    fact = _read(req, now)
    if isinstance(fact, FormSubmitted) and (wrong := complaints(fact.form, fact.values)):
        answer = {"response_action": "errors", "errors": wrong}
        return BoltResponse(
            status=200, body=json.dumps(answer), headers={"content-type": ["application/json"]}
        )
    if fact is not None:
        file(fact)
    return None if _goes_on(req, fact) else BoltResponse(status=200, body="")


def _goes_on(req: BoltRequest, fact: Fact | None) -> bool:
    """Say whether Bolt must see a request: it opens a form, or is Slack's own check of us."""
    match fact:
        case CommandGiven():
            return True
        case ButtonPressed(action=action):
            return action in act.OPENS_FORM
        case None:
            return req.body.get("type") not in ENDS_HERE
        case _:
            return False


def _read(req: BoltRequest, now: datetime) -> Fact | None:
    try:
        return read(req.body, now)
    except Unreadable as error:
        lack = f"lacks {error}"
    except ValueError as error:  # pydantic's: a part of another type; it would quote the text
        lack = f"is malformed ({type(error).__name__})"
    payload = Part(req.body)
    log.warning("payload %s of type %s %s", payload.get("event_id"), payload.get("type"), lack)
    return None
