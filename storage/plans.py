"""Plans and preferences, between the pure values and the JSON that is kept."""

from typing import Any

from pydantic import TypeAdapter

from bot.schedule.participant import Participant, Preferences
from bot.schedule.plan import Plan
from storage.tables import Person, Round, Team

PLAN = TypeAdapter(Plan)
PREFERENCES = TypeAdapter(Preferences)
USUAL = Preferences()


def plan_of(row: Team | Round) -> Plan:
    """Return the plan that a team has, or that a round was frozen with."""
    return PLAN.validate_python(row.plan)


def to_json(plan: Plan) -> dict[str, Any]:
    """Return a plan as it is kept."""
    kept: dict[str, Any] = PLAN.dump_python(plan, mode="json")
    return kept


def preferences_of(kept: dict[str, Any] | None) -> Preferences:
    """Return what somebody chose, or what is usual."""
    return PREFERENCES.validate_python(kept) if kept else USUAL


def set_preferences(person: Person, preferences: Preferences) -> None:
    """Keep what somebody chose."""
    person.preferences = PREFERENCES.dump_python(preferences, mode="json")


def participant_of(person: Person) -> Participant:
    """Return somebody as the schedule sees them."""
    return Participant(
        user=person.user, zone=person.zone, preferences=preferences_of(person.preferences)
    )
