"""One piece of work: whose it is, when, and the transaction in which it is done."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.interview.announcements import Announcement
from bot.letters import Letter
from bot.text import decode
from storage import outbox, people
from storage.outbox import Address
from storage.tables import Person, Workspace


class NotYet(Exception):
    """A fact cannot be taken in before something else is settled; it waits, and is no failure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What every use case is given."""

    session: Session
    workspace: Workspace
    person: Person  # with an empty user where the fact is nobody's
    at: str  # Slack's instant of the fact, or now's where time itself is the fact
    now: datetime  # aware
    heard_in: str = ""  # the channel of the fact, D… where it was the direct message

    def say(self, letter: Letter, address: Address) -> str:
        """File a letter; return its outbox id."""
        return outbox.say(
            self.session, address, kind=letter.kind, body=letter.to_body(), now=self.now
        )

    def tell(self, effect: Announcement, subject: str | None = None) -> str:
        """Say something in the person's direct message."""
        return self.say(Letter(effect=effect), self.direct(subject))

    def whisper(self, effect: Announcement, channel: str, thread_ts: str | None = None) -> str:
        """Say something in a channel that only the person sees, and may miss."""
        address = Address(
            workspace_id=self.workspace.id,
            act="ephemeral",
            channel=channel,
            user=self.person.user,
            thread_ts=thread_ts,
        )
        return self.say(Letter(effect=effect), address)

    def direct(self, subject: str | None = None) -> Address:
        """Return the person's direct message with the bot."""
        return Address(workspace_id=self.workspace.id, channel=self.person.user, subject=subject)

    def decoded(self, text: str) -> str:
        """Return a text of Slack's as its writer saw it."""
        return decode(text, lambda user: people.name_of(self.session, self.workspace.id, user))
