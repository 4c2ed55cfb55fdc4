"""What the tiny app shows: a message, a Home tab and a form with every kind of field."""

from typing import Any

Block = dict[str, Any]
WHOLE = {"is_decimal_allowed": False}


def answer(text: str) -> list[Block]:
    """Return a message with buttons and choices."""
    return [
        {"type": "header", "text": plain("An answer")},
        {"type": "section", "text": mrkdwn(f"You said: *{text}*\n> quoted\n• a bullet")},
        {
            "type": "section",
            "fields": [mrkdwn("*Left*\n1"), mrkdwn("*Right*\n2")],
            "accessory": {
                "type": "image",
                "image_url": "https://example.com/starling.png",
                "alt_text": "A starling on a branch",
            },
        },
        {
            "type": "actions",
            "elements": [
                button("whisper", "Whisper", style="primary"),
                button("form", "Fill in"),
                button("remove", "Remove", style="danger", confirm=question()),
                button("never", "Never answered"),
                select("choice", "Pick one"),
                {"type": "overflow", "action_id": "more", "options": options("Later", "Never")},
            ],
        },
        {"type": "divider"},
        {
            "type": "markdown",
            "text": "# Title\n**bold**, *leaning* and [a page](https://example.com)",
        },
        rich_text(),
        {"type": "context", "elements": [mrkdwn("_small print_")]},
    ]


def rich_text() -> Block:
    """Return a rich text block with a list in it."""
    item = {"type": "rich_text_section", "elements": [{"type": "text", "text": "counted"}]}
    words = {"type": "text", "text": "loud", "style": {"bold": True}}
    return {
        "type": "rich_text",
        "elements": [
            {"type": "rich_text_section", "elements": [words]},
            {"type": "rich_text_list", "style": "ordered", "elements": [item, item]},
        ],
    }


def home(text: str) -> Block:
    """Return a Home tab."""
    section = {"type": "section", "text": mrkdwn(text), "accessory": button("home", "Press")}
    return {"type": "home", "blocks": [section]}


def form(words: str = "A button") -> Block:
    """Return a modal."""
    return {
        "type": "modal",
        "callback_id": "form",
        "title": plain("A form"),
        "submit": plain("Save"),
        "close": plain("Cancel"),
        "blocks": [
            field("name", "Your name", {"type": "plain_text_input"}),
            field("story", "Story", {"type": "plain_text_input", "multiline": True}),
            field("number", "Number", {"type": "number_input", "max_value": "9", **WHOLE}),
            field("day", "Day", {"type": "datepicker"}),
            field("hour", "Hour", {"type": "timepicker", "initial_time": "09:00"}),
            field("one", "One", {"type": "radio_buttons", "options": options("Red", "Blue")}),
            field("some", "Some", {"type": "checkboxes", "options": options("North", "South")}),
            field("pick", "Pick", select("pick", "Choose")),
            field("who", "Who", {"type": "multi_users_select", "max_selected_items": 2}),
            field("lead", "Lead", {"type": "users_select"}),
            field("where", "Where", {"type": "channels_select"}),
            {
                "type": "section",
                "block_id": "beside",
                "text": mrkdwn(words),
                "accessory": button("grow", "Grow", confirm=question()),
            },
        ],
    }


def filled_form(alice: str, general: str) -> Block:
    """Return a modal in which the app has chosen everything before."""
    return {
        **form(),
        "blocks": [
            field("name", "Your name", {"type": "plain_text_input", "initial_value": "Alice"}),
            field("day", "Day", {"type": "datepicker", "initial_date": "2026-03-04"}),
            field("who", "Who", {"type": "multi_users_select", "initial_users": [alice]}),
            field("lead", "Lead", {"type": "users_select", "initial_user": alice}),
            field("where", "Where", {"type": "channels_select", "initial_channel": general}),
        ],
    }


def field(name: str, label: str, element: Block) -> Block:
    """Return an input block; all but the name may stay empty."""
    return {
        "type": "input",
        "block_id": name,
        "label": plain(label),
        "optional": name != "name",
        "element": {**element, "action_id": name},
    }


def select(action_id: str, placeholder: str) -> Block:
    """Return a select with two options."""
    return {
        "type": "static_select",
        "action_id": action_id,
        "placeholder": plain(placeholder),
        "options": options("First", "Second"),
    }


def button(action_id: str, label: str, **more: Any) -> Block:
    """Return a button."""
    return {"type": "button", "action_id": action_id, "text": plain(label), **more}


def question() -> Block:
    """Return a confirmation dialog."""
    return {
        "title": plain("Remove it?"),
        "text": plain("It is gone then."),
        "confirm": plain("Yes, remove"),
        "deny": plain("No"),
    }


def options(*texts: str) -> list[Block]:
    """Return options whose values are their texts in small letters."""
    return [{"text": plain(text), "value": text.lower()} for text in texts]


def plain(text: str) -> Block:
    """Return a plain text object."""
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Block:
    """Return a text object in Slack's markup."""
    return {"type": "mrkdwn", "text": text}
