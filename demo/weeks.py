"""The weeks of the schedule as a table: who was told what, and when by their own clock."""

from collections import defaultdict
from datetime import datetime
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table
from sqlalchemy import select

from bot.interview.announcements import PostPrompt
from bot.schedule.notices import Invite, RemindToBegin, WrapUp
from bot.schedule.weeks import monday_of, week_of
from demo.stage import Stage
from storage.tables import Said

CHANNEL = "#"
WORDS = {
    PostPrompt.__name__: "prompts",
    Invite.__name__: "invited",
    RemindToBegin.__name__: "reminder",
    WrapUp.__name__: "wrap-up",
}
ZONE = "UTC"
"""Of the channel."""


def print_weeks(stage: Stage, console: Console) -> None:
    """Print when prompts, invitations, reminders and wrap-ups came, week by week."""
    people = {person.id: person for person in stage.slack.people}
    happened: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for kind, channel, at in _said(stage):
        person = people.get(channel)
        zone = person.member.tz if person else ZONE
        local = at.astimezone(ZoneInfo(zone))
        words = f"{WORDS[kind]} {local:%a %H:%M} {local:%Z}"
        cell = happened[week_of(local.date())][person.name if person else CHANNEL]
        if words not in cell:
            cell.append(words)
    names = (CHANNEL, *(person.name for person in people.values()))
    table = Table("week of", *names, title="Each person by their own clock", show_lines=True)
    for week in sorted(happened):
        table.add_row(
            f"{monday_of(week):%d %b}", *("\n".join(happened[week][name]) for name in names)
        )
    console.print(table)


def _said(stage: Stage) -> list[tuple[str, str, datetime]]:
    query = select(Said.kind, Said.channel, Said.filed_at).where(Said.kind.in_(WORDS))
    with stage.bot.database.transaction() as session:
        return [
            (kind, channel, at) for kind, channel, at in session.execute(query.order_by(Said.seq))
        ]
