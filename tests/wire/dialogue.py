"""What people say in the wire tests, and the steps that many of them share."""

from sandbox.people.person import Person
from sandbox.state.records import Message
from tests.wire.conftest import World

STORY = {
    "situation": "In March our team of five had seventeen days to rebuild the checkout. "
    "Tom, our product manager, wanted to skip the rollback tests. I owned the payments service.",
    "root": "Tom wanted the date because the campaign was paid. I wanted the tests because in "
    "January a change like it cost us 40 orders. I asked him what the date meant.",
    "options": "We could ship as it was, fast and risky. We could ship to 5 percent behind a flag, "
    "which cost three days. I preferred the flag because it kept the date.",
    "alignment": "I wrote one page and we went through it with Tom and support. He was right about "
    "the date, so I dropped two reports. We agreed to ramp up until 12 March.",
    "result": "We launched on the day. Errors stayed at 0.1 percent against a target of 0.2. Tom "
    "asked for the same page at the next launch.",
}


def begins(person: Person, prompt: Message, button: str = "Practise in private") -> Message:
    """Press a prompt and Begin; return the first question."""
    person.presses(button, prompt)
    person.presses("Begin", person.sees("Shall we begin?"))
    return person.sees("1 of 5")


def answers(world: World, person: Person, question: Message, *texts: str) -> list[Message]:
    """Write in the interview's thread, and press Next under the question."""
    said = [person.says(text, question.channel, question.thread_ts) for text in texts]
    world.settles()  # nobody presses within a millisecond of writing
    person.presses("Next", question)
    return said


def answers_all(world: World, person: Person, first: Message) -> list[Message]:
    """Answer all five sections; return what was written."""
    said = []
    for number, text in enumerate(STORY.values(), start=1):
        question = first if number == 1 else person.sees(f"{number} of 5")
        said += answers(world, person, question, text)
    return said


def is_scored(world: World, person: Person, first: Message) -> tuple[list[Message], Message]:
    """Answer everything and ask for the feedback; return what was written, and the feedback."""
    said = answers_all(world, person, first)
    person.presses("Show my feedback", person.sees("Before you see the feedback"))
    return said, person.sees("Your feedback: A disagreement")
