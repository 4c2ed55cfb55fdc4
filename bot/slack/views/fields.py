"""The fields that forms are made of: each a block of its own, with a label and one element.

Source: https://docs.slack.dev/reference/block-kit/blocks/input-block
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from slack_sdk.models.blocks import (
    ChannelSelectElement,
    CheckboxesElement,
    DatePickerElement,
    InputBlock,
    Option,
    PlainTextInputElement,
    RadioButtonsElement,
    StaticSelectElement,
    UserMultiSelectElement,
)

from bot.slack.views.message import shorten

CHOICE = "choice"
"""The action id of every element: a field is told by its block."""
OPTION_LIMIT = 75
"""Characters. Source: https://docs.slack.dev/reference/block-kit/composition-objects/option-object"""
HOURS = tuple(f"{hour:02d}:{minute:02d}" for hour in range(24) for minute in (0, 30))

Choices = Mapping[str, str]
"""What is shown, by the value that is sent; in the order in which it is shown."""


def hours_with(at: str) -> Choices:
    """Return the half hours of a day, and one more time if it is none of them."""
    return {hour: hour for hour in sorted({*HOURS, at} - {""})}


def menu(field: str, label: str, choices: Choices, chosen: str) -> InputBlock:
    """Return a field with a menu of up to a hundred choices."""
    element = StaticSelectElement(
        action_id=CHOICE, options=_options(choices), initial_option=_option(choices, chosen)
    )
    return InputBlock(block_id=field, label=label, element=element)


def radios(field: str, label: str, choices: Choices, chosen: str) -> InputBlock:
    """Return a field with up to ten choices, all in sight, of which one is chosen."""
    element = RadioButtonsElement(
        action_id=CHOICE, options=_options(choices), initial_option=_option(choices, chosen)
    )
    return InputBlock(block_id=field, label=label, element=element)


def boxes(
    field: str, label: str, choices: Choices, ticked: Iterable[str], *, optional: bool
) -> InputBlock:
    """Return a field with up to ten boxes to tick."""
    initial = [_option(choices, value) for value in ticked if value in choices]
    element = CheckboxesElement(
        action_id=CHOICE, options=_options(choices), initial_options=initial or None
    )
    return InputBlock(block_id=field, label=label, element=element, optional=optional)


def line(  # noqa: PLR0913 - each is one property of the field
    field: str,
    label: str,
    text: str,
    hint: str,
    *,
    most: int,
    optional: bool = True,
    multiline: bool = False,
) -> InputBlock:
    """Return a field to write in; `most` is in characters, and grows where more stands there."""
    element = PlainTextInputElement(
        action_id=CHOICE,
        initial_value=text or None,
        max_length=max(most, len(text)),
        multiline=multiline,
    )
    return InputBlock(block_id=field, label=label, element=element, hint=hint, optional=optional)


def day(
    field: str, label: str, chosen: date | None, hint: str | None = None, *, optional: bool
) -> InputBlock:
    """Return a field with a calendar."""
    initial = chosen.isoformat() if chosen else None
    element = DatePickerElement(action_id=CHOICE, initial_date=initial)
    return InputBlock(block_id=field, label=label, element=element, hint=hint, optional=optional)


def channel(field: str, label: str, chosen: str | None) -> InputBlock:
    """Return a field with the workspace's public channels."""
    element = ChannelSelectElement(
        action_id=CHOICE, placeholder="Choose a channel", initial_channel=chosen
    )
    return InputBlock(block_id=field, label=label, element=element)


def people(field: str, label: str, chosen: Sequence[str], hint: str) -> InputBlock:
    """Return a field with the workspace's people, of whom any number may be chosen."""
    element = UserMultiSelectElement(
        action_id=CHOICE, placeholder="Choose people", initial_users=list(chosen) or None
    )
    return InputBlock(block_id=field, label=label, element=element, hint=hint, optional=True)


def _options(choices: Choices) -> list[Option]:
    return [_option(choices, value) for value in choices]


def _option(choices: Choices, value: str) -> Option:
    return Option(value=value, text=shorten(choices[value], OPTION_LIMIT))
