"""Somebody, as Slack describes them in `users.info` and in `user_change`.

Source: https://docs.slack.dev/reference/objects/user-object
"""

from bot.schedule.roster import Kind, Member
from bot.schedule.wall_clock import is_zone
from bot.slack.payload import Part

SLACKBOT = "USLACKBOT"
"""Slack's own; it is not marked as a bot."""


def member_of(user: Part, workspace: str) -> Member:
    """Return who a user object describes.

    Args:
        user: the object.
        workspace: where the bot is, T…; anything else if that is not known.

    Raises:
        Unreadable: it names nobody.
    """
    return Member(user=user.text("id"), zone=zone_of(user), kind=_kind(user, workspace))


def zone_of(user: Part) -> str:
    """Return where a user object says that somebody is: an IANA zone, or empty."""
    zone = user.get("tz")
    return zone if isinstance(zone, str) and is_zone(zone) else ""


def _kind(user: Part, workspace: str) -> Kind:
    if user.has("deleted"):
        return Kind.GONE
    if user.get("id") == SLACKBOT or user.has("is_bot") or user.has("is_workflow_bot"):
        return Kind.BOT
    guest = user.has("is_restricted") or user.has("is_ultra_restricted")
    return Kind.GUEST if guest or _is_foreign(user, workspace) else Kind.MEMBER


def _is_foreign(user: Part, workspace: str) -> bool:
    """Say whether somebody belongs to another company.

    `is_stranger` does not tell it of people in a shared channel that the app can see; their team
    does. Of people of an Enterprise organisation, W…, the team may be any of its workspaces.
    """
    elsewhere = user.get("team_id") not in (None, "", workspace) and workspace.startswith("T")
    is_of_organisation = str(user.get("id")).startswith("W")
    return user.has("is_stranger") or (elsewhere and not is_of_organisation)
