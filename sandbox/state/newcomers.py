"""Who is put into a new workspace, and its channels."""

from dataclasses import dataclass

from sandbox.state.ids import new_id
from sandbox.state.records import Member


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMember:
    """A person to put into a new workspace.

    Members are in every channel at first; guests, people of another company and who is deactivated
    are in none.
    """

    name: str
    real_name: str
    tz: str  # IANA name
    deleted: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    is_stranger: bool = False
    team_id: str | None = None  # of a stranger; None for one that is made up

    @property
    def is_regular(self) -> bool:
        """Whether she is an ordinary member."""
        is_guest = self.is_restricted or self.is_ultra_restricted
        return not (self.deleted or is_guest or self.is_stranger)

    def member(self, team_id: str, *, is_bot: bool = False) -> Member:
        """Return the member of a workspace that she becomes."""
        return Member(
            id=new_id("U"),
            team_id=(self.team_id or new_id("T")) if self.is_stranger else team_id,
            name=self.name,
            real_name=self.real_name,
            tz=self.tz,
            is_bot=is_bot,
            deleted=self.deleted,
            # Slack calls a guest of one channel restricted, too.
            is_restricted=self.is_restricted or self.is_ultra_restricted,
            is_ultra_restricted=self.is_ultra_restricted,
            is_stranger=self.is_stranger,
        )


PEOPLE = (
    NewMember(name="alice", real_name="Alice", tz="Europe/Berlin"),
    NewMember(name="bob", real_name="Bob", tz="America/New_York"),
    NewMember(name="charlie", real_name="Charlie", tz="Asia/Kolkata"),
    NewMember(name="dana", real_name="Dana", tz="Europe/London"),
)
CHANNELS = ("general", "interview-practice")
