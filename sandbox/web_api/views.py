"""Methods that open, change and publish views."""

import json
import secrets
from typing import Any

from sandbox.block_kit.ids import with_ids
from sandbox.block_kit.surfaces import Surface, view_problems
from sandbox.installation import Installation
from sandbox.payloads.bodies import view_body
from sandbox.state.ids import new_id
from sandbox.state.records import View
from sandbox.state.triggers import TriggerRefused
from sandbox.web_api.method import ApiError, Wire

_STACK_MOST = 3  # modals on top of each other
_VIEW_MOST = 250_000  # bytes


def views_open(slack: Installation, arguments: Wire) -> Wire:
    """Open a modal for the person whose trigger it is.

    Source: https://docs.slack.dev/reference/methods/views.open
    """
    body = checked_view(arguments["view"], Surface.MODAL)
    person = _exchange(slack, arguments)
    view = new_view(slack, person, body)
    slack.workspace.modals[person] = [view]
    return _answer(slack, view)


def views_push(slack: Installation, arguments: Wire) -> Wire:
    """Put a modal on top of the one that a person has open.

    Source: https://docs.slack.dev/reference/methods/views.push
    """
    body = checked_view(arguments["view"], Surface.MODAL)
    person = _exchange(slack, arguments)
    view = push(slack, person, body)
    return _answer(slack, view)


def views_update(slack: Installation, arguments: Wire) -> Wire:
    """Change an open modal.

    Source: https://docs.slack.dev/reference/methods/views.update
    """
    body = checked_view(arguments["view"], Surface.MODAL)
    view = _open_view(slack, arguments)
    _check_hash(view, arguments)
    replace_body(slack, view, body)
    return _answer(slack, view)


def views_publish(slack: Installation, arguments: Wire) -> Wire:
    """Put a view on a person's Home tab.

    Source: https://docs.slack.dev/reference/methods/views.publish
    """
    if not slack.manifest.home_tab:
        raise ApiError("not_enabled")
    body = checked_view(arguments["view"], Surface.HOME)
    person = str(arguments["user_id"])
    if person not in slack.workspace.members:
        raise ApiError("invalid_arguments", response_metadata={"messages": ["invalid `user_id`"]})
    home = slack.workspace.homes.get(person)
    if home is None:
        home = new_view(slack, person, body)
        slack.workspace.homes[person] = home
    else:
        _check_hash(home, arguments)
        replace_body(slack, home, body)
    return _answer(slack, home)


def checked_view(view: Any, surface: Surface) -> Wire:
    """Return a view that keeps Slack's limits, with ids where the app gave none.

    Raises:
        ApiError: `invalid_arguments`, with what is wrong, or `view_too_large`.
    """
    problems = view_problems(view, surface)
    if problems:
        raise ApiError("invalid_arguments", response_metadata={"messages": problems})
    if len(json.dumps(view)) > _VIEW_MOST:
        raise ApiError("view_too_large")
    return {**view, "blocks": with_ids(view["blocks"])}


def new_view(slack: Installation, person: str, body: Wire) -> View:
    """Return a new view, on top of nothing.

    Raises:
        ApiError: `duplicate_external_id`.
    """
    _check_external_id(slack, body, None)
    view_id = new_id("V")
    return View(
        id=view_id,
        user=person,
        body=body,
        hash=_new_hash(slack),
        updated_ts=slack.workspace.next_ts(),
        root_view_id=view_id,
    )


def push(slack: Installation, person: str, body: Wire) -> View:
    """Put a view on top of a person's modals, and return it.

    Raises:
        ApiError: `push_limit_reached`, or `not_found` where no modal is open.
    """
    stack = slack.workspace.modals[person]
    if not stack:
        raise ApiError("not_found")
    if len(stack) >= _STACK_MOST:
        raise ApiError("push_limit_reached")
    view = new_view(slack, person, body)
    view.previous_view_id, view.root_view_id = stack[-1].id, stack[0].id
    stack.append(view)
    return view


def replace_body(slack: Installation, view: View, body: Wire) -> None:
    """Give an open view other content; what was put in stays where its ids stay.

    Raises:
        ApiError: `duplicate_external_id`.
    """
    _check_external_id(slack, body, view)
    view.body = body
    view.hash = _new_hash(slack)
    view.updated_ts = slack.workspace.next_ts()


def _exchange(slack: Installation, arguments: Wire) -> str:
    trigger_id = arguments.get("trigger_id")
    if not trigger_id:
        raise ApiError("invalid_arguments", response_metadata={"messages": ["no `trigger_id`"]})
    try:
        return slack.triggers.exchange(str(trigger_id))
    except TriggerRefused as refused:
        raise ApiError(str(refused)) from None


def _answer(slack: Installation, view: View) -> Wire:
    slack.workspace.changed.notify_all()
    return {"view": view_body(slack, view)}


def _open_view(slack: Installation, arguments: Wire) -> View:
    view_id, external_id = arguments.get("view_id"), arguments.get("external_id")
    for view in _all_views(slack):
        if view.id == view_id or (external_id and view.body.get("external_id") == external_id):
            return view
    raise ApiError("not_found")


def _check_external_id(slack: Installation, body: Wire, of: View | None) -> None:
    external_id = body.get("external_id")
    others = [view for view in _all_views(slack) if view is not of]
    if external_id and any(view.body.get("external_id") == external_id for view in others):
        raise ApiError("duplicate_external_id")


def _check_hash(view: View, arguments: Wire) -> None:
    if arguments.get("hash") not in (None, "", view.hash):
        raise ApiError("hash_conflict")


def _all_views(slack: Installation) -> list[View]:
    return [view for stack in slack.workspace.modals.values() for view in stack]


def _new_hash(slack: Installation) -> str:
    seconds = int(slack.workspace.clock.now().timestamp())
    return f"{seconds}.{secrets.token_hex(4)}"
