"""The modals: choose a question, set up a team, say why feedback was not fair."""

from datetime import time

from slack_sdk.models.blocks import (
    Block,
    CheckboxesElement,
    InputBlock,
    Option,
    PlainTextInputElement,
    RadioButtonsElement,
    StaticSelectElement,
)
from slack_sdk.models.views import View

from bot import actions as act
from bot.interview.schedule import WEEKDAYS, Weekly, is_zone
from bot.questions import reader
from bot.slack.views.message import context, section

QUESTION, WEEKDAY, AT, ZONE, WHY, LEAVE_OUT = (
    "question",
    "weekday",
    "at",
    "zone",
    "why",
    "leave_out",
)
HOURS = tuple(f"{hour:02d}:{minute:02d}" for hour in range(24) for minute in (0, 30))
HOW_IT_GOES = (
    "You answer in private, in your direct messages with me: five sections, in as many messages as "
    "you like, in about ten minutes. Then I give you feedback that quotes your own words. "
    f"For more, type {act.COMMAND} help."
)
USUAL = "09:30"
WHY_LIMIT = 300

NOT_A_CHANNEL = "Weekly prompts need a channel. Type /practice setup in the one you mean."
NOT_INVITED = "I am not in that channel yet. Invite me there, then try again."
SHARED = (
    "That channel is shared with another company, so its answers would be seen there. "
    "Please choose a channel of your own workspace."
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


def setup(channel: str, weekly: Weekly) -> View:
    """Weekday, hour and zone of a channel's prompts, as they are or as they usually are."""
    days = [Option(value=str(number), text=day) for number, day in enumerate(WEEKDAYS)]
    hours = [Option(value=hour, text=hour) for hour in HOURS]
    weekday = StaticSelectElement(
        action_id="choice", options=days, initial_option=days[weekly.weekday]
    )
    at = StaticSelectElement(
        action_id="choice", options=hours, initial_option=Option(value=weekly.at, text=weekly.at)
    )
    where = PlainTextInputElement(action_id="choice", initial_value=weekly.zone, max_length=64)
    blocks: list[Block] = [
        section(f"Each week I post both questions in <#{channel}>."),
        InputBlock(block_id=WEEKDAY, label="Day", element=weekday),
        InputBlock(block_id=AT, label="Time", element=at),
        InputBlock(
            block_id=ZONE,
            label="Time zone",
            element=where,
            hint="The name of a zone, such as Europe/Berlin or America/New_York.",
        ),
    ]
    return View(
        type="modal",
        callback_id=act.SETUP_FORM,
        private_metadata=channel,
        title="Weekly prompts",
        submit="Save",
        blocks=blocks,
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


def complaints(form: str, values: dict[str, str | None]) -> dict[str, str]:
    """Return what is wrong with a submission, by block: shown under the field at fault."""
    match form:
        case act.CHOOSE_FORM if values.get(QUESTION) not in reader.ALL:
            return {QUESTION: "Choose one of the questions."}
        case act.SETUP_FORM:
            return _setup_complaints(values)
        case act.UNFAIR_FORM if not (values.get(WHY) or "").strip():
            return {WHY: "Say in one line what was not fair."}
        case _:
            return {}


def _setup_complaints(values: dict[str, str | None]) -> dict[str, str]:
    wrong: dict[str, str] = {}
    if values.get(WEEKDAY) not in {str(number) for number in range(7)}:
        wrong[WEEKDAY] = "Choose a day."
    try:
        time.fromisoformat(values.get(AT) or "")
    except ValueError:
        wrong[AT] = "Choose a time, such as 09:30."
    zone = (values.get(ZONE) or "").strip()
    if not is_zone(zone):
        wrong[ZONE] = "I do not know this zone. Write one such as Europe/Berlin."
    return wrong
