"""Opening a modal by the trigger of a press or a command.

Sources: https://docs.slack.dev/interactivity/handling-user-interaction (trigger_id),
https://docs.slack.dev/reference/methods/views.push
"""

import logging

from slack_sdk import WebClient
from slack_sdk.models.views import View

from bot.slack.listeners.lookups import Whose
from bot.slack.outcome import REFUSED, outcome
from bot.slack.payload import Part

log = logging.getLogger(__name__)


def show(client: WebClient, payload: Part, view: View) -> None:
    """Open a modal; on top of the one in which the press was, if it was in one."""
    trigger_id, body = payload.text("trigger_id", ""), view.to_dict()
    try:
        if payload.part("view", {}).text("type", "") == "modal":
            client.views_push(trigger_id=trigger_id, view=body)
        else:
            client.views_open(trigger_id=trigger_id, view=body)
    except REFUSED as error:
        log.warning("a form could not be opened: %s", outcome(error)[2])


def whose(payload: Part) -> Whose:
    """Return whose press or command it is; empty where the payload does not tell."""
    enterprise, team = payload.installation()
    user = payload.text("user_id", "") or payload.part("user", {}).text("id", "")
    return enterprise, team, user


def value(payload: Part) -> str:
    """Return what the pressed button carries."""
    actions = payload.items("actions")
    return actions[0].chosen() if actions else ""
