"""A person's acts on the app, and what its answers change for them."""

from collections.abc import Callable
from typing import Any

from sandbox.block_kit.surfaces import Surface
from sandbox.installation import Installation
from sandbox.payloads import interactions
from sandbox.payloads.interactions import NotAnswered
from sandbox.people.field_checks import refused_fields
from sandbox.people.mrkdwn import compose_command
from sandbox.state.records import Channel, Message, View
from sandbox.state.response_urls import Place
from sandbox.web_api.app_answers import show_answer
from sandbox.web_api.method import ApiError
from sandbox.web_api.views import checked_view, push, replace_body

NOTICE = "notice"  # the subtype of what Slack itself tells a person; it never reaches the bot


def press(slack: Installation, person: str, shown: Message | View, action: dict[str, Any]) -> None:
    """Use an element of a message or of a view."""
    if isinstance(shown, View):
        _tolerant(slack, person, None, lambda: interactions.act_on_view(slack, shown, action))
    else:
        _tolerant(
            slack,
            person,
            shown.channel,
            lambda: interactions.act_on_message(slack, person, shown, action),
        )


def submit(slack: Installation, view: View) -> dict[str, str]:
    """Submit a modal.

    Returns:
        The errors under its fields, by block id; under the empty id, what went wrong on the way.
    """
    refused = refused_fields(view)
    if refused:
        return refused
    try:
        answer = interactions.submit_view(slack, view) or {}
        with slack.workspace.changed:
            return _take_answer(slack, view, answer)
    except (NotAnswered, ApiError) as problem:
        notify(slack, view.user, None, f"{slack.manifest.app_name} {problem}")
        return {"": str(problem)}


def close(slack: Installation, view: View) -> None:
    """Close the modal on top; the bot hears of it where the view asks for that."""
    with slack.workspace.changed:
        stack = slack.workspace.modals[view.user]
        is_cleared = bool(view.body.get("clear_on_close"))
        closed = list(stack) if is_cleared else [view]
        stack[:] = [] if is_cleared else stack[:-1]
        slack.workspace.changed.notify_all()
    for gone in closed:
        if gone.body.get("notify_on_close"):
            _close(slack, gone, is_cleared=is_cleared)


def run(slack: Installation, person: str, channel: Channel, line: str) -> None:
    """Run a slash command.

    Raises:
        AssertionError: the manifest does not have it.
    """
    name, _, text = line.partition(" ")
    for command in slack.manifest.commands:
        if command.command == name:
            break
    else:
        raise AssertionError(f"the manifest has no command {name!r}")
    text = text.strip()
    if command.should_escape:
        text = compose_command(text, slack.workspace)
    place = Place(person=person, channel=channel.id)

    def run_it() -> None:
        answer = interactions.run_command(slack, person, channel, command, text)
        if answer:
            show_answer(slack, place, answer)

    _tolerant(slack, person, channel.id, run_it)


def use_shortcut(slack: Installation, person: str, name: str) -> None:
    """Use a global shortcut.

    Raises:
        AssertionError: the manifest does not have it.
    """
    for shortcut in slack.manifest.shortcuts:
        if shortcut.kind == "global" and shortcut.name == name:
            break
    else:
        raise AssertionError(f"the manifest has no global shortcut {name!r}")
    _tolerant(slack, person, None, lambda: interactions.use_shortcut(slack, person, shortcut))


def notify(slack: Installation, person: str, channel: str | None, text: str) -> None:
    """Show a person what Slack itself has to say."""
    workspace = slack.workspace
    with workspace.changed:
        workspace.put(
            Message(
                channel=channel or workspace.direct_message(person, slack.bot_user_id).id,
                ts=workspace.next_ts(),
                user="USLACKBOT",
                text=text,
                subtype=NOTICE,
                ephemeral_to=person,
            )
        )


def _tolerant(
    slack: Installation, person: str, channel: str | None, act: Callable[[], None]
) -> None:
    try:
        act()
    except (NotAnswered, ApiError) as problem:
        notify(slack, person, channel, f"{slack.manifest.app_name} {problem}")


def _take_answer(slack: Installation, view: View, answer: dict[str, Any]) -> dict[str, str]:
    stack = slack.workspace.modals[view.user]
    match answer.get("response_action"):
        case "errors":
            return _errors(view, answer)
        case "clear":
            stack.clear()
        case "update":
            replace_body(slack, view, checked_view(answer.get("view"), Surface.MODAL))
        case "push":
            push(slack, view.user, checked_view(answer.get("view"), Surface.MODAL))
        case None:
            stack[:] = [open_view for open_view in stack if open_view.id != view.id]
        case _:
            raise NotAnswered("answered with an unknown response_action")
    slack.workspace.changed.notify_all()
    return {}


def _errors(view: View, answer: dict[str, Any]) -> dict[str, str]:
    errors = answer.get("errors")
    inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
        raise NotAnswered("answered with errors for no field of the modal")
    return errors


def _close(slack: Installation, view: View, *, is_cleared: bool) -> None:
    def close_it() -> None:
        interactions.close_view(slack, view, is_cleared=is_cleared)

    _tolerant(slack, view.user, None, close_it)
