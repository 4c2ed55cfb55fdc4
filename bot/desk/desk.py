"""The desk: files what is heard, takes it in one person at a time, and lets time pass."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from bot.desk import rounds, ticking
from bot.desk.draining import Drain
from bot.desk.work import Work
from bot.facts import (
    FACT,
    Fact,
    OfMessage,
)
from bot.interview.instants import instant
from storage import inbox, outbox, people
from storage.database import Database
from storage.tables import Interview as Row, Person, Workspace


class Desk:
    """The use cases, on one database and one clock."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self.database = database
        self.now = clock
        self._drain = Drain(database, clock)

    def file(self, fact: Fact) -> bool:
        """Keep a fact before Slack hears that we heard it; say whether it is new."""
        with self.database.transaction() as session:
            workspace = people.workspace(session, fact.enterprise, fact.team)
            if isinstance(fact, OfMessage) and _is_foreign(session, workspace.id, fact):
                return False
            return inbox.file(
                session,
                lane=f"{workspace.id}:{fact.user}",
                body=FACT.dump_python(fact, mode="json"),
                now=self.now(),
                workspace_id=workspace.id,
                event_id=fact.event_id,
                key=fact.key[:255],
                at=fact.at,
                kind=fact.kind,
            )

    def drain(self) -> int:
        """Take in every fact that waits, one person at a time; return how many were."""
        return self._drain.run()

    def tick(self) -> None:
        """Let time pass: open rounds that are due, remind, set aside."""
        with self.database.transaction() as session:
            rounds.open_due(session, self.now())
        with self.database.transaction() as session:
            left = [(row.id, row.person_id) for row in ticking.untouched(session, self.now())]
        for interview_id, person_id in left:
            self._let_pass(interview_id, person_id)

    def next_due(self) -> datetime | None:
        """Return the next moment at which prompts are due to any team."""
        with self.database.transaction() as session:
            return rounds.next_due(session, self.now())

    def retain(self) -> None:
        """Delete what is kept for a time only."""
        with self.database.transaction() as session:
            ticking.forget_old(session, self.now())

    def is_at_rest(self) -> bool:
        """Say whether nothing waits to be taken in or to be said."""
        with self.database.transaction() as session:
            return inbox.waiting(session) == 0 and outbox.waiting(session) == 0

    def _let_pass(self, interview_id: str, person_id: int) -> None:
        with self.database.transaction() as session:
            # Locked before the interview is read: a fact of theirs may just be taken in.
            person = session.get_one(Person, person_id, with_for_update=True)
            row = session.get_one(Row, interview_id)
            workspace = session.get_one(Workspace, person.workspace_id)
            now = self.now()
            at = instant(now)
            ticking.let_pass(
                Work(session=session, workspace=workspace, person=person, at=at, now=now), row
            )


def _is_foreign(session: Session, workspace_id: int, fact: OfMessage) -> bool:
    """Say whether a reply whose parent Slack does not tell stands in other people's thread."""
    if fact.parent_known:
        return False
    if fact.thread_ts is None:  # a delete that says no more than which message
        return people.author_of(session, workspace_id, fact.channel, fact.ts) is None
    return outbox.by_message(session, workspace_id, fact.channel, fact.thread_ts) is None
