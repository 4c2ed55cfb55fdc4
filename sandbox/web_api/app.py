"""Methods about the app itself: its token, its connection, its workspace."""

from sandbox.installation import Installation
from sandbox.web_api.method import ApiError, Wire


def auth_test(slack: Installation, arguments: Wire) -> Wire:  # noqa: ARG001 - takes none
    """Tell whose token it is.

    Source: https://docs.slack.dev/reference/methods/auth.test
    """
    return {
        "url": f"https://{slack.workspace.domain}.slack.com/",
        "team": slack.workspace.name,
        "user": slack.workspace.members[slack.bot_user_id].name,
        "team_id": slack.workspace.team_id,
        "user_id": slack.bot_user_id,
        "bot_id": slack.bot_id,
        "is_enterprise_install": False,
    }


def team_info(slack: Installation, arguments: Wire) -> Wire:
    """Describe the workspace.

    Source: https://docs.slack.dev/reference/methods/team.info
    """
    workspace = slack.workspace
    if arguments.get("team", workspace.team_id) != workspace.team_id:
        raise ApiError("team_not_found")
    return {
        "team": {
            "id": workspace.team_id,
            "name": workspace.name,
            "domain": workspace.domain,
            "email_domain": "",
            "url": f"https://{workspace.domain}.slack.com/",
        }
    }


def bots_info(slack: Installation, arguments: Wire) -> Wire:
    """Describe the bot.

    Source: https://docs.slack.dev/reference/methods/bots.info
    """
    if arguments.get("bot") not in (slack.bot_id, None):
        raise ApiError("bot_not_found")
    return {
        "bot": {
            "id": slack.bot_id,
            "deleted": False,
            "name": slack.manifest.bot_name,
            "updated": 0,
            "app_id": slack.app_id,
            "user_id": slack.bot_user_id,
            "icons": {"image_36": "", "image_48": "", "image_72": ""},
        }
    }
