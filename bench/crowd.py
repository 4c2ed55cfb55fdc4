"""A crowd in one team: as many people as wanted, of one zone or of many."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time

from sqlalchemy import insert
from sqlalchemy.orm import Session

from bot.desk.planning import replan
from bot.schedule.participant import Participant, Preferences
from bot.schedule.plan import Plan
from bot.schedule.roster import Kind
from bot.schedule.shown import TeamState
from bot.schedule.wall_clock import local_instant
from storage.database import Database
from storage.plans import PREFERENCES, USUAL, to_json
from storage.tables import Membership, Person, Team, Workspace

ZONES = (
    "Asia/Tokyo",
    "Asia/Seoul",
    "Asia/Singapore",
    "Asia/Shanghai",
    "Asia/Manila",
    "Australia/Perth",
    "Asia/Jakarta",
    "Asia/Bangkok",
    "Asia/Dhaka",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Karachi",
    "Asia/Dubai",
    "Asia/Tbilisi",
    "Europe/Istanbul",
    "Europe/Moscow",
    "Africa/Nairobi",
    "Europe/Kyiv",
    "Europe/Athens",
    "Africa/Cairo",
    "Africa/Johannesburg",
    "Europe/Berlin",
    "Europe/Paris",
    "Europe/Madrid",
    "Europe/Rome",
    "Africa/Lagos",
    "Europe/London",
    "Europe/Lisbon",
    "Africa/Accra",
    "Atlantic/Azores",
)
"""Thirty zones, all within ten hours: less than what is missed is made up for."""
PLAN = Plan(
    weekday=2,
    at="09:30",
    zone="Europe/Berlin",
    questions=("disagreement", "mistake"),
    first=date(2026, 11, 23),
)
MINUTE_BEFORE = "09:29"
SINCE = datetime(2026, 11, 23, tzinfo=UTC)
WEEKDAYS = 7


def of_one_zone(size: int) -> list[Participant]:
    """Return people who are all due in the same minute."""
    return [Participant(user=user(number), zone=PLAN.zone) for number in range(size)]


def of_many_zones(size: int) -> list[Participant]:
    """Return people of thirty zones, each of whom has a weekday off."""
    return [
        Participant(
            user=user(number),
            zone=ZONES[number % len(ZONES)],
            preferences=Preferences(days_off=(number // len(ZONES) % WEEKDAYS,)),
        )
        for number in range(size)
    ]


def last_hour() -> datetime:
    """Return when the last of the thirty zones comes to the hour."""
    day = PLAN.day_in("2026-W48")
    return max(local_instant(day, time.fromisoformat(PLAN.at), zone) for zone in ZONES)


def gather(database: Database, people: Sequence[Participant]) -> datetime:
    """Put everybody into one team, and return when its round opens.

    The first of them is in a team of their own as well, which opens a minute before: by then
    the bot has done once in this database what is measured.
    """
    with database.transaction() as session:
        workspace = Workspace(enterprise="", team="T1")
        session.add(workspace)
        session.flush()
        numbers = _meet(session, workspace, people)
        _found(session, workspace, "C0", replace(PLAN, at=MINUTE_BEFORE), numbers[:1])
        team = _found(session, workspace, "C1", PLAN, numbers)
        opens = team.opens_at
    _analyse(database)
    if opens is None:
        raise ValueError("A team without people opens no round.")
    return opens


def user(number: int) -> str:
    """Return somebody's id."""
    return f"U{number:010d}"


def _meet(session: Session, workspace: Workspace, people: Sequence[Participant]) -> Sequence[int]:
    rows = [
        {
            "id": number,
            "workspace_id": workspace.id,
            "user": person.user,
            "name": "",
            "zone": person.zone,
            "kind": Kind.MEMBER,
            "preferences": _kept(person.preferences),
        }
        for number, person in enumerate(people, start=1)
    ]
    session.execute(insert(Person), rows)
    return range(1, len(rows) + 1)


def _found(
    session: Session, workspace: Workspace, channel: str, plan: Plan, numbers: Sequence[int]
) -> Team:
    """Set up a team of the people with these ids."""
    team = Team(
        workspace_id=workspace.id,
        channel=channel,
        plan=to_json(plan),
        state=TeamState.RUNNING,
        since=SINCE,
        roster_at=SINCE,
        roster_due_at=SINCE,
    )
    session.add(team)
    session.flush()
    members = [{"team_id": team.id, "person_id": number} for number in numbers]
    session.execute(insert(Membership), members)
    replan(session, team)
    return team


def _kept(chosen: Preferences) -> dict[str, object] | None:
    """As it is kept: nothing of people who never chose."""
    return PREFERENCES.dump_python(chosen, mode="json") if chosen != USUAL else None


def _analyse(database: Database) -> None:
    """Let PostgreSQL count its rows, as it does by itself within a minute."""
    with database.engine.begin() as connection:
        connection.exec_driver_sql("ANALYZE")
