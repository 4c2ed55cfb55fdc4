"""Teams: set up, changed, paused, resumed and ended; the rows decide, and nothing else is disturbed."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot import actions as act
from bot.schedule.roster import Kind, Roster
from bot.schedule.shown import PauseReason
from storage.tables import Team
from tests.desk.workplace import ALICE, CHANNEL, FORM, MONDAY, Workplace, member

WEEK, DAY = timedelta(days=7), timedelta(days=1)
CHARLIE = member("UCHARLIE")


def state(workplace: Workplace) -> tuple[str, str | None]:
    with workplace.database.transaction() as session:
        team = session.scalars(select(Team)).one()
        return team.state, team.paused_for


def prompts(workplace: Workplace) -> int:
    return len(workplace.said("PostPrompt"))


def test_a_new_schedule_is_told_in_its_channel_with_its_first_prompts(
    workplace: Workplace,
) -> None:
    workplace.sets_up(zone="Europe/Berlin")

    (told,) = workplace.said("SayTeamSet")
    assert told.channel == CHANNEL
    assert told.effect.first == datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


def test_a_change_touches_the_next_round_only_and_only_its_maker_is_told(
    workplace: Workplace,
) -> None:
    workplace.sets_up(ALICE)
    workplace.passes_until(MONDAY + DAY)

    workplace.changes(at="11:00", open="1", questions="mistake")
    workplace.asks_slack(ALICE)
    workplace.passes_until(datetime(2026, 11, 27, 9, 29, tzinfo=UTC))
    still_open = workplace.said("WrapUp")
    workplace.passes_until(datetime(2026, 11, 30, 11, tzinfo=UTC))

    (told,) = workplace.said("SayTeamChanged")
    assert (told.channel, told.effect.under_way) == ("UALICE", True)
    assert told.effect.next == datetime(2026, 11, 30, 11, tzinfo=UTC)
    assert still_open == []
    assert [note.effect.question for note in workplace.said("PostPrompt")][2:] == ["mistake"]


@pytest.mark.parametrize(
    ("today", "weekday", "this_week", "next_week"),
    [
        (MONDAY - timedelta(hours=1), "3", "2026-11-25T09:30", "2026-12-03T09:30"),
        (MONDAY + DAY, "0", "2026-11-25T09:30", "2026-11-30T09:30"),
        (MONDAY + DAY, "4", "2026-11-25T09:30", "2026-12-04T09:30"),
    ],
)
def test_a_changed_weekday_waits_for_the_next_iso_week(
    workplace: Workplace, today: datetime, weekday: str, this_week: str, next_week: str
) -> None:
    workplace.clock.moment = MONDAY - timedelta(hours=2)
    workplace.sets_up(weekday="2", zones="one")
    workplace.clock.moment = today

    workplace.changes(weekday=weekday, zones="one")
    workplace.asks_slack(ALICE)
    due = workplace.desk.next_due()
    workplace.passes_until(MONDAY + 4 * DAY - timedelta(hours=3))
    after = workplace.last("SayTeamChanged").effect.plan

    assert due == datetime.fromisoformat(f"{this_week}+00:00")
    assert after.day_in("2026-W49").isoformat() == next_week[:10]
    assert prompts(workplace) == 2


def test_a_paused_team_hears_nothing_and_a_resumed_one_its_next_round(
    workplace: Workplace,
) -> None:
    workplace.sets_up(ALICE, member("UBOB", "Pacific/Honolulu"))
    workplace.passes_until(datetime(2026, 11, 23, 10, tzinfo=UTC))
    workplace.presses(act.SCHEDULE_PAUSE, "1")

    workplace.passes_until(MONDAY + 2 * WEEK + DAY)
    while_paused = prompts(workplace), len(workplace.said("Invite")), state(workplace)
    reminders = len(workplace.said("RemindToBegin"))
    workplace.presses(act.SCHEDULE_RESUME, "1")
    workplace.asks_slack(ALICE)
    workplace.passes_until(MONDAY + 3 * WEEK + DAY)

    assert while_paused == (2, 1, ("paused", "asked"))
    assert reminders == 0
    assert workplace.last("SayTeamResumed").effect.next == datetime(2026, 12, 14, 9, 30, tzinfo=UTC)
    assert (prompts(workplace), state(workplace)) == (4, ("running", None))


def test_an_ended_team_is_over_until_somebody_sets_it_up_again(workplace: Workplace) -> None:
    workplace.sets_up(ALICE)
    workplace.presses(act.SCHEDULE_END, "1")
    workplace.passes_until(MONDAY + WEEK + DAY)
    over = prompts(workplace)

    workplace.sets_up(ALICE, by="UALICE", first="2026-12-07")
    workplace.passes_until(MONDAY + 2 * WEEK + DAY)

    assert (over, prompts(workplace)) == (0, 2)


@pytest.mark.parametrize("action", [act.SCHEDULE_PAUSE, act.SCHEDULE_RESUME, act.SCHEDULE_END])
def test_who_is_not_in_the_channel_changes_nothing(workplace: Workplace, action: str) -> None:
    workplace.sets_up(ALICE)

    workplace.presses(action, "1", "USTRANGER")
    workplace.presses(action, "999")
    workplace.presses(action, "1; drop table teams")
    workplace.presses(action, "9" * 30)
    workplace.presses(action, "\N{ARABIC-INDIC DIGIT ONE}")
    workplace.changes(by="USTRANGER", at="11:00")
    workplace.sets_up(ALICE, by="USTRANGER", at="11:00")
    workplace.passes_until(datetime(2026, 11, 23, 9, 30, tzinfo=UTC))

    assert len(workplace.said("SayOutdated")) == 5
    assert len(workplace.said("SayNotSaved")) == 2
    assert (state(workplace), prompts(workplace)) == (("running", None), 2)


def test_a_schedule_that_has_become_wrong_on_its_way_is_refused_in_words(
    workplace: Workplace,
) -> None:
    workplace.submits(
        act.SCHEDULE_FORM, "", FORM | {"first": "2026-11-22", "zone": "Mars/Base"}, "UCHARLIE"
    )

    (refused,) = workplace.said("SayNotSaved")
    assert refused.channel == "UCHARLIE"
    assert "zone" in refused.effect.reasons[0]
    assert workplace.said("SayTeamSet") == []


@pytest.mark.parametrize(
    "trouble",
    [PauseReason.ARCHIVED, PauseReason.NOT_INVITED, PauseReason.SHARED, PauseReason.GONE],
)
def test_a_channel_in_trouble_pauses_its_team_and_the_organiser_is_told_once(
    workplace: Workplace, trouble: PauseReason
) -> None:
    workplace.sets_up(ALICE)
    elsewhere = Workplace(workplace.database, "T2", workplace.clock)
    elsewhere.sets_up(ALICE)
    workplace.hears_of_channel(CHANNEL)

    workplace.asks_slack(ALICE, trouble=trouble)
    workplace.asks_slack(ALICE, trouble=trouble)
    workplace.passes_until(MONDAY + DAY)

    (told,) = workplace.said("SayTeamPaused")
    assert (told.channel, told.effect.why) == ("UCHARLIE", trouble)
    assert prompts(workplace) == 2, "the other team goes on"


def test_an_empty_team_is_paused_and_the_organiser_is_told(workplace: Workplace) -> None:
    workplace.sets_up(member("UBOB"), people="UALICE")

    (told,) = workplace.said("SayTeamPaused")
    assert told.effect.why is PauseReason.EMPTY
    assert state(workplace) == ("paused", "empty")


def test_the_organiser_hears_once_when_somebody_who_was_named_is_gone(
    workplace: Workplace,
) -> None:
    workplace.sets_up(ALICE, member("UBOB"), people="UALICE,UBOB")

    for _time in range(2):
        workplace.hears_of_channel(CHANNEL)
        workplace.asks_slack(ALICE)
    workplace.passes_until(MONDAY + DAY)

    (told,) = workplace.said("SayLeftOut")
    assert (told.channel, told.effect.users) == ("UCHARLIE", ("UBOB",))
    assert {note.channel for note in workplace.said("Invite")} == {"UALICE"}


def test_while_slack_cannot_be_asked_what_is_known_holds(workplace: Workplace) -> None:
    workplace.sets_up(ALICE)
    workplace.hears_of_channel(CHANNEL)

    for team_id, _channel, _known in workplace.desk.rosters_due():
        workplace.desk.take_roster(team_id, None)
    workplace.passes_until(MONDAY + DAY)

    assert (prompts(workplace), len(workplace.said("Invite"))) == (2, 1)


@pytest.mark.parametrize("action", [act.SCHEDULE_PAUSE, act.SCHEDULE_RESUME])
def test_a_list_that_was_open_before_the_end_revives_nothing(
    workplace: Workplace, action: str
) -> None:
    workplace.sets_up(ALICE)
    workplace.presses(act.SCHEDULE_END, "1")

    workplace.presses(action, "1")

    assert state(workplace)[0] == "ended"
    assert len(workplace.said("SayOutdated")) == 1


def test_a_team_is_not_called_empty_before_slack_has_described_its_people(
    workplace: Workplace,
) -> None:
    workplace.submits(act.SCHEDULE_FORM, "", FORM | {"first": "2026-11-23"}, "UCHARLIE")
    for team_id, _channel, _known in workplace.desk.rosters_due():
        workplace.desk.take_roster(team_id, Roster(members=("UALICE",)))
    workplace.carries()
    early = state(workplace)

    workplace.passes(timedelta(minutes=6))
    workplace.asks_slack(ALICE)
    workplace.passes_until(MONDAY + DAY)

    assert early == ("running", None)
    assert workplace.said("SayTeamPaused") == []
    assert len(workplace.said("Invite")) == 1


def test_a_roster_is_asked_for_by_one_process_at_a_time(workplace: Workplace) -> None:
    workplace.submits(act.SCHEDULE_FORM, "", FORM | {"first": "2026-11-23"}, "UCHARLIE")

    first, second = workplace.desk.rosters_due(), workplace.desk.rosters_due()

    assert (len(first), len(second)) == (1, 0)


def test_a_team_that_cannot_be_read_does_not_stop_the_others(workplace: Workplace) -> None:
    workplace.sets_up(ALICE)
    elsewhere = Workplace(workplace.database, "T2", workplace.clock)
    elsewhere.sets_up(ALICE)
    with workplace.database.transaction() as session:
        team = session.get_one(Team, 1)
        team.plan = team.plan | {"zone": "Mars/Base"}

    workplace.passes(timedelta(hours=2))

    assert prompts(workplace) == 2


def test_where_the_organiser_is_gone_trouble_is_told_in_the_channel(workplace: Workplace) -> None:
    workplace.sets_up(ALICE, CHARLIE)
    workplace.moves("UCHARLIE", "UTC", Kind.GONE)
    workplace.hears_of_channel(CHANNEL)

    workplace.asks_slack(member("UGUEST", kind=Kind.GUEST))

    (told,) = workplace.said("SayTeamPaused")
    assert told.channel == CHANNEL


def test_a_channel_that_was_shared_meanwhile_gets_no_wrap_up(workplace: Workplace) -> None:
    workplace.sets_up(ALICE)
    workplace.passes_until(MONDAY + DAY)
    workplace.hears_of_channel(CHANNEL)
    workplace.asks_slack(ALICE, trouble=PauseReason.SHARED)

    workplace.passes_until(MONDAY + 5 * DAY)

    assert workplace.said("WrapUp") == []


def test_turns_count_the_rounds_that_somebody_had(workplace: Workplace) -> None:
    abroad = member("UBOB")
    workplace.clock.moment = datetime(2026, 12, 28, 8, tzinfo=UTC)
    workplace.sets_up(abroad, turn="alternate", open="1", breaks="", country="GB")
    own = {"invited": "yes", "at": "team", "off": "", "away": "", "country": "DE"}
    workplace.submits(act.INVITATIONS_FORM, "", own, "UBOB")

    workplace.passes_until(datetime(2027, 1, 5, 8, tzinfo=UTC))

    assert [note.effect.questions for note in workplace.said("Invite")] == [
        ("disagreement",),
        ("mistake",),
    ]
