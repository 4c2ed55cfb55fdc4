"""One person's place in the workspace: her channels, her zone, and what she does with channels."""

from zoneinfo import ZoneInfo

from sandbox.payloads import world
from sandbox.people.form_user import FormUser
from sandbox.state.ids import new_id
from sandbox.state.records import Channel


class Resident(FormUser):
    """Joins and leaves, moves, archives and shares; a channel is named by its name or id."""

    def joins(self, channel: str) -> None:
        """Join a channel.

        Raises:
            AssertionError: she cannot: she is deactivated, it is archived, or she is of another
                company that it is not shared with.
        """
        self._check_active()
        place = self._open_channel(channel)
        if self.member.is_stranger and self.member.team_id not in place.connected_team_ids:
            raise AssertionError(f"#{place.name} is not shared with {self.name}'s company")
        world.join(self._slack, place, self.id)

    def leaves(self, channel: str) -> None:
        """Leave a channel."""
        world.leave(self._slack, self._workspace.channel_named(channel), self.id)

    def invites_bot(self, channel: str) -> None:
        """Invite the bot into a channel."""
        place = self._open_channel(channel)
        world.join(self._slack, place, self._slack.bot_user_id, inviter=self.id)

    def removes_bot(self, channel: str) -> None:
        """Remove the bot from a channel; nothing tells it so."""
        world.remove_bot(self._slack, self._workspace.channel_named(channel))

    def moves_to(self, zone: str) -> None:
        """Set another time zone (IANA name).

        Raises:
            LookupError: there is no such zone.
        """
        world.change_member(self._slack, self.id, tz=ZoneInfo(zone).key)

    def is_deactivated(self) -> None:
        """Lose her account: she is in no channel any more, and does nothing."""
        world.change_member(self._slack, self.id, deleted=True)

    def archives(self, channel: str) -> None:
        """Archive a channel."""
        self._archive(channel, is_archived=True)

    def unarchives(self, channel: str) -> None:
        """Take a channel back from the archive."""
        self._archive(channel, is_archived=False)

    def shares(self, channel: str, team_id: str | None = None) -> str:
        """Share a channel with another company; return that company's id.

        Args:
            channel: its name or id.
            team_id: the company's; None for one that is made up.
        """
        company = team_id or new_id("T")
        world.share(self._slack, self._open_channel(channel), company)
        return company

    def unshares(self, channel: str, team_id: str) -> None:
        """Share a channel with a company no longer."""
        world.unshare(self._slack, self._workspace.channel_named(channel), team_id)

    def _archive(self, channel: str, *, is_archived: bool) -> None:
        place = self._workspace.channel_named(channel)
        world.archive(self._slack, place, self.id, is_archived=is_archived)

    def _open_channel(self, name: str) -> Channel:
        place = self._workspace.channel_named(name)
        if place.is_archived:
            raise AssertionError(f"#{place.name} is archived")
        return place

    def _check_active(self) -> None:
        if self.member.deleted:
            raise AssertionError(f"{self.name} is deactivated")
