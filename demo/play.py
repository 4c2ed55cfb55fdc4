"""The play: a colleague sets the team up, and another one practises a whole interview."""

from collections.abc import Callable
from datetime import timedelta

from bot.questions import reader
from demo import script
from demo.stage import Stage
from sandbox.people.person import Person

WRITING = timedelta(minutes=2)
TILL_PROMPTS = timedelta(minutes=6)


def set_the_scene(stage: Stage) -> None:
    """Invite the bot, set up the team, and let this week's prompts be posted."""
    organiser = stage.slack.person(script.ORGANISER)
    organiser.invites_bot(script.CHANNEL)
    organiser.sees("I am Starling")
    organiser.presses("Set up")
    stage.slack.wait_until(lambda: organiser.modal)
    organiser.chooses("Time", "09:00")
    organiser.fills("Time zone", "UTC")
    organiser.fills("Public holidays", script.COUNTRY)
    organiser.fills("First round", stage.clock.now().date().isoformat())
    organiser.submits()
    organiser.sees("Each Monday at 09:00")
    stage.bot.run_to_rest()
    stage.let_pass(TILL_PROMPTS)
    organiser.sees(f"This week: {script.QUESTION}")


def practise(stage: Stage, told: Callable[[str], None]) -> None:
    """Play the colleague's interview, with one section tried again; `told` hears each step."""
    dana = stage.slack.person(script.COLLEAGUE)
    dana.presses("Answer here", dana.sees(f"This week: {script.QUESTION}"))
    dana.presses("Begin", dana.sees("Shall we begin?"))
    for number, messages in enumerate(script.ANSWERS, start=1):
        told(f"{script.COLLEAGUE} answers section {number} of {len(script.ANSWERS)}")
        _answer(stage, dana, f"{number} of {len(script.ANSWERS)}", messages)
    rating = dana.sees("Before you see the feedback")
    for section, level in zip(
        reader.load("disagreement").sections, script.OWN_RATINGS, strict=True
    ):
        dana.chooses(f"Rate {section.title}", level, rating)
    feedback = dana.sees("Your feedback")
    told(f"{script.COLLEAGUE} tries the weakest section again")
    stage.clock.move(WRITING)
    dana.presses("Try the weakest section again", feedback)
    _answer(stage, dana, "1 of 1", (script.BETTER_RESULT,))
    dana.presses("Show my feedback", dana.sees("Thank you. Before you see the feedback"))
    dana.sees("try 2")


def _answer(stage: Stage, dana: Person, asked: str, messages: tuple[str, ...]) -> None:
    question = dana.sees(asked)
    for text in messages:
        stage.clock.move(WRITING)
        dana.says(text, question.channel, question.thread_ts)
    dana.presses("Next", question)
