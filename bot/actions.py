"""The ids of what people press and fill in: named once, for those who draw and those who read.

A button of an interview carries its id, with a section where one is meant; nothing else. Whose it
is, and whether it may be pressed, is looked up when it is pressed.
"""

BEGIN = "interview.begin"
DECLINE = "interview.decline"
PAUSE = "interview.pause"
RESUME = "interview.resume"
STOP = "interview.stop"

NEXT = "section.next"
BACK = "section.back"
LOOK = "section.look"
HELP = "section.help"
SKIP = "section.skip"

RATE = "rating.choose"
REVEAL = "rating.reveal"

RETRY = "feedback.retry"
RESTART = "feedback.restart"
RUBRIC = "feedback.rubric"
FAIR = "feedback.fair"
UNFAIR = "feedback.unfair"

PRACTISE_PRIVATE = "prompt.private"
PRACTISE_HERE = "prompt.here"

DRAFT_ADD = "draft.add"
DRAFT_NEW = "draft.new"
DRAFT_DISCARD = "draft.discard"

HOME_START = "home.start"
SETUP = "team.setup"

CHOOSE_FORM = "practise"  # the shortcut's callback id in manifest.yml is the same
SETUP_FORM = "team.form"
UNFAIR_FORM = "feedback.why"

OPENS_FORM = (RUBRIC, UNFAIR, SETUP)
"""These open a modal at once and change nothing."""

COMMAND = "/practice"


def carry(interview_id: str, *more: str) -> str:
    """Return what a button carries."""
    return ":".join((interview_id, *more))


def carried(value: str) -> tuple[str, str]:
    """Return (interview id, the rest or empty) of what a button carries."""
    interview_id, _, rest = value.partition(":")
    return interview_id, rest
