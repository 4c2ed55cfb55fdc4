"""An outbox, its courier, and the Slack that it carries to."""

from dataclasses import dataclass, field
from typing import Any

from slack_sdk import WebClient
from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.interview.announcements import Greet
from bot.letters import Letter
from bot.slack.courier import Courier
from bot.slack.settling import Pauses
from sandbox.people.person import Person
from sandbox.server import Sandbox
from storage import outbox, people
from storage.database import Database
from storage.machine import machine_now_s
from storage.outbox import Address
from storage.tables import Said

CHANNEL = "interview-practice"
HELLO, THANKS = Letter(effect=Greet(to="hello")), Letter(effect=Greet(to="thanks"))
PATIENT = Pauses(settle=0.0, look_again=3600.0, target=0.0)
EAGER = Pauses(settle=0.0, look_again=0.0, target=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """An outbox, its courier, and the Slack that it carries to."""

    database: Database
    slack: Sandbox
    client: WebClient
    lost: list[str] = field(default_factory=list)
    expired: list[str] = field(default_factory=list)

    def courier(self, pauses: Pauses = PATIENT) -> Courier:
        def lose(_session: Session, row: Said) -> None:
            self.lost.append(row.id)

        def expire(_session: Session, row: Said) -> None:
            self.expired.append(row.id)

        return Courier(
            self.database, self.client, lose, pauses, expired=expire, now=self.slack.clock.now
        )

    def says(self, letter: Letter, channel: str, **address: Any) -> str:
        """File a letter; return its marker."""
        with self.database.transaction() as session:
            workspace = people.workspace(session, "", self.slack.team_id)
            place = Address(workspace_id=workspace.id, channel=channel, **address)
            return outbox.say(
                session, place, kind=letter.kind, body=letter.to_body(), now=self.slack.clock.now()
            )

    def row(self, marker: str) -> Said:
        with self.database.transaction() as session:
            row = outbox.by_id(session, marker)
            assert row is not None
            return row

    def pauses_over(self) -> None:
        """Let the pause of every row be over, without waiting for it."""
        with self.database.transaction() as session:
            session.execute(update(Said).values(not_before_s=0.0))
            session.execute(
                update(Said).where(Said.look_again_s.is_not(None)).values(look_again_s=0.0)
            )

    def pause_s(self, marker: str) -> float:
        """How long a row still waits, in seconds."""
        row = self.row(marker)
        with self.database.transaction() as session:
            return row.not_before_s - machine_now_s(session)

    def calls(self, method: str) -> int:
        return sum(entry.kind == method for entry in self.slack.traffic)


def texts(person: Person) -> list[str]:
    """What stands in somebody's direct message."""
    return [message.text for message in person.reads(person.dm)]
