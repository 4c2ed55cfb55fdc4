"""Rosters: when to ask Slack who is in a team's channel, and what follows from the answer."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.desk import notifying
from bot.desk.planning import pause, replan_changed, replan_teams_of
from bot.desk.work import Work
from bot.facts import ChannelChanged, PersonChanged
from bot.schedule.days import Reason
from bot.schedule.notices import SayLeftOut, SayTeamPaused
from bot.schedule.roster import Kind, Member, Roster
from bot.schedule.shown import PauseReason, TeamState
from storage import rosters, slots, teams
from storage.plans import plan_of
from storage.tables import Slot, Team

ASK_EVERY = timedelta(hours=6)
ASK_BEFORE_OPENING = timedelta(minutes=10)
"""A round freezes who takes part, so that is looked at shortly before."""
ASK_AGAIN = timedelta(minutes=5)
"""After Slack could not be asked, or did not describe everybody."""
KNOWN_FOR = timedelta(hours=20)
"""So long Slack is not asked again about somebody, unless it tells of a change."""


def due(session: Session, now: datetime) -> list[tuple[int, str, frozenset[str]]]:
    """Return (team, channel, people who need not be asked about) of each roster to be asked for."""
    return [
        (team.id, team.channel, rosters.asked_since(session, team, now - KNOWN_FOR))
        for team in teams.take_to_ask(session, now, now + ASK_AGAIN)
    ]


def take(session: Session, team: Team, roster: Roster | None, now: datetime) -> None:
    """Take in what Slack told of a team's channel; None if it could not be asked."""
    team.roster_due_at = now + (ASK_AGAIN if roster is None else ASK_EVERY)
    if roster is None or team.state != TeamState.RUNNING:
        return
    if roster.trouble is not None:
        _pause(session, team, roster.trouble, now)
        return
    before = rosters.taking_part(session, team)
    rosters.meet(session, team.workspace_id, roster.met, now)
    rosters.replace_members(session, team, roster.members)
    session.flush()
    known = rosters.asked_since(session, team, now - KNOWN_FOR)
    undescribed = bool(set(roster.members) - known)
    if undescribed:
        team.roster_due_at = now + ASK_AGAIN
        if team.roster_at is None and roster.met:
            return  # more is being learnt, and too little is known yet to freeze anything
    _leave_out(session, team, before, now)
    _take_back(session, team, before, now)
    people = teams.participants(session, team)
    if not people and not undescribed:
        _pause(session, team, PauseReason.EMPTY, now)
    if not people:
        return
    team.roster_at = now
    replan_changed(session, team, now, people)
    if team.opens_at is not None and team.opens_at - ASK_BEFORE_OPENING > now:
        team.roster_due_at = min(team.roster_due_at, team.opens_at - ASK_BEFORE_OPENING)


def person_changed(work: Work, fact: PersonChanged) -> None:
    """Take in that somebody moved, or is no longer there."""
    member = Member(user=fact.user, zone=fact.zone, kind=Kind(fact.person_kind))
    if (work.person.kind, work.person.zone) == (member.kind, member.zone or work.person.zone):
        return  # something else about them changed, such as their status
    before = [
        (team, rosters.taking_part(work.session, team))
        for team in teams.of_person(work.session, work.person.id, lock=True)
    ]
    rosters.meet(work.session, work.workspace.id, (member,), work.now)
    work.session.flush()
    for team, took_part in before:
        _leave_out(work.session, team, took_part, work.now)
        if member.kind is not Kind.MEMBER:
            team.roster_due_at = work.now  # nobody may be left
    replan_teams_of(work.session, work.person, work.now)


def channel_changed(work: Work, fact: ChannelChanged) -> None:
    """Ask anew who is in a channel, since something about it changed."""
    team = teams.of_channel(work.session, work.workspace.id, fact.channel)
    if team is not None:
        team.roster_due_at = work.now


def _pause(session: Session, team: Team, why: PauseReason, now: datetime) -> None:
    pause(session, team, why, now)
    notifying.tell_organiser(session, team, SayTeamPaused(channel=team.channel, why=why), now)


def _take_back(session: Session, team: Team, before: frozenset[str], now: datetime) -> None:
    """Let the slots of those who came back, and are still to come, wait again."""
    back = rosters.taking_part(session, team) - before
    people = rosters.people(session, team.workspace_id, back)
    slots.take_up(session, team, [person.id for person in people], now)


def _leave_out(session: Session, team: Team, before: frozenset[str], now: datetime) -> None:
    """Take out who left; the organiser hears once of those who were named."""
    gone = before - rosters.taking_part(session, team)
    for person in rosters.people(session, team.workspace_id, gone):
        slots.drop(session, Reason.LEFT, Slot.person_id == person.id, slots.of_team(team))
    named = tuple(sorted(gone & set(plan_of(team).people)))
    if named:
        left = SayLeftOut(channel=team.channel, users=named)
        notifying.tell_organiser(session, team, left, now)
