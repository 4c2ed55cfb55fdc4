"""plans, rosters and slots."""

from datetime import timedelta

import sqlalchemy as sa
from alembic import op
from alembic.util import CommandError

from storage.tables import UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

QUESTIONS = ["disagreement", "mistake"]
"""What every round asked before."""
OPEN = timedelta(days=4)
PLAN = {"own_zones": False, "open_days": 4, "reminder": False, "turn": "all"}
"""A team that was there before keeps its one zone, and gets no reminders unasked."""


def upgrade() -> None:
    _new_tables()
    _new_columns()
    _fill(op.get_bind())
    _close_columns()


def downgrade() -> None:
    raise CommandError("There is no way back: restore the backup made before the upgrade.")


def _new_tables() -> None:
    op.create_table(
        "memberships",
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_memberships_person_id")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_memberships_team_id")),
        sa.PrimaryKeyConstraint("team_id", "person_id", name=op.f("pk_memberships")),
    )
    op.create_index(op.f("ix_memberships_person_id"), "memberships", ["person_id"])
    op.create_table(
        "slots",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("at", sa.String(length=5), nullable=False),
        sa.Column("due_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("closes_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("remind_at", UtcDateTime(timezone=True), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("invited_at", UtcDateTime(timezone=True), nullable=True),
        sa.Column("why", sa.String(length=16), nullable=True),
        sa.Column("holiday", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_slots_person_id")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_slots_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slots")),
        sa.UniqueConstraint("round_id", "person_id", name=op.f("uq_slots_round_id_person_id")),
    )
    op.create_index("ix_slots_due", "slots", ["state", "due_at"])
    op.create_index(op.f("ix_slots_person_id"), "slots", ["person_id"])
    op.create_index(op.f("ix_slots_remind_at"), "slots", ["remind_at"])


def _new_columns() -> None:
    # All may be empty until they are filled.
    op.add_column("interviews", sa.Column("late", sa.Boolean()))
    op.add_column("outbox", sa.Column("not_after", UtcDateTime(timezone=True)))
    op.add_column("people", sa.Column("kind", sa.String(length=16)))
    op.add_column("people", sa.Column("zone", sa.String(length=64)))
    op.add_column("people", sa.Column("seen_at", UtcDateTime(timezone=True)))
    op.add_column("people", sa.Column("preferences", sa.JSON(none_as_null=True)))
    op.add_column("rounds", sa.Column("plan", sa.JSON(none_as_null=True)))
    op.add_column("rounds", sa.Column("questions", sa.JSON(none_as_null=True)))
    op.add_column("rounds", sa.Column("closes_at", UtcDateTime(timezone=True)))
    op.add_column("rounds", sa.Column("closed", sa.Boolean()))
    op.add_column("rounds", sa.Column("prompts_due_at", UtcDateTime(timezone=True)))
    op.add_column("rounds", sa.Column("prompts_close_at", UtcDateTime(timezone=True)))
    op.add_column("rounds", sa.Column("prompts", sa.String(length=16)))
    op.add_column("rounds", sa.Column("thread_id", sa.String(length=32)))
    op.add_column("teams", sa.Column("organiser_id", sa.Integer()))
    op.add_column("teams", sa.Column("plan", sa.JSON(none_as_null=True)))
    op.add_column("teams", sa.Column("state", sa.String(length=16)))
    op.add_column("teams", sa.Column("paused_for", sa.String(length=16)))
    op.add_column("teams", sa.Column("next_week", sa.String(length=8)))
    op.add_column("teams", sa.Column("opens_at", UtcDateTime(timezone=True)))
    op.add_column("teams", sa.Column("changed_at", UtcDateTime(timezone=True)))
    op.add_column("teams", sa.Column("roster_at", UtcDateTime(timezone=True)))
    op.add_column("teams", sa.Column("roster_due_at", UtcDateTime(timezone=True)))


def _fill(connection: sa.Connection) -> None:
    now = UtcDateTime(timezone=True)
    teams = sa.table(
        "teams",
        *map(sa.column, ("id", "weekday", "at", "zone", "state")),
        sa.column("plan", sa.JSON()),
        sa.column("since", now),
        sa.column("roster_due_at", now),
    )
    rounds = sa.table(
        "rounds",
        *map(sa.column, ("id", "team_id", "closed", "prompts")),
        sa.column("plan", sa.JSON()),
        sa.column("questions", sa.JSON()),
        *(
            sa.column(name, now)
            for name in ("opened_at", "closes_at", "prompts_due_at", "prompts_close_at")
        ),
    )
    plans = {}
    for team in connection.execute(sa.select(teams)).all():
        plan = PLAN | {
            "weekday": team.weekday,
            "at": team.at,
            "zone": team.zone,
            "questions": QUESTIONS,
            "first": team.since.date().isoformat(),
        }
        plans[team.id] = plan
        values = {"plan": plan, "state": "running", "roster_due_at": team.since}
        connection.execute(sa.update(teams).where(teams.c.id == team.id).values(values))
    for each in connection.execute(sa.select(rounds)).all():
        closes = each.opened_at + OPEN
        values = {
            "plan": plans[each.team_id],
            "questions": QUESTIONS,
            "closes_at": closes,
            "closed": True,
            "prompts_due_at": each.opened_at,
            "prompts_close_at": closes,
            "prompts": "invited",
        }
        connection.execute(sa.update(rounds).where(rounds.c.id == each.id).values(values))
    for table, column, value in (
        ("interviews", sa.column("late"), False),
        ("people", sa.column("kind"), ""),
        ("people", sa.column("zone"), ""),
    ):
        connection.execute(sa.update(sa.table(table, column)).values({column.name: value}))


def _close_columns() -> None:
    moment, text = UtcDateTime(timezone=True), sa.JSON(none_as_null=True)
    with op.batch_alter_table("interviews") as batch:
        batch.alter_column("late", existing_type=sa.Boolean(), nullable=False)
    with op.batch_alter_table("people") as batch:
        batch.alter_column("kind", existing_type=sa.String(length=16), nullable=False)
        batch.alter_column("zone", existing_type=sa.String(length=64), nullable=False)
    with op.batch_alter_table("rounds") as batch:
        for name in ("plan", "questions"):
            batch.alter_column(name, existing_type=text, nullable=False)
        for name in ("closes_at", "prompts_due_at", "prompts_close_at"):
            batch.alter_column(name, existing_type=moment, nullable=False)
        batch.alter_column("closed", existing_type=sa.Boolean(), nullable=False)
        batch.alter_column("prompts", existing_type=sa.String(length=16), nullable=False)
        batch.create_index(op.f("ix_rounds_closes_at"), ["closes_at"])
        batch.create_index(op.f("ix_rounds_prompts_due_at"), ["prompts_due_at"])
    with op.batch_alter_table("teams") as batch:
        batch.alter_column("plan", existing_type=text, nullable=False)
        batch.alter_column("state", existing_type=sa.String(length=16), nullable=False)
        batch.alter_column("roster_due_at", existing_type=moment, nullable=False)
        batch.create_index(op.f("ix_teams_opens_at"), ["opens_at"])
        batch.create_index(op.f("ix_teams_roster_due_at"), ["roster_due_at"])
        batch.create_foreign_key(op.f("fk_teams_organiser_id"), "people", ["organiser_id"], ["id"])
        for name in ("zone", "at", "weekday"):
            batch.drop_column(name)
