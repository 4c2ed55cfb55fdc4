"""What is read and shown at once, without changing anything."""

from dataclasses import dataclass

from bot.actions import carried
from bot.desk.presses import own_interview
from bot.interview.conversation import replay
from bot.interview.effects import ShowFeedback
from bot.interview.standing import answer
from bot.questions import reader
from bot.questions.question import Question
from bot.rubric.rating import rate
from storage import interviews, people
from storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """An attempt's feedback with the texts that its quotes are of."""

    feedback: ShowFeedback
    question: Question
    answer: dict[str, str]


def rated(database: Database, whose: tuple[str, str, str], value: str) -> Rated | None:
    """Return what the button *See the whole rubric* asks for; None if it is not this person's.

    Args:
        database: where it is kept.
        whose: (enterprise, team, user).
        value: what the button carries.
    """
    interview_id, number = carried(value)
    enterprise, team, user = whose
    with database.transaction() as session:
        workspace = people.workspace(session, enterprise, team)
        person = people.person(session, workspace.id, user)
        row = own_interview(session, person.id, interview_id)
        if row is None or not number.isdecimal():
            return None
        interview = interviews.load(session, row, reader.load(row.question))
    standing, _ = replay(interview)
    attempts = [a for a in standing.attempts if a.number == int(number) and a.scored]
    if not attempts:
        return None
    text = answer(interview, standing, int(number))
    feedback = ShowFeedback(
        attempt=int(number),
        sections=attempts[0].sections,
        sheet=rate(interview.question, text),
    )
    return Rated(feedback=feedback, question=interview.question, answer=text)
