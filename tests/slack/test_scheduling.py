"""What the schedule says to people: invitations, the end of a round, and what holds."""

import re
from dataclasses import replace
from typing import Any

import pytest

from bot import actions as act
from bot.interview.announcements import Greet, PublishHome
from bot.letters import Letter
from bot.questions import reader
from bot.schedule import notices as due
from bot.schedule.notices import Notice
from bot.schedule.participant import Preferences
from bot.schedule.plan import Turn
from bot.schedule.shown import PauseReason
from bot.slack.views.message import when
from bot.slack.views.render import render, render_home
from tests.slack import letters
from tests.slack.plans import FULL, NOW, USUAL


def said(effect: Notice) -> str:
    return render(Letter(effect=effect)).text


def buttons(effect: Notice) -> dict[str, dict[str, Any]]:
    blocks = render(Letter(effect=effect)).to_json()["blocks"]
    rows = [block["elements"] for block in blocks if block["type"] == "actions"]
    return {part["text"]["text"]: part for row in rows for part in row}


def invite(*questions: str) -> due.Invite:
    return due.Invite(channel="C1", round_id=7, questions=questions, closes=NOW)


def test_an_invitation_starts_each_of_its_questions() -> None:
    found = buttons(invite(*reader.ALL))

    starts = {label: part for label, part in found.items() if label.startswith("Practise")}
    assert {label: part["value"] for label, part in starts.items()} == {
        "Practise: A disagreement": "disagreement:7",
        "Practise: A mistake": "mistake:7",
    }
    assert {".".join(part["action_id"].split(".")[:2]) for part in starts.values()} == {
        act.PRACTISE_PRIVATE
    }


def test_an_invitation_to_one_question_needs_no_choice() -> None:
    assert list(buttons(invite("mistake"))) == ["Practise now", "Not this week", "My invitations"]
    assert "A mistake" in said(invite("mistake"))


def test_an_invitation_and_its_reminder_can_be_turned_down_for_the_week() -> None:
    reminder = due.RemindToBegin(channel="C1", round_id=7, questions=reader.ALL, closes=NOW)

    for effect in (invite(*reader.ALL), reminder):
        assert buttons(effect)["Not this week"]["value"] == "7"
        assert when(NOW) in said(effect)


def test_below_four_people_the_end_of_a_round_tells_no_figure_and_no_section() -> None:
    text = said(due.WrapUp())

    titles = {part.title for slug in reader.ALL for part in reader.load(slug).sections}
    assert not re.search(r"\d", text)
    assert [title for title in titles if f"*{title}*" in text] == []
    assert "Thank you" in text
    assert "A tip for next time" in text


def test_the_end_of_a_round_tells_what_went_best_and_what_to_try() -> None:
    strong, weak = ("disagreement", "situation"), ("mistake", "remediation")

    text = said(due.WrapUp(took_part=5, of=6, strong=strong, weak=weak))

    part = reader.load("mistake").section("remediation")
    assert "5 of 6 people took part" in text
    assert text.index("What went best") < text.index("Situation") < text.index("What to try next")
    assert part.title in text
    assert part.tells[0] in text


def test_more_people_than_were_invited_are_told_without_of() -> None:
    assert "5 people took part" in said(due.WrapUp(took_part=5, of=4))


def test_the_end_of_a_round_still_takes_late_answers() -> None:
    assert "labelled late" in said(due.WrapUp())


def test_a_channel_is_told_day_hour_zone_and_how_to_stop() -> None:
    text = said(due.SayTeamSet(plan=USUAL, first=NOW))

    for words in ("Each Monday at 09:30 (Europe/Berlin)", "their own time zone", "4 days"):
        assert words in text
    assert f"`{act.COMMAND} invitations`" in text
    assert when(NOW) in text


def test_one_zone_for_all_is_not_called_anybodys_own() -> None:
    text = said(due.SayTeamSet(plan=FULL, first=None))

    assert f"Each Wednesday at 07:07 ({FULL.zone})" in text
    assert "their own time zone" not in text
    assert "500 chosen people" in text


@pytest.mark.parametrize(
    ("turn", "words"),
    [
        (Turn.ALL, "*A disagreement* and *A mistake*"),
        (Turn.ALTERNATE, "*A disagreement* or *A mistake*, in turn"),
        (Turn.POOL, "*A disagreement* or *A mistake*, by lot"),
    ],
)
def test_every_turn_of_questions_has_its_words(turn: Turn, words: str) -> None:
    assert words in said(due.SayTeamSet(plan=replace(USUAL, turn=turn), first=None))


def test_a_change_says_what_it_leaves_alone() -> None:
    changed = due.SayTeamChanged(channel="C1", plan=FULL, next=NOW, under_way=True)

    assert "The round that is open keeps what held before." in said(changed)
    assert "The new day holds from the week of Mon 9 Nov 2026 on." in said(changed)
    assert "keeps what held" not in said(replace(changed, under_way=False))


def test_every_pause_has_its_reason_and_one_thing_to_do() -> None:
    texts = [said(due.SayTeamPaused(channel="C1", why=why)) for why in PauseReason]

    assert len(set(texts)) == len(PauseReason)
    assert all(f"`{act.COMMAND} schedule`" in text for text in texts)


def test_people_left_out_are_named_and_a_long_list_is_cut() -> None:
    many = due.SayLeftOut(channel="C1", users=tuple(f"U{n:010d}" for n in range(500)))

    shown = render(Letter(effect=many)).to_json()["blocks"][0]["text"]["text"]

    assert "<@UA> and <@UB>" in said(due.SayLeftOut(channel="C1", users=("UA", "UB")))
    assert shown.count("<@U") == 50
    assert "450 more" in shown
    assert shown.endswith("press *Edit*.")


def test_somebody_who_turned_invitations_off_is_promised_none() -> None:
    off = due.SayPreferences(preferences=Preferences(invited=False, at="17:00"), next=NOW)

    assert "I will not invite you any more" in said(off)
    assert when(NOW) not in said(off)


def test_what_somebody_chose_is_repeated() -> None:
    chosen = letters.notices()[-2]

    text = said(chosen)

    for words in ("17:15", "Monday", "Sunday", "Mon 4 Jan 2027", "US-CA", when(NOW)):
        assert words in text


def test_the_feedback_of_a_late_answer_says_that_it_is_late() -> None:
    scene = replace(letters.scenes("mistake")[0], late=False)
    effect = letters.feedbacks("mistake", "")[0]

    late = render(Letter(effect=effect, scene=replace(scene, late=True))).text
    in_time = render(Letter(effect=effect, scene=scene)).text

    assert "It counts, and is labelled late." in late
    assert "labelled late" not in in_time


def test_the_home_tab_tells_the_next_invitation_of_each_channel() -> None:
    home = PublishHome(interviews=(), invitations=(("C1", NOW), ("C2", None)))

    view = str(render_home(Letter(effect=home)).to_dict())

    assert f"Your next invitation from <#C1>: {when(NOW)}." in view
    assert "Your next invitation from <#C2>: none is planned." in view
    assert act.INVITATIONS in view
    assert act.SCHEDULE in view


def test_the_home_tab_cuts_no_invitation_in_two() -> None:
    view = str(render_home(letters.homes()[1]).to_dict())

    assert "Your next invitation from" in view
    assert "…" not in view


def test_help_names_every_word_of_the_command() -> None:
    text = render(Letter(effect=Greet(to="help"))).text

    for word in ("schedule", "invitations", "why", "preview"):
        assert f"{act.COMMAND} {word}" in text
