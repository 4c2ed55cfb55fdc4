"""What a press in the browser page was made on: a message, the modal or the Home tab."""

from typing import Any

from sandbox.people.person import Person
from sandbox.state.records import Message, View

Wire = dict[str, Any]


class Refused(Exception):
    """It cannot be done; the text says why, to the person."""


def surface(person: Person, details: Wire) -> Message | View:
    """Return where a press was made: details are {surface, and for a message its channel and ts}."""
    match details["surface"]:
        case "message":
            return message(person, details)
        case "modal":
            return modal(person)
        case _:
            if person.home is None:
                raise Refused("That is no longer there.")
            return person.home


def modal(person: Person) -> View:
    """Return the modal that a person has open."""
    if person.modal is None:
        raise Refused("That window is no longer open.")
    return person.modal


def message(person: Person, details: Wire) -> Message:
    """Return a message that a person sees, by its channel and ts."""
    for seen in person.reads(details["channel"]):
        if seen.ts == details["ts"]:
            return seen
    raise Refused("That message is no longer there.")
