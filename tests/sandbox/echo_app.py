"""A small Bolt app that uses every surface, and the two ways to run it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk import WebClient
from waitress.server import create_server

from sandbox.server import Sandbox

Body = dict[str, Any]

WORLD_EVENTS = (
    "channel_archive",
    "channel_shared",
    "channel_unarchive",
    "channel_unshared",
    "member_joined_channel",
    "member_left_channel",
    "user_change",
)


class Echo:
    """The app, and what it heard."""

    def __init__(self, slack: Sandbox) -> None:
        self.heard: list[Body] = []
        self.app = App(
            client=WebClient(token=slack.bot_token, base_url=slack.api_url),
            signing_secret=slack.signing_secret,
            token_verification_enabled=False,
            attaching_conversation_kwargs_enabled=False,
            process_before_response=True,
        )
        self.app.event("message")(self._echo)
        self.app.event("app_home_opened")(self._publish)
        for change in WORLD_EVENTS:
            self.app.event(change)(self._note)
        self.app.action("again")(self._press)
        self.app.action("ask")(self._open)
        self.app.action("more")(self._more)
        self.app.action("deeper")(self._deeper)
        self.app.action("colour")(self._note_act)
        self.app.command("/echo")(self._command)
        self.app.shortcut("ask")(self._open)
        self.app.view("asked")(self._asked)
        self.app.view_closed("asked")(self._note_act)

    def _note(self, body: Body) -> None:
        self.heard.append(body)

    def _note_act(self, ack: Ack, body: Body) -> None:
        self.heard.append(body)
        ack()

    def _echo(self, body: Body, client: WebClient) -> None:
        self.heard.append(body)
        event = body["event"]
        if event.get("subtype") or event.get("bot_id"):
            return
        client.chat_postMessage(
            channel=event["channel"],
            thread_ts=event.get("thread_ts"),
            text=f"You said: {event['text']}",
            blocks=echo_blocks(event["text"]),
        )

    def _publish(self, body: Body, client: WebClient) -> None:
        self.heard.append(body)
        if body["event"]["tab"] == "home":
            blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "*At home*"}}]
            view = {"type": "home", "blocks": [*blocks, *echo_blocks("home")[1:]]}
            client.views_publish(user_id=body["event"]["user"], view=view)

    def _press(self, ack: Ack, body: Body, respond: Respond) -> None:
        self.heard.append(body)
        ack()
        if "response_url" in body:
            respond(text="Pressed!", replace_original=False)

    def _open(self, ack: Ack, body: Body, client: WebClient) -> None:
        self.heard.append(body)
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=question_modal())

    def _command(self, ack: Ack, body: Body, client: WebClient) -> None:
        self.heard.append(body)
        if body["text"] == "modal":
            ack()
            client.views_open(trigger_id=body["trigger_id"], view=button_modal())
        else:
            ack(f"Echo: {body['text']}")

    def _more(self, ack: Ack, body: Body, client: WebClient) -> None:
        self.heard.append(body)
        ack()
        view = body["view"]
        client.views_update(view_id=view["id"], hash=view["hash"], view=button_modal("Once more"))

    def _deeper(self, ack: Ack, body: Body, client: WebClient) -> None:
        self.heard.append(body)
        ack()
        client.views_push(trigger_id=body["trigger_id"], view=question_modal("On top"))

    def _asked(self, ack: Ack, body: Body) -> None:
        self.heard.append(body)
        text = body["view"]["state"]["values"]["what"]["text"]["value"]
        answers: dict[str, dict[str, Any]] = {
            "wrong": {"response_action": "errors", "errors": {"what": "Not that."}},
            "clear": {"response_action": "clear"},
            "update": {"response_action": "update", "view": question_modal("Once more")},
            "push": {"response_action": "push", "view": question_modal("On top")},
        }
        ack(**answers.get(text, {}))


def echo_blocks(text: str) -> list[Body]:
    """Return a section, and the app's buttons and select."""
    return [
        {"type": "section", "text": {"type": "mrkdwn", "text": f"You said: {text}"}},
        {
            "type": "actions",
            "block_id": "buttons",
            "elements": [
                {**_button("Again"), "action_id": "again", "value": "1"},
                {**_button("Ask me"), "action_id": "ask"},
                {
                    "type": "static_select",
                    "action_id": "colour",
                    "placeholder": {"type": "plain_text", "text": "Colour"},
                    "options": [_option("Red"), _option("Blue")],
                },
            ],
        },
    ]


def question_modal(title: str = "A question") -> Body:
    """Return a modal with one field."""
    return {
        "type": "modal",
        "callback_id": "asked",
        "notify_on_close": True,
        "title": {"type": "plain_text", "text": title},
        "submit": {"type": "plain_text", "text": "Send"},
        "blocks": [
            {
                "type": "input",
                "block_id": "what",
                "label": {"type": "plain_text", "text": "What?"},
                "element": {"type": "plain_text_input", "action_id": "text"},
            }
        ],
    }


def button_modal(title: str = "With buttons") -> Body:
    """Return a modal with a field, a button beside a text that asks first, and one below."""
    more = {**_button("More"), "action_id": "more", "value": "7", "confirm": _question()}
    deeper = {**_button("Deeper"), "action_id": "deeper"}
    section = {"type": "section", "text": {"type": "mrkdwn", "text": "Some"}, "accessory": more}
    modal = question_modal(title)
    modal["blocks"] += [section, {"type": "actions", "elements": [deeper]}]
    return modal


@contextmanager
def over_socket_mode(slack: Sandbox) -> Iterator[Echo]:
    """Run the app over Socket Mode."""
    echo = Echo(slack)
    handler = SocketModeHandler(echo.app, slack.app_token)
    handler.connect()  # type: ignore[no-untyped-call]  # the handler ships no types
    slack.wait_connected()
    try:
        yield echo
    finally:
        # The server goes first: the client alone would wait for its receive time-out.
        handler.client.auto_reconnect_enabled = False
        slack.close()
        handler.close()  # type: ignore[no-untyped-call]


@contextmanager
def over_http(slack: Sandbox) -> Iterator[Echo]:
    """Run the app over HTTP."""
    echo = Echo(slack)
    handler = SlackRequestHandler(echo.app, path="/slack/events")
    server = create_server(handler, host="127.0.0.1", port=0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    slack.send_events_to(f"http://127.0.0.1:{server.effective_port}/slack/events")
    try:
        yield echo
    finally:
        slack.close()
        # Closed by its own thread: from here it would select on closed files.
        server.trigger.pull_trigger(server.close)
        thread.join(timeout=5)


def _button(label: str) -> Body:
    return {"type": "button", "text": {"type": "plain_text", "text": label}}


def _option(text: str) -> Body:
    return {"text": {"type": "plain_text", "text": text}, "value": text.lower()}


def _question() -> Body:
    def plain(text: str) -> Body:
        return {"type": "plain_text", "text": text}

    return {
        "title": plain("Sure?"),
        "text": plain("Do it?"),
        "confirm": plain("Yes"),
        "deny": plain("No"),
    }
