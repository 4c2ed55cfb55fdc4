"""Conversations as answers hold them."""

from sandbox.installation import Installation
from sandbox.state.records import Channel
from sandbox.web_api.method import Wire


def channel_body(slack: Installation, channel: Channel) -> Wire:
    """Return a conversation; a direct message has fewer properties than a channel.

    Source: https://docs.slack.dev/reference/objects/conversation-object
    """
    is_im = channel.kind == "im"
    body: Wire = {
        "id": channel.id,
        "created": channel.created,
        "is_archived": channel.is_archived,
        "is_im": is_im,
        "is_org_shared": False,
        "context_team_id": slack.workspace.team_id,
        "updated": channel.created * 1000,
    }
    if not is_im:
        return body | _of_channel(channel) | _sharing(slack, channel)
    people = [member for member in channel.members if member != slack.bot_user_id]
    return body | {"user": people[0]}


def _of_channel(channel: Channel) -> Wire:
    nothing = {"value": "", "creator": "", "last_set": 0}
    return {
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": True,
        "is_group": False,
        "is_mpim": False,
        "is_private": False,
        "is_general": channel.name == "general",
        "is_pending_ext_shared": False,
        "creator": channel.creator,
        "topic": nothing,
        "purpose": nothing,
        "previous_names": [],
    }


def _sharing(slack: Installation, channel: Channel) -> Wire:
    others = channel.connected_team_ids
    is_shared = bool(others)
    teams = {"shared_team_ids": [slack.workspace.team_id, *others], "connected_team_ids": [*others]}
    return {"is_shared": is_shared, "is_ext_shared": is_shared} | (teams if is_shared else {})
