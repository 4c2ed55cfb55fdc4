"""What changes between two invitations: nobody loses a week by it, and nobody gets two."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from bot import actions as act
from bot.desk.invitations import expire
from bot.desk.showing_schedule import Schedule
from bot.schedule.days import Reason
from bot.schedule.roster import Kind
from bot.schedule.shown import SlotState
from bot.slack.views import explaining
from storage.tables import Said
from tests.desk.test_explaining import why
from tests.desk.test_invitations import CLOSES, OWN, invited, outcome, reminded
from tests.desk.workplace import ALICE, MONDAY, Workplace, member

WEEK, DAY, HOUR = timedelta(days=7), timedelta(days=1), timedelta(hours=1)


def test_a_team_hour_moved_behind_now_is_served_at_once(workplace: Workplace) -> None:
    workplace.sets_up(at="23:00")
    workplace.passes_until(datetime(2026, 11, 23, 22, tzinfo=UTC))

    workplace.changes(at="09:00")
    workplace.passes(timedelta(minutes=1))

    told = workplace.last("SayTeamChanged").effect.next
    assert workplace.clock() - told < timedelta(minutes=2)
    assert (invited(workplace), len(workplace.said("PostPrompt"))) == (1, 2)


def test_an_own_hour_moved_behind_now_is_served_at_once(workplace: Workplace) -> None:
    workplace.sets_up(at="22:00")
    workplace.passes_until(datetime(2026, 11, 23, 20, tzinfo=UTC))

    workplace.submits(act.INVITATIONS_FORM, "", OWN | {"at": "06:00"})
    workplace.passes(timedelta(minutes=1))
    workplace.passes_until(MONDAY + 5 * DAY)

    assert invited(workplace) == 1
    assert workplace.last("SayPreferences").effect.next > MONDAY + 12 * HOUR


def test_who_flies_ahead_of_their_hour_is_invited_on_arrival(workplace: Workplace) -> None:
    workplace.sets_up(member("UALICE", "America/Los_Angeles"))
    workplace.passes_until(datetime(2026, 11, 23, 9, 29, tzinfo=UTC))

    workplace.moves("UALICE", "Asia/Tokyo")
    workplace.passes(timedelta(minutes=2))
    workplace.passes_until(MONDAY + 5 * DAY)

    assert invited(workplace) == 1


def test_after_days_of_downtime_no_change_makes_up_what_was_missed(workplace: Workplace) -> None:
    workplace.sets_up(ALICE, member("UBOB"))
    workplace.clock.passes(2 * DAY)
    workplace.submits(act.INVITATIONS_FORM, "", OWN | {"at": "08:00"})

    workplace.passes(timedelta(minutes=1))

    assert (invited(workplace), invited(workplace, "UBOB")) == (0, 0)


def test_who_goes_away_for_a_day_of_an_open_round_is_invited_when_back(
    workplace: Workplace,
) -> None:
    workplace.sets_up(ALICE, member("UBOB", "Pacific/Honolulu"))
    workplace.passes_until(datetime(2026, 11, 23, 10, tzinfo=UTC))
    workplace.submits(act.INVITATIONS_FORM, "", OWN | {"away": "2026-11-24"}, "UBOB")

    workplace.passes_until(datetime(2026, 11, 24, 19, 29, tzinfo=UTC))
    early = invited(workplace, "UBOB")
    workplace.passes_until(datetime(2026, 11, 24, 19, 30, tzinfo=UTC))

    assert (early, invited(workplace, "UBOB")) == (0, 1)


def test_who_leaves_and_comes_back_before_their_hour_is_invited(workplace: Workplace) -> None:
    bob = member("UBOB", "Pacific/Honolulu")
    workplace.sets_up(ALICE, bob)
    workplace.passes_until(datetime(2026, 11, 23, 10, tzinfo=UTC))
    for present in ((ALICE,), (ALICE, bob)):
        workplace.hears_of_channel("C1")
        workplace.asks_slack(*present)

    workplace.passes_until(datetime(2026, 11, 23, 20, tzinfo=UTC))

    assert invited(workplace, "UBOB") == 1


def test_an_invitation_that_was_made_up_is_not_followed_by_its_reminder_at_once(
    workplace: Workplace,
) -> None:
    workplace.sets_up(at="20:00", open="1")
    workplace.passes(datetime(2026, 11, 24, 7, 59, tzinfo=UTC) - workplace.clock())

    workplace.passes_until(datetime(2026, 11, 24, 13, 0, tzinfo=UTC))
    early = reminded(workplace)
    workplace.passes_until(datetime(2026, 11, 24, 18, 0, tzinfo=UTC))

    assert (invited(workplace), early, reminded(workplace)) == (1, 0, 1)


def test_why_names_the_moment_at_which_an_invitation_was_made_up(workplace: Workplace) -> None:
    workplace.sets_up()

    workplace.passes(8 * HOUR)

    assert why(workplace).invited == workplace.clock()


def test_a_round_that_a_wrong_clock_had_closed_has_its_wrap_up_in_the_end(
    workplace: Workplace,
) -> None:
    workplace.sets_up()
    workplace.passes(22 * DAY)

    workplace.passes(-22 * DAY)
    workplace.passes_until(CLOSES + HOUR)

    assert len(workplace.said("WrapUp")) == 1


def test_not_this_week_under_an_old_invitation_changes_nothing(workplace: Workplace) -> None:
    workplace.sets_up()
    workplace.passes_until(CLOSES + HOUR)

    workplace.presses(act.NOT_THIS_WEEK, "1")
    workplace.presses(act.NOT_THIS_WEEK, "1", "USTRANGER")

    assert outcome(workplace) == [("invited", None)]
    assert len(workplace.said("SayOutdated")) == 2


def test_after_its_end_a_team_still_explains_its_last_round(workplace: Workplace) -> None:
    workplace.sets_up()
    workplace.passes_until(MONDAY + DAY)

    workplace.presses(act.SCHEDULE_END, "1")

    assert why(workplace).round_id == 1


def test_guests_are_promised_nothing(workplace: Workplace) -> None:
    workplace.sets_up(ALICE, member("UGUEST", kind=Kind.GUEST))

    (preview,), _zone = Schedule(workplace.database).previews(("", "T1", "UGUEST"))

    assert preview.upcoming == ()


def test_what_slack_did_not_take_in_time_is_explained(workplace: Workplace) -> None:
    workplace.sets_up()
    workplace.slack_is_down = True
    workplace.passes_until(MONDAY + HOUR * 2)
    with workplace.database.transaction() as session:
        waiting = session.scalars(select(Said).where(Said.kind == "Invite")).one()
        last = waiting.not_after
        expire(session, waiting)

    found = why(workplace)

    assert last == datetime(2026, 11, 23, 21, 30, tzinfo=UTC)
    assert found.state is SlotState.MISSED
    assert found.off is not None
    assert found.off.why is Reason.SLACK_DOWN


def test_who_is_not_away_after_all_is_invited_in_the_round_that_is_open(
    workplace: Workplace,
) -> None:
    workplace.sets_up(ALICE, member("UBOB", "Pacific/Honolulu"))
    workplace.passes_until(datetime(2026, 11, 23, 10, tzinfo=UTC))
    workplace.submits(act.INVITATIONS_FORM, "", OWN | {"away": "2026-12-20"}, "UBOB")
    workplace.submits(act.INVITATIONS_FORM, "", OWN, "UBOB")

    workplace.passes_until(MONDAY + 5 * DAY)

    assert invited(workplace, "UBOB") == 1


def test_why_still_knows_the_invitation_after_not_this_week(workplace: Workplace) -> None:
    workplace.sets_up()
    workplace.passes_until(MONDAY + DAY)
    workplace.presses(act.NOT_THIS_WEEK, "1")

    told = explaining.why([why(workplace)], workplace.clock())

    assert "You were invited" in told
    assert "Nothing more comes this week: you pressed" in told


def test_a_second_schedule_for_a_channel_changes_nothing(workplace: Workplace) -> None:
    workplace.sets_up()

    workplace.sets_up(by="UALICE", at="17:00")

    assert workplace.desk.next_due() == datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
    assert len(workplace.said("SayNotSaved")) == 1
