"""Where each effect of an interview goes.

Held in private, everything is said in its thread. Held in a channel, the channel sees the
questions and "Done"; everything else goes to the direct message, or is whispered.
"""

from bot.desk.work import Work
from bot.interview.effects import (
    AskSection,
    Effect,
    OpenThread,
    SayDone,
    SayResumed,
    ShowFeedback,
    Tell,
)
from bot.interview.events import Place
from storage import outbox
from storage.outbox import Address
from storage.tables import Interview as Row

PUBLIC = (OpenThread, AskSection, SayDone)
WHISPERED = (Tell, SayResumed)


def says_aside(row: Row, effect: Effect) -> bool:
    """Say whether an effect goes to the direct message though the interview is in a channel."""
    return row.place == Place.CHANNEL and not isinstance(effect, PUBLIC)


def address_of(work: Work, row: Row, user: str, effect: Effect) -> Address:
    """Return where an effect goes."""
    if isinstance(effect, ShowFeedback):
        return _feedback_address(work, row, user, effect)
    if not says_aside(row, effect):
        channel = row.channel if row.place == Place.CHANNEL and row.channel else user
        root = None if isinstance(effect, OpenThread) else row.root_id
        return _address(work, row, channel, thread_id=root)
    in_direct = work.heard_in.startswith("D")
    if isinstance(effect, WHISPERED) and row.channel and row.root_id and not in_direct:
        return _address(work, row, row.channel, act="ephemeral", user=user, thread_id=row.root_id)
    return _address(work, row, user)


def _feedback_address(work: Work, row: Row, user: str, effect: ShowFeedback) -> Address:
    thread_id = row.root_id if row.place == Place.PRIVATE else None
    subject = f"attempt {effect.attempt}"
    new = _address(work, row, user, thread_id=thread_id, subject=subject)
    shown = outbox.last_said(work.session, new, "ShowFeedback") if effect.renewed else None
    if shown is None:
        return new
    return _address(work, row, user, act="update", target_id=shown.id, subject=subject)


def _address(work: Work, row: Row, channel: str, **more: str | None) -> Address:
    return Address(
        workspace_id=work.workspace.id,
        channel=channel,
        interview_id=row.id,
        **more,  # type: ignore[arg-type]  # only fields of Address are passed
    )
