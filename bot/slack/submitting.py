"""Judging what is submitted: what is wrong with it, by field, before Slack takes the form away.

Source: https://docs.slack.dev/surfaces/modals (displaying errors in views)
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import datetime

from slack_sdk import WebClient

from bot import actions as act
from bot.facts import FormSubmitted
from bot.schedule.plan_form import CHANNEL, PEOPLE
from bot.schedule.shown import TeamShown
from bot.slack.fitness import absent, unfit
from bot.slack.listeners.lookups import Lookups
from bot.slack.views.forms import HAS_ONE, NOT_THERE, complaints

PATIENCE_S = 1.5
"""Of the three seconds that Slack gives us for an answer, so much is for asking Slack."""
TIMEOUT_S = 2
"""In whole seconds; nobody waits any more for what comes after our patience."""
AT_ONCE = 4


class Judge:
    """Finds what is wrong with a submission, in itself and by what Slack knows."""

    def __init__(self, client: WebClient, lookups: Lookups, now: Callable[[], datetime]) -> None:
        """Make a judge.

        Args:
            client: with the bot's token.
            lookups: which channel a team is.
            now: the clock; aware.
        """
        self._client = WebClient(
            token=client.token, base_url=client.base_url, timeout=TIMEOUT_S, retry_handlers=[]
        )
        self._lookups = lookups
        self._now = now
        self._asking = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="judge")

    def __call__(self, form: FormSubmitted) -> dict[str, str]:
        """Return what is wrong, by block; empty if it is in order, or if Slack does not tell."""
        if form.form != act.SCHEDULE_FORM:
            return complaints(form.form, form.subject, form.values, self._now())
        team = self._team(form)
        before = team.plan if team and form.subject else None
        wrong = complaints(form.form, form.subject, form.values, self._now(), before)
        if team and not form.subject:
            return {CHANNEL: HAS_ONE} | wrong
        channel = team.channel if team else form.values.get(CHANNEL) or ""
        return self._found_by_slack(form, channel) | wrong

    def _found_by_slack(self, form: FormSubmitted, channel: str) -> dict[str, str]:
        asked: dict[str, Future[str | None]] = {}
        named = set(filter(None, (form.values.get(PEOPLE) or "").split(",")))
        if channel and not form.subject:
            asked[CHANNEL] = self._asking.submit(self._trouble, channel, form.user)
        if channel and named:
            asked[PEOPLE] = self._asking.submit(absent, self._client, channel, named)
        told, _late = wait(asked.values(), PATIENCE_S)
        answers = {field: answer.result() for field, answer in asked.items() if answer in told}
        return {field: words for field, words in answers.items() if words}

    def _trouble(self, channel: str, user: str) -> str | None:
        away = unfit(self._client, channel)
        return away or (NOT_THERE if absent(self._client, channel, {user}) else None)

    def _team(self, form: FormSubmitted) -> TeamShown | None:
        """Return the team that is changed, or that a channel is already."""
        whose = (form.enterprise, form.team, form.user)
        if form.subject:
            return self._lookups.team(whose, form.subject)
        return self._lookups.team_of_channel(whose, form.values.get(CHANNEL) or "")
