"""A tiny Bolt app that shows every surface of the page."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from sandbox.server import Sandbox
from tests.sandbox.browser import tiny_blocks as blocks

Body = dict[str, Any]


class TinyApp:
    """The app, and the submissions that it heard."""

    def __init__(self, slack: Sandbox) -> None:
        self.submitted: list[Body] = []
        self.app = App(
            client=WebClient(token=slack.bot_token, base_url=slack.api_url),
            signing_secret=slack.signing_secret,
            token_verification_enabled=False,
            attaching_conversation_kwargs_enabled=False,
        )
        self.app.event("message")(self._answer)
        self.app.event("app_home_opened")(self._publish)
        self.app.command("/tiny")(self._command)
        self.app.shortcut("form")(self._open)
        self.app.action("form")(self._open)
        self.app.action("grow")(self._grow)
        self.app.action("whisper")(self._whisper)
        self.app.action("remove")(self._remove)
        self.app.action("home")(self._publish_again)
        self.app.action("choice")(self._choice)
        self.app.view("form")(self._take)

    def _answer(self, event: Body, client: WebClient) -> None:
        if event.get("subtype") or event.get("bot_id"):
            return
        if event["text"] == "link":
            self._link(event, client)
            return
        client.chat_postMessage(
            channel=event["channel"],
            thread_ts=event.get("thread_ts"),
            text=f"You said: {event['text']}",
            blocks=blocks.answer(event["text"]),
        )

    def _link(self, event: Body, client: WebClient) -> None:
        place = {"channel": event["channel"], "message_ts": event["ts"]}
        address = client.chat_getPermalink(**place)["permalink"]
        direct = client.chat_postMessage(channel=event["user"], text="Opened")["channel"]
        client.chat_postMessage(channel=direct, text=f"It stands <{address}|over there>")

    def _publish(self, event: Body, client: WebClient) -> None:
        if event["tab"] == "home":
            client.views_publish(user_id=event["user"], view=blocks.home("Welcome home"))

    def _publish_again(self, ack: Ack, body: Body, client: WebClient) -> None:
        ack()
        client.views_publish(user_id=body["user"]["id"], view=blocks.home("Pressed at home"))

    def _command(self, ack: Ack, body: Body) -> None:
        ack(f"Again: {body['text']}")

    def _open(self, ack: Ack, body: Body, client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=blocks.form())

    def _grow(self, ack: Ack, body: Body, client: WebClient) -> None:
        ack()
        client.views_update(view_id=body["view"]["id"], view=blocks.form("Grown"))

    def _whisper(self, ack: Ack, respond: Respond) -> None:
        ack()
        respond(text="A word for you alone", replace_original=False)

    def _remove(self, ack: Ack, respond: Respond) -> None:
        ack()
        respond(delete_original=True)

    def _choice(self, ack: Ack, body: Body, client: WebClient) -> None:
        ack()
        option = body["actions"][0]["selected_option"]
        client.chat_postMessage(channel=body["channel"]["id"], text=f"Chosen: {option['value']}")

    def _take(self, ack: Ack, body: Body, client: WebClient) -> None:
        values = body["view"]["state"]["values"]
        if values["name"]["name"]["value"] == "wrong":
            ack(response_action="errors", errors={"name": "That is not a name."})
            return
        ack()
        self.submitted.append(values)
        name = values["name"]["name"]["value"]
        client.chat_postMessage(channel=body["user"]["id"], text=f"Saved: {json.dumps(name)}")


@contextmanager
def over_socket_mode(slack: Sandbox) -> Iterator[TinyApp]:
    """Run the app over Socket Mode."""
    tiny = TinyApp(slack)
    handler = SocketModeHandler(tiny.app, slack.app_token)
    handler.connect()  # type: ignore[no-untyped-call]  # the handler ships no types
    slack.wait_connected()
    try:
        yield tiny
    finally:
        # The server goes first: the client alone would wait for its receive time-out.
        handler.client.auto_reconnect_enabled = False
        slack.close()
        handler.close()  # type: ignore[no-untyped-call]
