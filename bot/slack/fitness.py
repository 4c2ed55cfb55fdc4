"""Whether a channel can practise: asked of Slack before a form opens and when it is submitted."""

from slack_sdk import WebClient

from bot.schedule.shown import PauseReason
from bot.slack.outcome import REFUSED
from bot.slack.payload import Part, Unreadable
from bot.slack.roster import is_hidden, trouble_of
from bot.slack.views import forms

MOST = 999
"""People a page at most: "specify a limit value under 1000"."""
WORDS = {
    PauseReason.ARCHIVED: forms.ARCHIVED,
    PauseReason.GONE: forms.UNSEEN,
    PauseReason.NOT_INVITED: forms.NOT_INVITED,
    PauseReason.SHARED: forms.SHARED,
}


def unfit(client: WebClient, channel: str) -> str | None:
    """Say why a channel cannot practise; None if it can, or if Slack does not tell.

    Who is not told now hears of it later: the roster finds out.
    """
    try:
        info = Part(client.conversations_info(channel=channel).get("channel"))
        info.text("id")
    except (*REFUSED, Unreadable) as error:
        return forms.UNSEEN if is_hidden(error) else None
    trouble = trouble_of(info)
    return WORDS[trouble] if trouble else None


def absent(client: WebClient, channel: str, people: set[str]) -> str | None:
    """Say how many of some people are not in a channel; None if all are, or if it is not known.

    Source: https://docs.slack.dev/reference/methods/conversations.members (`limit`)
    """
    try:
        page = client.conversations_members(channel=channel, limit=MOST)
        has_more = Part(page.get("response_metadata")).has("next_cursor")
    except REFUSED:
        return None
    missing = people - set(Part(page.data).texts("members"))
    if has_more or not missing:
        return None
    return forms.ONE_ABSENT if len(missing) == 1 else forms.ABSENT.format(len(missing))
