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
NOT_THIS_WEEK = "invitation.not_this_week"
INVITATIONS = "invitation.preferences"

SCHEDULE = "schedule.open"  # carries a channel, or nothing
SCHEDULE_NEW = "schedule.new"
SCHEDULE_EDIT = "schedule.edit"  # these carry a team's id
SCHEDULE_PAUSE = "schedule.pause"
SCHEDULE_RESUME = "schedule.resume"
SCHEDULE_END = "schedule.end"

CHOOSE_FORM = "practise"  # the shortcut's callback id in manifest.yml is the same
SCHEDULE_FORM = "schedule.form"  # about a team's id, or empty for a new one
INVITATIONS_FORM = "invitation.form"
UNFAIR_FORM = "feedback.why"

OPENS_FORM = (RUBRIC, UNFAIR, SCHEDULE, SCHEDULE_NEW, SCHEDULE_EDIT, INVITATIONS)
"""These open a modal at once and change nothing."""
IN_MODAL = (SCHEDULE_PAUSE, SCHEDULE_RESUME, SCHEDULE_END)
"""These are pressed in a modal, which says at once that they were heard."""

COMMAND = "/practice"


def carry(interview_id: str, *more: str) -> str:
    """Return what a button carries."""
    return ":".join((interview_id, *more))


def carried(value: str) -> tuple[str, str]:
    """Return (interview id, the rest or empty) of what a button carries."""
    interview_id, _, rest = value.partition(":")
    return interview_id, rest
