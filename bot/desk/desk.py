"""The desk: files what is heard, takes it in one person at a time, and lets time pass."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from bot.desk import invitations, rosters, rounds, ticking
from bot.desk.draining import Drain
from bot.desk.work import Work
from bot.facts import (
    FACT,
    ChannelChanged,
    Fact,
    MessageDeleted,
    MessageEdited,
    MessageWritten,
    OfMessage,
    PersonChanged,
)
from bot.interview.instants import instant
from bot.schedule.roster import Roster
from storage import inbox, outbox, people, rounds as stored_rounds, slots, teams
from storage.database import Database
from storage.tables import Interview as Row, Person, Team, Workspace


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
            if _is_foreign(session, workspace.id, fact):
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
        """Let time pass: open and close rounds, invite, remind, set aside. A transaction for each step."""
        self._repeat(rounds.open_next)
        self._once(rounds.post_due)
        self._once(invitations.settle)
        self._repeat(invitations.invite_some)
        self._repeat(invitations.remind_some)
        self._once(rounds.close_due)
        with self.database.transaction() as session:
            left = [(row.id, row.person_id) for row in ticking.untouched(session, self.now())]
        for interview_id, person_id in left:
            self._let_pass(interview_id, person_id)

    def next_due(self) -> datetime | None:
        """Return the next moment at which the schedule has something to do."""
        with self.database.transaction() as session:
            found = (
                teams.next_opening(session),
                stored_rounds.next_of(session),
                slots.next_of(session),
            )
        return min((moment for moment in found if moment is not None), default=None)

    def rosters_due(self) -> list[tuple[int, str, frozenset[str]]]:
        """Return (team, channel, people who are known) of each roster that Slack is to be asked for."""
        with self.database.transaction() as session:
            return rosters.due(session, self.now())

    def take_roster(self, team_id: int, roster: Roster | None) -> None:
        """Take in what Slack told of a team's channel; None if it could not be asked."""
        with self.database.transaction() as session:
            team = session.get_one(Team, team_id, with_for_update=True)
            rosters.take(session, team, roster, self.now())

    def retain(self) -> None:
        """Delete what is kept for a time only."""
        with self.database.transaction() as session:
            ticking.forget_old(session, self.now())

    def is_at_rest(self) -> bool:
        """Say whether nothing waits to be taken in or to be said."""
        with self.database.transaction() as session:
            return inbox.waiting(session) == 0 and outbox.waiting(session) == 0

    def _once(self, step: Callable[[Session, datetime], object]) -> None:
        with self.database.transaction() as session:
            step(session, self.now())

    def _repeat(self, step: Callable[[Session, datetime], bool]) -> None:
        more = True
        while more:
            with self.database.transaction() as session:
                more = step(session, self.now())

    def _let_pass(self, interview_id: str, person_id: int) -> None:
        with self.database.transaction() as session:
            # Locked before the interview is read: a fact of theirs may just be taken in.
            person = session.get_one(Person, person_id, with_for_update={"key_share": True})
            row = session.get_one(Row, interview_id)
            workspace = session.get_one(Workspace, person.workspace_id)
            now = self.now()
            at = instant(now)
            ticking.let_pass(
                Work(session=session, workspace=workspace, person=person, at=at, now=now), row
            )


def _is_foreign(session: Session, workspace_id: int, fact: Fact) -> bool:
    """Say whether a fact is about people, channels or threads that we have nothing to do with."""
    match fact:
        case PersonChanged():
            return not people.is_met(session, workspace_id, fact.user)
        case ChannelChanged():
            return teams.of_channel(session, workspace_id, fact.channel) is None
        case MessageWritten() | MessageEdited() | MessageDeleted():
            return _is_other_peoples(session, workspace_id, fact)
        case _:
            return False


def _is_other_peoples(session: Session, workspace_id: int, fact: OfMessage) -> bool:
    """Say whether a reply whose parent Slack does not tell stands in other people's thread."""
    if fact.parent_known:
        return False
    if fact.thread_ts is None:  # a delete that says no more than which message
        return people.author_of(session, workspace_id, fact.channel, fact.ts) is None
    return outbox.by_message(session, workspace_id, fact.channel, fact.thread_ts) is None
