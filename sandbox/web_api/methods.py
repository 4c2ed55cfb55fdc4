"""Every method that the sandbox answers, with the arguments that it takes."""

from sandbox.web_api import app, chat, conversations, users, views
from sandbox.web_api.method import Method

_MESSAGE = ("attachments", "blocks", "text", "thread_ts")
_PAGE = ("cursor", "limit")
_WINDOW = ("include_all_metadata", "inclusive", "latest", "oldest")

# Source: https://docs.slack.dev/reference/methods/<method>, the table "Arguments" of each. Of those
# only what the sandbox carries out stands here, or changes nothing that it shows (unfurling): any
# other answers an error, so that nobody relies on what was never tried.
METHODS: dict[str, Method] = {
    "apps.connections.open": Method(
        call=lambda slack, _: {"url": slack.new_connection()}, needs_app_token=True
    ),
    "auth.test": Method(call=app.auth_test),
    "bots.info": Method(call=app.bots_info, scope="users:read", optional=("bot", "team_id")),
    "chat.delete": Method(call=chat.delete, scope="chat:write", required=("channel", "ts")),
    "chat.getPermalink": Method(call=chat.get_permalink, required=("channel", "message_ts")),
    "chat.postEphemeral": Method(
        call=chat.post_ephemeral,
        scope="chat:write",
        required=("channel", "user"),
        optional=_MESSAGE,
    ),
    "chat.postMessage": Method(
        call=chat.post_message,
        scope="chat:write",
        required=("channel",),
        optional=(
            *_MESSAGE,
            "metadata",
            "mrkdwn",
            "reply_broadcast",
            "unfurl_links",
            "unfurl_media",
        ),
    ),
    "chat.update": Method(
        call=chat.update,
        scope="chat:write",
        required=("channel", "ts"),
        optional=(
            "attachments",
            "blocks",
            "metadata",
            "reply_broadcast",
            "text",
        ),
    ),
    "conversations.history": Method(
        call=conversations.conversations_history,
        required=("channel",),
        optional=(*_PAGE, *_WINDOW),
    ),
    "conversations.info": Method(
        call=conversations.conversations_info,
        required=("channel",),
        optional=("include_locale", "include_num_members"),
    ),
    "conversations.members": Method(
        call=conversations.conversations_members, required=("channel",), optional=_PAGE
    ),
    "conversations.open": Method(
        call=conversations.conversations_open,
        scope="im:write",
        optional=("channel", "prevent_creation", "return_im", "users"),
    ),
    "conversations.replies": Method(
        call=conversations.conversations_replies,
        required=("channel", "ts"),
        optional=(*_PAGE, *_WINDOW),
    ),
    "reactions.add": Method(
        call=chat.add_reaction,
        scope="reactions:write",
        required=("channel", "name", "timestamp"),
    ),
    "team.info": Method(call=app.team_info, scope="team:read", optional=("domain", "team")),
    "users.conversations": Method(
        call=users.users_conversations,
        optional=(*_PAGE, "exclude_archived", "team_id", "types", "user"),
    ),
    "users.info": Method(
        call=users.users_info,
        scope="users:read",
        required=("user",),
        optional=("include_locale",),
    ),
    "users.list": Method(
        call=users.users_list,
        scope="users:read",
        optional=(*_PAGE, "include_locale", "team_id"),
    ),
    "views.open": Method(
        call=views.views_open,
        required=("view",),
        optional=("interactivity_pointer", "trigger_id"),
    ),
    "views.publish": Method(
        call=views.views_publish, required=("user_id", "view"), optional=("hash",)
    ),
    "views.push": Method(
        call=views.views_push,
        required=("view",),
        optional=("interactivity_pointer", "trigger_id"),
    ),
    "views.update": Method(
        call=views.views_update,
        required=("view",),
        optional=("external_id", "hash", "view_id"),
    ),
}
