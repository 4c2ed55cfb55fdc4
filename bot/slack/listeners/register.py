"""Every listener: what the shortcut, the command and the buttons that open something do."""

from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot import actions as act
from bot.slack.listeners import scheduling
from bot.slack.listeners.commands import open_by
from bot.slack.listeners.lookups import Lookups
from bot.slack.listeners.opening import show, value, whose
from bot.slack.payload import Part
from bot.slack.views import forms


def register(app: App, lookups: Lookups) -> None:
    """Register every listener."""
    app.shortcut(act.CHOOSE_FORM)(_choose)
    app.action(act.UNFAIR)(_why_unfair)
    scheduling.register(app, lookups)

    @app.command(act.COMMAND)
    def _command(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        open_by(client, Part(body), lookups)

    @app.action(act.RUBRIC)
    def _show_rubric(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        payload = Part(body)
        view = lookups.rubric(whose(payload), value(payload))
        show(client, payload, view or forms.notice("That feedback is no longer there."))


def _choose(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
    ack()
    show(client, Part(body), forms.choose())


def _why_unfair(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
    ack()
    payload = Part(body)
    show(client, payload, forms.why_unfair(value(payload)))
