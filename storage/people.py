"""Workspaces and the people in them."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.machine import insert
from storage.tables import Person, Workspace


def workspace(session: Session, enterprise: str, team: str) -> Workspace:
    """Return a workspace, made if it is new."""
    new = insert(session, Workspace).values(enterprise=enterprise, team=team)
    session.execute(new.on_conflict_do_nothing())
    return session.scalars(
        select(Workspace).where(Workspace.enterprise == enterprise, Workspace.team == team)
    ).one()


def person(session: Session, workspace_id: int, user: str, name: str = "") -> Person:
    """Return somebody, made if they are new; a name that Slack told is kept."""
    new = insert(session, Person).values(workspace_id=workspace_id, user=user, name=name)
    session.execute(new.on_conflict_do_nothing())
    found = session.scalars(
        select(Person).where(Person.workspace_id == workspace_id, Person.user == user)
    ).one()
    if name:
        found.name = name
    return found


def name_of(session: Session, workspace_id: int, user: str) -> str | None:
    """Return the name of somebody we met, or None."""
    return session.scalar(
        select(Person.name).where(
            Person.workspace_id == workspace_id, Person.user == user, Person.name != ""
        )
    )
