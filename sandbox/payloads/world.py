"""Changes to channels and people, each told to the bot."""

from dataclasses import replace
from typing import Any

from sandbox.installation import Installation
from sandbox.payloads import world_events
from sandbox.state.records import Channel


def join(slack: Installation, channel: Channel, user: str, *, inviter: str | None = None) -> None:
    """Make somebody a member of a channel; who is one already stays one."""
    with slack.workspace.changed:
        if user in channel.members:
            return
        channel.members.append(user)
        world_events.tell_joined(slack, channel, user, inviter)
        slack.workspace.changed.notify_all()


def leave(slack: Installation, channel: Channel, user: str) -> None:
    """Take a person out of a channel; who is not in it stays out."""
    with slack.workspace.changed:
        if user not in channel.members:
            return
        channel.members.remove(user)
        world_events.tell_left(slack, channel, user)
        slack.workspace.changed.notify_all()


def remove_bot(slack: Installation, channel: Channel) -> None:
    """Take the bot out of a channel, of which it hears nothing.

    `member_left_channel` goes to who is still in the channel, and `channel_left` is "sometimes
    withheld": the sandbox always withholds it, so that nobody relies on it.

    Source: https://docs.slack.dev/reference/events/channel_left
    """
    with slack.workspace.changed:
        if slack.is_bot_in(channel):
            channel.members.remove(slack.bot_user_id)
        slack.workspace.changed.notify_all()


def archive(slack: Installation, channel: Channel, user: str, *, is_archived: bool) -> None:
    """Archive a channel, or take it back from the archive."""
    with slack.workspace.changed:
        if channel.is_archived == is_archived:
            return
        channel.is_archived = is_archived
        world_events.tell_archived(slack, channel, user)
        slack.workspace.changed.notify_all()


def share(slack: Installation, channel: Channel, team_id: str) -> None:
    """Share a channel with another company."""
    with slack.workspace.changed:
        if team_id in channel.connected_team_ids:
            return
        channel.connected_team_ids.append(team_id)
        world_events.tell_shared(slack, channel, team_id)
        slack.workspace.changed.notify_all()


def unshare(slack: Installation, channel: Channel, team_id: str) -> None:
    """Share a channel with a company no longer; its people are out."""
    members = slack.workspace.members
    with slack.workspace.changed:
        if team_id not in channel.connected_team_ids:
            return
        channel.connected_team_ids.remove(team_id)
        channel.members[:] = [m for m in channel.members if members[m].team_id != team_id]
        world_events.tell_unshared(slack, channel, team_id)
        slack.workspace.changed.notify_all()


def change_member(slack: Installation, user: str, **changes: Any) -> None:
    """Change a person's entry in the workspace; who is deactivated is in no channel any more."""
    workspace = slack.workspace
    with workspace.changed:
        updated = int(workspace.clock.now().timestamp())
        member = replace(workspace.members[user], updated=updated, **changes)
        workspace.members[user] = member
        if member.deleted:
            _leave_everything(slack, user)
        world_events.tell_member_changed(slack, member)
        workspace.changed.notify_all()


def _leave_everything(slack: Installation, user: str) -> None:
    # Slack documents `user_change` alone for this, so no channel tells of her.
    slack.workspace.modals.pop(user, None)
    for channel in slack.workspace.channels.values():
        if channel.kind == "channel" and user in channel.members:
            channel.members.remove(user)
