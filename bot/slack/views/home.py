"""The Home tab."""

from collections.abc import Iterator
from datetime import datetime

from slack_sdk.models.blocks import Block, DividerBlock, HeaderBlock
from slack_sdk.models.views import View

from bot import actions as act
from bot.interview.announcements import Mention, PublishHome
from bot.interview.interview import Stage
from bot.questions import reader
from bot.slack.views.inviting import GREETINGS, start_buttons
from bot.slack.views.message import actions, button, context, section, when

STAGES = {
    Stage.NOTICED: "waits for you to begin",
    Stage.ANSWERING: "under way",
    Stage.PAUSED: "paused",
    Stage.RATING: "complete, waits for your own rating",
    Stage.SET_ASIDE: "set aside",
}
SHOWN = 20


def home(effect: PublishHome) -> View:
    """What somebody finds in the bot's Home tab."""
    blocks: list[Block] = [HeaderBlock(text="Practise an interview")]
    for slug in reader.ALL:
        question = reader.load(slug)
        blocks.append(section(f"*{question.title}*\n{question.prompt}"))
    blocks.append(actions(*start_buttons()))
    if effect.interviews:
        blocks += [DividerBlock(), HeaderBlock(text="Your open interviews")]
        blocks += [_row(mention) for mention in effect.interviews[:SHOWN]]
    blocks += [DividerBlock(), *_weekly(effect)]
    blocks += [DividerBlock(), context(GREETINGS["help"])]
    return View(type="home", blocks=blocks)


def _weekly(effect: PublishHome) -> Iterator[Block]:
    if effect.invitations:
        yield section("\n".join(_next(*each) for each in effect.invitations[:SHOWN]))
    yield actions(
        button("My invitations", act.INVITATIONS, "-"),
        button("Set up or change a schedule", act.SCHEDULE, "-"),
    )


def _next(channel: str, moment: datetime | None) -> str:
    return (
        f"Your next invitation from <#{channel}>: {when(moment) if moment else 'none is planned'}."
    )


def _row(mention: Mention) -> Block:
    title = reader.load(mention.question).title
    link = f" · <{mention.link}|Go to it>" if mention.link else ""
    resume = button("Resume", act.RESUME, mention.interview_id)
    waits = mention.stage in (Stage.PAUSED, Stage.SET_ASIDE)
    return section(f"*{title}*: {STAGES[mention.stage]}{link}", resume if waits else None)
