"""Small modals: choose a question, say why feedback was not fair; and the judge of every form."""

from datetime import datetime

from slack_sdk.models.blocks import (
    Block,
    CheckboxesElement,
    InputBlock,
    Option,
    PlainTextInputElement,
    RadioButtonsElement,
)
from slack_sdk.models.views import View

from bot import actions as act
from bot.questions import reader
from bot.schedule.filled import Mistakes, Values
from bot.schedule.own_form import read_preferences
from bot.schedule.plan import Plan
from bot.schedule.plan_form import CHANNEL, read_plan
from bot.slack.views.message import context, section

QUESTION, WHY, LEAVE_OUT = "question", "why", "leave_out"
HOW_IT_GOES = (
    "You answer in private, in your direct messages with me: five sections, in as many messages as "
    "you like, in about ten minutes. Then I give you feedback that quotes your own words. "
    f"For more, type {act.COMMAND} help."
)
WHY_LIMIT = 300
ANY_ZONE = "UTC"
"""No mistake in the form of invitations depends on where the person is."""

NOT_INVITED = "I am not in that channel yet. Invite me there, then try again."
SHARED = (
    "That channel is shared with another company, so its answers would be seen there. "
    "Please choose a channel of your own workspace."
)
ARCHIVED = "That channel is archived. Choose another one, or unarchive it first."
UNSEEN = "I cannot see that channel. Weekly prompts need a public one: please choose another."
HAS_ONE = "This channel has a schedule already. Close this, and press Edit in the list."
NOT_THERE = "You are not in that channel. Join it first."
ONE_ABSENT = (
    "Only people in the channel can take part. 1 of those you named is not in it: "
    "invite them first."
)
ABSENT = (
    "Only people in the channel can take part. {} of those you named are not in it: "
    "invite them first."
)


def choose() -> View:
    """Which question?"""
    options = [
        Option(value=q.slug, text=q.title) for q in (reader.load(slug) for slug in reader.ALL)
    ]
    radios = RadioButtonsElement(action_id="choice", options=options, initial_option=options[0])
    blocks: list[Block] = [
        InputBlock(block_id=QUESTION, label="Which question?", element=radios),
        context(HOW_IT_GOES),
    ]
    return View(
        type="modal", callback_id=act.CHOOSE_FORM, title="Practise", submit="Start", blocks=blocks
    )


def why_unfair(carried: str) -> View:
    """One line of why."""
    leave = Option(value="yes", text="Leave this answer out of team figures")
    blocks: list[Block] = [
        InputBlock(
            block_id=WHY,
            label="What was not fair?",
            element=PlainTextInputElement(action_id="choice", max_length=WHY_LIMIT),
        ),
        InputBlock(
            block_id=LEAVE_OUT,
            label="Team figures",
            element=CheckboxesElement(action_id="choice", options=[leave]),
            optional=True,
        ),
    ]
    return View(
        type="modal",
        callback_id=act.UNFAIR_FORM,
        private_metadata=carried,
        title="Was this fair?",
        submit="Send",
        blocks=blocks,
    )


def notice(words: str) -> View:
    """A sentence instead of a form."""
    return View(type="modal", title="Starling", close="Close", blocks=[section(words)])


def complaints(
    form: str, subject: str, values: Values, now: datetime, before: Plan | None = None
) -> dict[str, str]:
    """Return what is wrong with a submission, by block: shown under the field at fault.

    Args:
        form: its callback id.
        subject: what it is about; of a schedule the team's id, or empty for a new one.
        values: by block id.
        now: aware.
        before: the schedule that is changed, where it is known.
    """
    match form:
        case act.CHOOSE_FORM if values.get(QUESTION) not in reader.ALL:
            return {QUESTION: "Choose one of the questions."}
        case act.SCHEDULE_FORM:
            return _of_schedule(values, now, before, new=not subject)
        case act.INVITATIONS_FORM:
            return _of_invitations(values, now)
        case act.UNFAIR_FORM if not (values.get(WHY) or "").strip():
            return {WHY: "Say in one line what was not fair."}
        case _:
            return {}


def _of_schedule(
    values: Values, now: datetime, before: Plan | None, *, new: bool
) -> dict[str, str]:
    nowhere = {CHANNEL: "Choose a channel."} if new and not values.get(CHANNEL) else {}
    try:
        # A first day that has passed may stay if it was so before.
        read_plan(values, reader.ALL, now, before, any_first=not new and before is None)
    except Mistakes as wrong:
        return nowhere | wrong.fields
    return nowhere


def _of_invitations(values: Values, now: datetime) -> dict[str, str]:
    try:
        read_preferences(values, ANY_ZONE, now)
    except Mistakes as wrong:
        return wrong.fields
    return {}
