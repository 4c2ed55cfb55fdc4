"""Checks of one value each; a check yields what is wrong, in Slack's words.

Slack answers with `response_metadata.messages` such as
`[ERROR] must be less than 76 characters [json-pointer:/blocks/0/text/text]`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Problems = Iterator[str]
Check = Callable[[Any, str], Problems]
Fields = Mapping[str, "Field"]


@dataclass(frozen=True, slots=True)
class Field:
    """A property of a block, an element or an object."""

    check: Check
    required: bool = False


def problem(words: str, pointer: str) -> str:
    """Return one line of Slack's answer."""
    return f"[ERROR] {words} [json-pointer:{pointer}]"


def string(most: int, least: int = 0) -> Check:
    """Check a string's length in characters."""

    def check(value: Any, pointer: str) -> Problems:
        if not isinstance(value, str):
            yield problem("must be a string", pointer)
        elif len(value) > most:
            yield problem(f"must be less than {most + 1} characters", pointer)
        elif len(value) < least:
            yield problem(f"must be more than {least - 1} characters", pointer)

    return check


def flag(value: Any, pointer: str) -> Problems:
    """Check a boolean."""
    if not isinstance(value, bool):
        yield problem("must be a boolean", pointer)


def anything(value: Any, pointer: str) -> Problems:  # noqa: ARG001 - every check takes both
    """Check nothing: the value's own page is beyond what the sandbox knows."""
    yield from ()


def one_of(*choices: str) -> Check:
    """Check that a value is one of a few words."""

    def check(value: Any, pointer: str) -> Problems:
        if value not in choices:
            yield problem(f"must be a valid enum value: {', '.join(choices)}", pointer)

    return check


def integer(least: int, most: int) -> Check:
    """Check a whole number's bounds."""

    def check(value: Any, pointer: str) -> Problems:
        is_whole = isinstance(value, int) and not isinstance(value, bool)
        if not is_whole or not least <= value <= most:
            yield problem(f"must be a number from {least} to {most}", pointer)

    return check


def text(most: int, *types: str) -> Check:
    """Check a text object; without types, both plain text and mrkdwn will do.

    Source: https://docs.slack.dev/reference/block-kit/composition-objects/text-object
    """
    fields = {
        "type": Field(one_of(*(types or ("plain_text", "mrkdwn"))), required=True),
        "text": Field(string(most, least=1), required=True),
        "emoji": Field(flag),
        "verbatim": Field(flag),
    }
    return record(fields)


def plain(most: int) -> Check:
    """Check a text object that must be plain."""
    return text(most, "plain_text")


def record(fields: Fields) -> Check:
    """Check an object: no strange property, none missing, each right."""

    def check(value: Any, pointer: str) -> Problems:
        if not isinstance(value, dict):
            yield problem("must be an object", pointer)
            return
        for name, field in fields.items():
            if field.required and value.get(name) is None:
                yield problem(f"missing required field: {name}", pointer)
        for name, part in value.items():
            if name not in fields:
                yield problem(f"invalid additional property: {name}", pointer)
            elif part is not None:
                yield from fields[name].check(part, f"{pointer}/{name}")

    return check


def list_of(each: Check, most: int, least: int = 1) -> Check:
    """Check a list's length and every element of it."""

    def check(value: Any, pointer: str) -> Problems:
        if not isinstance(value, list):
            yield problem("must be an array", pointer)
            return
        if len(value) > most:
            yield problem(f"no more than {most} items allowed", pointer)
        if len(value) < least:
            yield problem(f"no fewer than {least} items allowed", pointer)
        for index, part in enumerate(value):
            yield from each(part, f"{pointer}/{index}")

    return check


def typed(kinds: Mapping[str, Check]) -> Check:
    """Check an object by its `type`, which must be one of the kinds."""

    def check(value: Any, pointer: str) -> Problems:
        if not isinstance(value, dict):
            yield problem("must be an object", pointer)
        elif value.get("type") not in kinds:
            yield problem(f"unsupported type: {value.get('type')}", f"{pointer}/type")
        else:
            yield from kinds[value["type"]](value, pointer)

    return check
