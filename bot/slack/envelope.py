"""What every fact says of itself: whose it is, and when it was; read from what wraps a payload.

Source: https://docs.slack.dev/apis/events-api
"""

from typing import Any

from bot.slack.payload import Part, Unreadable


def of_event(payload: Part, at: str, subject: tuple[str, ...]) -> dict[str, Any]:
    """Return what a fact from an event has in common with others.

    Args:
        payload: the whole delivery.
        at: an instant.
        subject: what it is about; a second delivery has the same.

    Raises:
        Unreadable: it comes from no workspace.
    """
    event_id = payload.text("event_id", "") or None
    return {"event_id": event_id, "at": at, **whose(payload, subject)}


def instant_of(payload: Part, event: Part) -> str:
    """Return when an event happened; not every event has an instant of its own."""
    return event.text("event_ts", "") or payload.event_instant()


def whose(payload: Part, subject: tuple[str, ...]) -> dict[str, Any]:
    """Return whose a fact is, and its key.

    Raises:
        Unreadable: it comes from no workspace.
    """
    enterprise, team = payload.installation()
    if not team:
        raise Unreadable("team_id")
    return {"enterprise": enterprise, "team": team, "key": ":".join((enterprise, team, *subject))}
