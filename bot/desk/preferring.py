"""What each person chooses about their own invitations."""

from dataclasses import replace

from bot.desk import notifying
from bot.desk.outlook import next_invitation
from bot.desk.planning import replan_teams_of
from bot.desk.work import Work
from bot.facts import ButtonPressed, FormSubmitted
from bot.interview.announcements import SayOutdated
from bot.schedule.days import Reason, off_on
from bot.schedule.filled import Mistakes
from bot.schedule.notices import SayNotSaved, SayNotThisWeek, SayPreferences
from bot.schedule.own_form import read_preferences
from bot.schedule.participant import Participant, Preferences
from bot.schedule.shown import SlotState
from bot.schedule.slots import slot_of
from bot.schedule.wall_clock import local_day
from storage import slots, teams
from storage.plans import plan_of, preferences_of, set_preferences
from storage.tables import Round, Slot

UNKNOWN_ZONE = "UTC"


def not_this_week(work: Work, fact: ButtonPressed) -> None:
    """Let nothing more come to somebody in one round."""
    team = teams.of_round(work.session, work.workspace.id, fact.value)
    if team is None:
        work.tell(SayOutdated())
        return
    slot = slots.of_person(work.session, int(fact.value), work.person.id)
    if slot is None or slot.closes_at <= work.now:
        work.tell(SayOutdated())
        return
    slot.remind_at = None
    if slot.state in (SlotState.WAITING, SlotState.INVITED):
        slot.state, slot.why = SlotState.SKIPPED, Reason.NOT_THIS_WEEK
    notifying.tell(work.session, work.person, SayNotThisWeek(channel=team.channel), work.now)


def submitted(work: Work, fact: FormSubmitted) -> None:
    """Take in what somebody chose: from the next round on; what stops invitations stops them now."""
    zone = work.person.zone or UNKNOWN_ZONE
    try:
        chosen = read_preferences(fact.values, zone, work.now)
    except Mistakes as wrong:
        refused = SayNotSaved(channel="", reasons=tuple(wrong.fields.values()))
        notifying.tell(work.session, work.person, refused, work.now)
        return
    set_preferences(work.person, chosen)
    _serve_open_rounds(work)
    replan_teams_of(work.session, work.person, work.now)
    coming = next_invitation(work.session, work.person)
    said = SayPreferences(preferences=chosen, next=coming)
    notifying.tell(work.session, work.person, said, work.now)


def _serve_open_rounds(work: Work) -> None:
    """Move, skip or take up again what is still to come in rounds that are open already."""
    mine, session = preferences_of(work.person.preferences), work.session
    for slot, of in slots.waiting_of(session, work.person.id):
        off = off_on(local_day(slot.due_at, slot.zone), plan_of(of), mine)
        if off is not None or not mine.invited:
            _plan_anew(work, slot, of, mine)
    for slot, of in slots.free_of(session, work.person.id, work.now):
        _plan_anew(work, slot, of, mine)


def _plan_anew(work: Work, slot: Slot, of: Round, mine: Preferences) -> None:
    """Work a slot out anew; its hour and zone stay as they were frozen."""
    frozen = Participant(
        user=work.person.user, zone=slot.zone, preferences=replace(mine, at=slot.at)
    )
    anew = slot_of(plan_of(of), frozen, of.week, work.now)
    slot.due_at, slot.remind_at = anew.due, anew.remind
    slot.why, slot.holiday = (anew.off.why, anew.off.name) if anew.off else (None, None)
    slot.state = SlotState.SKIPPED if anew.skipped else SlotState.WAITING
