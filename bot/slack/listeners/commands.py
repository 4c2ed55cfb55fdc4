"""The slash command: what is said at once to each word, and what the other words open.

Source: https://docs.slack.dev/interactivity/implementing-slash-commands
"""

from slack_sdk import WebClient

from bot.facts import CommandGiven
from bot.questions import reader
from bot.slack.listeners import scheduling
from bot.slack.listeners.lookups import Lookups
from bot.slack.listeners.opening import show, whose
from bot.slack.payload import Part
from bot.slack.views import explaining, forms
from bot.slack.views.inviting import GREETINGS

PRACTISE, SCHEDULE, INVITATIONS = "", "schedule", "invitations"
SETUP = ("setup", "set up")
OPENS = (PRACTISE, SCHEDULE, INVITATIONS, *SETUP)


def answer_to(command: CommandGiven, lookups: Lookups) -> str | None:
    """Return what is said at once to a command; None where it opens a form."""
    of = (command.enterprise, command.team, command.user)
    match _word(command.text):
        case word if word in OPENS:
            return None
        case "why":
            return explaining.why(lookups.why(of), lookups.now())
        case "preview":
            return explaining.preview(*lookups.previews(of))
        case "help":
            return GREETINGS["help"]
        case word if word in reader.ALL:
            return "I will write to you in our direct messages."
        case _:
            return f"I do not know that word.\n{GREETINGS['help']}"


def open_by(client: WebClient, payload: Part, lookups: Lookups) -> None:
    """Open what a command asks for."""
    channel = payload.text("channel_id", "")
    match _word(payload.text("text", "")):
        case word if word == SCHEDULE and (teams := lookups.teams(whose(payload))):
            scheduling.open_list(client, payload, teams)
        case word if word == SCHEDULE or word in SETUP:
            scheduling.open_form_of_channel(client, payload, channel, lookups)
        case word if word == INVITATIONS:
            scheduling.open_invitations(client, payload, lookups)
        case _:
            show(client, payload, forms.choose())


def _word(text: str) -> str:
    return " ".join(text.lower().split())
