"""The block elements that the sandbox knows, with their limits.

Source: https://docs.slack.dev/reference/block-kit/block-elements (a page for each), and
    https://docs.slack.dev/reference/block-kit/composition-objects for what they hold.
"""

from sandbox.block_kit.checks import (
    Check,
    Field,
    Fields,
    anything,
    flag,
    integer,
    list_of,
    one_of,
    plain,
    record,
    string,
    text,
)

_MOST_OPTIONS = 100
_MOST_LISTED = 10  # radio buttons and checkboxes
_MOST_OVERFLOW = 5
_INPUT_MOST = 3000
_MOST_PICKED = 1000  # people; Slack names no limit of its own

_CONFIRM = Field(
    record(
        {
            "title": Field(plain(100), required=True),
            "text": Field(text(300), required=True),
            "confirm": Field(plain(30), required=True),
            "deny": Field(plain(30), required=True),
            "style": Field(one_of("primary", "danger")),
        }
    )
)
_ACTION: Fields = {"type": Field(anything), "action_id": Field(string(255, least=1))}
_FOCUS: Fields = {"focus_on_load": Field(flag)}
_PLACEHOLDER: Fields = {"placeholder": Field(plain(150))}
_TYPED: Fields = {**_ACTION, **_FOCUS, **_PLACEHOLDER, "dispatch_action_config": Field(anything)}


def _option(words: Check) -> Check:
    return record(
        {
            "text": Field(words, required=True),
            "value": Field(string(150), required=True),
            "description": Field(text(75)),
            "url": Field(string(3000)),
        }
    )


def _menu(most: int, words: Check) -> Fields:
    option = _option(words)
    group = record(
        {
            "label": Field(plain(75), required=True),
            "options": Field(list_of(option, most), required=True),
        }
    )
    return {
        **_ACTION,
        "confirm": _CONFIRM,
        "options": Field(list_of(option, most)),
        "option_groups": Field(list_of(group, most)),
        "initial_option": Field(option),
        "initial_options": Field(list_of(option, most)),
    }


def _without(fields: Fields, *names: str) -> Fields:
    return {name: field for name, field in fields.items() if name not in names}


def _picker(initial: str) -> Check:
    fields = {**_ACTION, **_FOCUS, **_PLACEHOLDER, "confirm": _CONFIRM}
    return record({**fields, initial: Field(string(32)), "timezone": Field(string(64))})


def _multiple(fields: Fields, most: int) -> Check:
    # Source: https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element
    return record({**fields, "max_selected_items": Field(integer(1, most))})


_BUTTON = record(
    {
        **_ACTION,
        "text": Field(plain(75), required=True),
        "value": Field(string(2000)),
        "url": Field(string(3000)),
        "style": Field(one_of("primary", "danger")),
        "confirm": _CONFIRM,
        "accessibility_label": Field(string(75)),
    }
)
_SELECT = {**_menu(_MOST_OPTIONS, plain(75)), **_FOCUS, **_PLACEHOLDER}
_LISTED = {**_without(_menu(_MOST_LISTED, text(75)), "option_groups"), **_FOCUS}
_OVERFLOW = _without(
    _menu(_MOST_OVERFLOW, plain(75)), "option_groups", "initial_option", "initial_options"
)
_TEXT = record(
    {
        **_TYPED,
        "initial_value": Field(string(_INPUT_MOST)),
        "multiline": Field(flag),
        "min_length": Field(integer(0, _INPUT_MOST)),
        "max_length": Field(integer(1, _INPUT_MOST)),
    }
)
_NUMBER = record(
    {
        **_TYPED,
        "is_decimal_allowed": Field(flag, required=True),
        "initial_value": Field(string(_INPUT_MOST)),
        "min_value": Field(string(_INPUT_MOST)),
        "max_value": Field(string(_INPUT_MOST)),
    }
)
_ADDRESS = record({**_TYPED, "initial_value": Field(string(_INPUT_MOST))})

IMAGE = record(
    {
        "type": Field(anything),
        "image_url": Field(string(3000, least=1), required=True),
        "alt_text": Field(string(2000), required=True),
    }
)
_CHOICES: dict[str, Check] = {
    "static_select": record(_without(_SELECT, "initial_options")),
    "radio_buttons": record(_without(_LISTED, "initial_options")),
    "checkboxes": record(_without(_LISTED, "initial_option")),
    "datepicker": _picker("initial_date"),
    "timepicker": _picker("initial_time"),
    "users_select": _picker("initial_user"),
    "conversations_select": _picker("initial_conversation"),
    "channels_select": _picker("initial_channel"),
}
_MULTIPLE: dict[str, Check] = {
    "multi_static_select": _multiple(_without(_SELECT, "initial_option"), _MOST_OPTIONS),
    "multi_users_select": _multiple(
        {
            **_ACTION,
            **_FOCUS,
            **_PLACEHOLDER,
            "confirm": _CONFIRM,
            "initial_users": Field(list_of(string(32, least=1), _MOST_PICKED, least=0)),
        },
        _MOST_PICKED,
    ),
}
IN_ACTIONS: dict[str, Check] = {"button": _BUTTON, "overflow": record(_OVERFLOW), **_CHOICES}
IN_SECTION: dict[str, Check] = {**IN_ACTIONS, **_MULTIPLE, "image": IMAGE}
IN_INPUT: dict[str, Check] = {
    **_CHOICES,
    **_MULTIPLE,
    "plain_text_input": _TEXT,
    "number_input": _NUMBER,
    "email_text_input": _ADDRESS,
    "url_text_input": _ADDRESS,
}
