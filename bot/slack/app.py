"""The Bolt app: files every fact before Bolt goes on, and answers what cannot wait.

Filing runs after the signature check and before authorization: authorization asks Slack, and where
that fails Bolt acknowledges the request and drops it. Most requests end there, filed and
acknowledged; only what opens or changes a form goes on to the listeners, which store nothing.
"""

import json
import logging
from collections.abc import Callable
from datetime import datetime

from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.middleware import Middleware
from slack_sdk import WebClient
from typing_extensions import override

from bot import actions as act
from bot.facts import ButtonPressed, CommandGiven, Fact, FormSubmitted
from bot.slack.hearing import read
from bot.slack.listeners.commands import answer_to
from bot.slack.listeners.lookups import Lookups
from bot.slack.listeners.register import register
from bot.slack.payload import Unreadable
from bot.slack.submitting import Judge

log = logging.getLogger(__name__)
GOES_ON = ("shortcut", "url_verification")
"""Payloads without a fact that Bolt must see; every other one is acknowledged here."""


def build_app(
    *,
    client: WebClient,
    signing_secret: str | None,
    file: Callable[[Fact], bool],
    lookups: Lookups,
    now: Callable[[], datetime],
) -> App:
    """Return the Bolt app.

    Args:
        client: with the bot's token.
        signing_secret: of HTTP requests; None under Socket Mode.
        file: keeps a fact, durably, before it returns.
        lookups: what may be looked up for a form or an answer.
        now: the clock; aware.
    """
    app = App(
        logger=_quiet_logger(),
        client=client,
        signing_secret=signing_secret,
        before_authorize=Hearing(
            file=file,
            judge=Judge(client, lookups, now),
            answer=lambda command: answer_to(command, lookups),
            now=now,
        ),
        token_verification_enabled=False,  # so that it starts while Slack is down
        attaching_conversation_kwargs_enabled=False,  # it would read threads as assistant threads
        raise_error_for_unhandled_request=True,
    )
    app.error(_answer_error)
    register(app, lookups)
    return app


def _quiet_logger() -> logging.Logger:
    """Return the logger that Bolt takes its level from.

    Below ERROR Bolt writes whole requests, such as one whose signature is wrong, and answers of
    people are in them. It sets its loggers' levels itself, so setting theirs would be undone.
    """
    logger = logging.getLogger("bot.slack.bolt")
    logger.setLevel(logging.ERROR)
    return logger


class Hearing(Middleware):
    """Files what a request tells, before Bolt looks at more of it than its signature.

    A plain function would not do: to call one, Bolt reads parts of the payload that may be missing.
    """

    def __init__(
        self,
        *,
        file: Callable[[Fact], bool],
        judge: Callable[[FormSubmitted], dict[str, str]],
        answer: Callable[[CommandGiven], str | None],
        now: Callable[[], datetime],
    ) -> None:
        """Make the middleware.

        Args:
            file: keeps a fact, durably, before it returns.
            judge: what is wrong with a submission, by block.
            answer: what is said at once to a command; None where it opens a form.
            now: the clock; aware.
        """
        self._file = file
        self._judge = judge
        self._answer = answer
        self._now = now

    @override
    def process(
        self,
        *,
        req: BoltRequest,
        resp: BoltResponse,
        next: Callable[[], BoltResponse],
    ) -> BoltResponse | None:
        """Return the answer, or let Bolt go on where a form must be opened."""
        try:
            fact = read(req.body, self._now())
        except (Unreadable, ValueError) as error:
            _log_unread(req, error)
            return BoltResponse(status=200, body="")
        if isinstance(fact, FormSubmitted) and (wrong := self._judge(fact)):
            return _refusal(wrong)
        if fact is not None:
            self._file(fact)
        said = self._answer(fact) if isinstance(fact, CommandGiven) else None
        if said is None and _goes_on(req, fact):
            return next()
        return BoltResponse(status=200, body=said or "")


def _refusal(wrong: dict[str, str]) -> BoltResponse:
    answer = {"response_action": "errors", "errors": wrong}
    return BoltResponse(
        status=200, body=json.dumps(answer), headers={"content-type": ["application/json"]}
    )


def _goes_on(req: BoltRequest, fact: Fact | None) -> bool:
    """Say whether Bolt must see a request: a modal opens or changes, or Slack checks us."""
    match fact:
        case CommandGiven():
            return True
        case ButtonPressed(action=action):
            return action in act.OPENS_FORM or action in act.IN_MODAL
        case None:
            return req.body.get("type") in GOES_ON
        case _:
            return False


def _log_unread(req: BoltRequest, error: Unreadable | ValueError) -> None:
    # A ValueError is pydantic's, of a part that has another type: its words would quote the text.
    lack = f"lacks {error}" if isinstance(error, Unreadable) else "is malformed"
    event_id, kind = (_if_text(req.body.get(key)) for key in ("event_id", "type"))
    log.warning("payload %s of type %s %s", event_id, kind, lack)


def _if_text(value: object) -> str | None:
    return value[:64] if isinstance(value, str) else None


def _answer_error(error: Exception) -> BoltResponse | None:
    """Answer what nobody can take; log the rest without Bolt's words, which may quote a text."""
    if isinstance(error, BoltUnhandledRequestError | Unreadable):
        log.warning("a request was left: %s", type(error).__name__)
        return BoltResponse(status=200, body="")  # else Slack would send it again and again
    log.error("a request failed: %s", type(error).__name__)
    return None
