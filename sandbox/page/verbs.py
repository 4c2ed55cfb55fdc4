"""What people do in the browser page, as the verbs of a `Person`."""

from collections.abc import Callable
from typing import Any

from sandbox.page.context import PageContext
from sandbox.page.surfaces import Refused, message, modal, surface
from sandbox.page.values import put_values, state_of
from sandbox.people import acts, forms
from sandbox.people.person import Person

Wire = dict[str, Any]


def do(context: PageContext, details: Any) -> Wire:
    """Do one thing and return what came of it; it waits for the bot's acknowledgement.

    Args:
        context: what may be acted on.
        details: {as: a person, verb: a key of `_VERBS`, and what that verb needs}.

    Raises:
        Refused: it cannot be done.
    """
    if not isinstance(details, dict) or details.get("verb") not in _VERBS:
        raise Refused("The page asked for something that the sandbox does not know.")
    try:
        person = context.people.named(str(details.get("as")))
        return _VERBS[details["verb"]](context, person, details) or {}
    except (AssertionError, LookupError, ValueError) as problem:
        raise Refused(str(problem).partition("\n")[0]) from None


def _says(_: PageContext, person: Person, details: Wire) -> None:
    person.says(
        details["text"],
        details["channel"],
        details.get("thread"),
        broadcast=bool(details.get("broadcast")),
    )


def _attaches(_: PageContext, person: Person, details: Wire) -> None:
    person.attaches(details["filename"], details["channel"], details.get("thread"))


def _edits(_: PageContext, person: Person, details: Wire) -> None:
    person.edits(message(person, details), details["text"])


def _deletes(_: PageContext, person: Person, details: Wire) -> None:
    person.deletes(message(person, details))


def _runs(context: PageContext, person: Person, details: Wire) -> None:
    name = details["text"].split()[0]
    if name not in {known.command for known in context.slack.manifest.commands}:
        raise Refused(f"{name} is not a valid command.")
    if details.get("thread"):
        # Source: https://docs.slack.dev/interactivity/implementing-slash-commands
        raise Refused(f"{name} is not supported in threads. Sorry!")
    person.runs(details["text"], details["channel"])


def _uses(_: PageContext, person: Person, details: Wire) -> None:
    person.uses(details["name"])


def _opens_home(_: PageContext, person: Person, _details: Wire) -> None:
    person.opens_home()


def _opens_messages(_: PageContext, person: Person, _details: Wire) -> None:
    person.opens_messages()


def _invites(_: PageContext, person: Person, details: Wire) -> None:
    person.invites_bot(details["channel"])


def _presses(context: PageContext, person: Person, details: Wire) -> None:
    # By the element's ids: two buttons of one message may have the same label.
    slack = context.slack
    shown = surface(person, details)
    put_values(slack.workspace, person.id, shown, details.get("values", {}))
    ids = (details["block_id"], details["action_id"])
    found = forms.find(
        [shown], lambda block, part: (block["block_id"], part.get("action_id")) == ids
    )
    if found is None:
        raise Refused("That is no longer there.")
    _, block, element = found
    if element["type"] == "button":
        action = forms.button_action(block, element)
    else:
        action = forms.choice_action(block, element, state_of(element, details.get("value")))
    acts.press(slack, person.id, shown, action)


def _submits(context: PageContext, person: Person, details: Wire) -> Wire:
    view = modal(person)
    put_values(context.slack.workspace, person.id, view, details["values"])
    return {"errors": person.submits()}


def _closes(_: PageContext, person: Person, _details: Wire) -> None:
    person.closes()


def _moves(context: PageContext, _: Person, details: Wire) -> None:
    context.moves[details["label"]]()
    workspace = context.slack.workspace
    with workspace.changed:
        workspace.changed.notify_all()


_VERBS: dict[str, Callable[[PageContext, Person, Wire], Wire | None]] = {
    "says": _says,
    "attaches": _attaches,
    "edits": _edits,
    "deletes": _deletes,
    "runs": _runs,
    "uses": _uses,
    "opens_home": _opens_home,
    "opens_messages": _opens_messages,
    "invites": _invites,
    "presses": _presses,
    "submits": _submits,
    "closes": _closes,
    "moves": _moves,
}
