"""The roster: what a channel is and who is in it, asked of Slack.

Sources: https://docs.slack.dev/reference/objects/conversation-object,
https://docs.slack.dev/reference/methods/conversations.info,
https://docs.slack.dev/reference/methods/conversations.members,
https://docs.slack.dev/reference/methods/users.info
"""

import logging
from collections.abc import Container, Iterable, Iterator

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.schedule.roster import Kind, Member, Roster
from bot.schedule.shown import PauseReason
from bot.slack.member import member_of
from bot.slack.outcome import REFUSED, Outcome, outcome
from bot.slack.payload import Part, Unreadable

log = logging.getLogger(__name__)

PAGE = 200
"""People a page: "We recommend no more than 200 results at a time"."""
NOT_TOLD = {"user_not_found": Kind.GONE, "user_not_visible": Kind.GUEST}
"""Whom Slack does not describe cannot take part."""


def take(client: WebClient, channel: str, known: Container[str]) -> Roster | None:
    """Return a channel as it is now; None if Slack could not be asked, and nothing is known.

    Args:
        client: with the bot's token.
        channel: C….
        known: people who need not be asked about. Who is neither known nor met could not be asked
            about this time, because Slack had enough of us.
    """
    try:
        info = Part(client.conversations_info(channel=channel).get("channel"))
        info.text("id")  # what tells nothing is no trouble of the channel's
        if trouble := trouble_of(info):
            return Roster(trouble=trouble)
        members = tuple(dict.fromkeys(_members(client, channel)))
    except (*REFUSED, Unreadable) as error:
        if is_hidden(error):
            return Roster(trouble=PauseReason.GONE)
        log.warning("a roster could not be taken: %s", outcome(error)[2])
        return None
    unknown = (user for user in members if user not in known)
    workspace = info.get("context_team_id")  # or the organisation, T… or E…
    met = _met(client, unknown, workspace if isinstance(workspace, str) else "")
    return Roster(members=members, met=tuple(met))


def trouble_of(info: Part) -> PauseReason | None:
    """Return why a conversation cannot practise, or None."""
    if any(info.has(key) for key in ("is_im", "is_mpim", "is_private")):
        return PauseReason.GONE
    if info.has("is_archived"):
        return PauseReason.ARCHIVED
    if info.has("is_ext_shared") or info.has("is_pending_ext_shared"):
        return PauseReason.SHARED
    return None if info.has("is_member") else PauseReason.NOT_INVITED


def is_hidden(error: Exception) -> bool:
    """Say whether Slack refused because a conversation is not there, or is no public channel.

    For what is not public another scope is missing than the one for channels, which is there.
    """
    name = outcome(error)[2]
    if not isinstance(error, SlackApiError) or name != "missing_scope":
        return name == "channel_not_found"
    provided = error.response.get("provided")
    return isinstance(provided, str) and "channels:read" in provided.split(",")


def _members(client: WebClient, channel: str) -> Iterator[str]:
    cursor: str | None = None
    while True:
        page = client.conversations_members(channel=channel, limit=PAGE, cursor=cursor)
        yield from Part(page.data).texts("members")
        cursor = Part(page.get("response_metadata")).text("next_cursor", "")
        if not cursor:
            return


def _met(client: WebClient, users: Iterable[str], workspace: str) -> Iterator[Member]:
    for user in users:
        try:
            told = Part(client.users_info(user=user).get("user"))
        except REFUSED as error:
            what, _pause_s, name = outcome(error)
            if name in NOT_TOLD:
                yield Member(user=user, kind=NOT_TOLD[name])
            elif what is not Outcome.NEVER:
                log.info("not everybody could be asked about: %s", name)
                return
        else:
            if told.get("id") == user:
                yield member_of(told, workspace)
