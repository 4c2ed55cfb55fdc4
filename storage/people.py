"""Workspaces and the people in them."""

from sqlalchemy import select, union_all
from sqlalchemy.orm import Session

from storage.machine import insert
from storage.tables import Draft, Interview, Person, PieceWritten, Said, Workspace


def workspace(session: Session, enterprise: str, team: str) -> Workspace:
    """Return a workspace, made if it is new."""
    new = insert(session, Workspace).values(enterprise=enterprise, team=team)
    session.execute(new.on_conflict_do_nothing())
    return session.scalars(
        select(Workspace).where(Workspace.enterprise == enterprise, Workspace.team == team)
    ).one()


def person(session: Session, workspace_id: int, user: str, name: str = "") -> Person:
    """Return somebody, made if they are new; a name that Slack told is kept.

    They are this transaction's alone until it ends.
    """
    new = insert(session, Person).values(workspace_id=workspace_id, user=user, name=name)
    session.execute(new.on_conflict_do_nothing())
    found = session.scalars(
        select(Person)
        .where(Person.workspace_id == workspace_id, Person.user == user)
        .with_for_update(key_share=True)  # others may still point to them; SQLite needs none
    ).one()
    if name:
        found.name = name
    return found


def is_met(session: Session, workspace_id: int, user: str) -> bool:
    """Say whether somebody is known: they met the bot, or are in a team's channel."""
    query = select(Person.id).where(Person.workspace_id == workspace_id, Person.user == user)
    return session.scalar(query) is not None


def author_of(session: Session, workspace_id: int, channel: str, ts: str) -> Person | None:
    """Return who wrote a message that is kept: as a piece of an interview, or as a draft."""
    in_interview = (
        select(Interview.person_id)
        .join(PieceWritten, PieceWritten.interview_id == Interview.id)
        .join(Said, Said.id == Interview.root_id)
        .where(
            Said.workspace_id == workspace_id,
            Said.posted_channel == channel,
            PieceWritten.ts == ts,
        )
    )
    as_draft = (
        select(Draft.person_id)
        .join(Person, Person.id == Draft.person_id)
        .where(Person.workspace_id == workspace_id, Draft.channel == channel, Draft.ts == ts)
    )
    return session.scalar(
        select(Person).where(Person.id.in_(union_all(in_interview, as_draft))).limit(1)
    )


def name_of(session: Session, workspace_id: int, user: str) -> str | None:
    """Return the name of somebody we met, or None."""
    return session.scalar(
        select(Person.name).where(
            Person.workspace_id == workspace_id, Person.user == user, Person.name != ""
        )
    )
