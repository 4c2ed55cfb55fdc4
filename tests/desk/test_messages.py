"""What people write, change and delete: in an interview, as a draft, and out of order."""

import pytest
from sqlalchemy import select

from bot import actions as act
from bot.interview.instants import instant
from storage.tables import Draft, PieceWritten
from tests.desk.workplace import CHANNEL, Note, Workplace

MARKER = "quokka"


def drafts(workplace: Workplace) -> list[str]:
    with workplace.database.transaction() as session:
        return list(session.scalars(select(Draft.text).order_by(Draft.ts)))


def pieces(workplace: Workplace) -> list[str]:
    with workplace.database.transaction() as session:
        return list(session.scalars(select(PieceWritten.text).order_by(PieceWritten.ts)))


def soon(workplace: Workplace, seconds: int = 30) -> str:
    """An instant that comes after everything so far."""
    seconds_now, _, micros = instant(workplace.clock()).partition(".")
    return f"{int(seconds_now) + seconds}.{micros}"


def test_words_outside_any_thread_are_kept_and_may_be_added_or_begin_anew(
    workplace: Workplace,
) -> None:
    interview_id = workplace.begins()
    workplace.writes("By the way, I was new.")
    offer = workplace.last("OfferDraft").effect

    workplace.presses(f"{act.DRAFT_ADD}.0", interview_id)

    assert [mention.interview_id for mention in offer.interviews] == [interview_id]
    assert offer.questions == ("mistake",)
    assert pieces(workplace) == ["By the way, I was new."]
    assert [text for text in drafts(workplace) if text] == []


def test_a_second_draft_takes_the_place_of_the_first_question(workplace: Workplace) -> None:
    workplace.writes("By the way, I was new.")
    workplace.writes("And it was winter.")

    offers = workplace.said("OfferDraft")

    assert [offer.act for offer in offers] == ["post", "delete", "post"]
    assert offers[-1].effect.messages == 2


def test_a_draft_that_is_edited_is_kept_as_edited(workplace: Workplace) -> None:
    ts = workplace.writes("By the way, I was new.")

    workplace.edits(ts, "By the way, I was old.")

    assert drafts(workplace) == ["By the way, I was old."]


def test_of_two_edits_of_a_draft_the_newer_holds_whatever_comes_first(
    workplace: Workplace,
) -> None:
    ts = workplace.writes("By the way, I was new.")

    workplace.edits(ts, "Second edit.", version="1700000002.000000/2")
    workplace.edits(ts, "First edit.", version="1700000001.000000/1")

    assert drafts(workplace) == ["Second edit."]


def test_a_draft_that_is_deleted_leaves_no_word(workplace: Workplace) -> None:
    ts = workplace.writes(f"By the way, a {MARKER}.")

    workplace.deletes(ts)
    interview_id = workplace.begins()
    workplace.presses(f"{act.DRAFT_ADD}.0", interview_id)

    assert MARKER not in workplace.kept()
    assert workplace.said("SayDraftGone")


def test_an_edit_heard_before_its_draft_is_what_is_kept(workplace: Workplace) -> None:
    ts = soon(workplace)

    workplace.edits(ts, "As I meant it.")
    workplace.writes("As I wrote it.", ts=ts)

    assert drafts(workplace) == ["As I meant it."]


def test_an_edit_heard_before_its_reply_is_what_is_kept(workplace: Workplace) -> None:
    thread = workplace.thread(workplace.begins())
    ts = soon(workplace)

    workplace.edits(ts, "As I meant it.", thread=thread)
    workplace.writes("As I wrote it.", ts=ts, thread=thread)

    assert pieces(workplace) == ["As I meant it."]


def test_a_delete_heard_before_its_reply_leaves_no_word(workplace: Workplace) -> None:
    thread = workplace.thread(workplace.begins())
    ts = soon(workplace)

    workplace.deletes(ts, thread=thread)
    workplace.writes(f"As I wrote it, {MARKER}.", ts=ts, thread=thread)

    assert MARKER not in workplace.kept()


def test_a_delete_heard_before_its_draft_leaves_no_word(workplace: Workplace) -> None:
    ts = soon(workplace)

    workplace.deletes(ts)
    workplace.writes(f"As I wrote it, {MARKER}.", ts=ts)

    assert MARKER not in workplace.kept()


def test_a_draft_that_was_added_still_follows_its_message(workplace: Workplace) -> None:
    interview_id = workplace.begins()
    ts = workplace.writes("By the way, I was new.")
    workplace.presses(f"{act.DRAFT_ADD}.0", interview_id)

    workplace.edits(ts, "By the way, I was old.")
    edited = pieces(workplace)
    workplace.deletes(ts)

    assert edited == ["By the way, I was old."]
    assert pieces(workplace) == [""]


def test_what_others_write_edit_and_delete_in_an_interview_is_talk(workplace: Workplace) -> None:
    interview_id = workplace.begins()
    thread = workplace.thread(interview_id)
    where = {"channel": "DUALICE", "thread": thread}
    mine = workplace.writes("My story.", thread=thread)
    said = len(workplace.notebook)

    theirs = workplace.writes(f"Our {MARKER}!", "UBOB", **where)
    workplace.edits(theirs, f"Our {MARKER}?", "UBOB", **where)
    workplace.edits(mine, f"Her {MARKER}.", "UBOB", **where)
    workplace.deletes(mine, "UBOB", **where)

    assert pieces(workplace) == ["My story."]
    assert MARKER not in workplace.kept()
    assert len(workplace.notebook) == said


@pytest.mark.parametrize("text", ["", "   ", ":tada:", ":+1: :tada:", "🎉🎉"])
def test_a_reply_without_words_is_answered_and_not_kept(workplace: Workplace, text: str) -> None:
    thread = workplace.thread(workplace.begins())

    workplace.writes(text, thread=thread)

    assert pieces(workplace) == []
    assert workplace.said("WarnWordless")


@pytest.mark.parametrize(
    ("text", "kind"),
    [("hi", "hello"), ("Hello!", "hello"), ("thanks!", "thanks"), ("Help", "help"), ("?", "help")],
)
def test_small_talk_gets_a_short_human_answer(workplace: Workplace, text: str, kind: str) -> None:
    workplace.writes(text)

    assert workplace.last("Greet").effect.to == kind
    assert drafts(workplace) == []


def test_forty_thousand_characters_are_kept_whole(workplace: Workplace) -> None:
    story = "It was long. " * 3077
    thread = workplace.thread(workplace.begins())

    workplace.writes(story, thread=thread)

    assert pieces(workplace) == [story]


def test_text_is_decoded_once_on_the_way_in(workplace: Workplace) -> None:
    thread = workplace.thread(workplace.begins())
    workplace.presses(act.LOOK, "", "UBOB")  # so that we have met Bob, without knowing his name

    workplace.writes("I asked <@UBOB> &amp; read <https://example.com|the page>.", thread=thread)

    assert pieces(workplace) == ["I asked @someone & read the page."]


def test_a_reply_under_a_prompt_is_offered_both_ways_and_becomes_the_first_section(
    workplace: Workplace,
) -> None:
    prompt = _posted_prompt(workplace)
    workplace.writes("We differed about a date.", channel=CHANNEL, thread=prompt.ts)
    offer = workplace.last("OfferPlaces")

    workplace.presses(act.PRACTISE_PRIVATE, f"disagreement:{prompt.effect.round_id}")
    interview_id = workplace.last("OpenThread").letter.scene
    assert interview_id is not None
    workplace.presses(act.BEGIN, interview_id.interview_id)

    assert (offer.act, offer.user) == ("ephemeral", "UALICE")
    assert pieces(workplace) == ["We differed about a date."]


def test_who_replied_a_while_ago_is_offered_both_ways_in_the_direct_message(
    workplace: Workplace,
) -> None:
    prompt = _posted_prompt(workplace)
    two_minutes_ago = soon(workplace, -120)

    workplace.writes("We differed.", channel=CHANNEL, thread=prompt.ts, ts=two_minutes_ago)

    offer = workplace.last("OfferPlaces")
    assert (offer.act, offer.channel) == ("post", "UALICE")


def test_after_not_for_me_replies_under_a_prompt_are_dropped_unanswered(
    workplace: Workplace,
) -> None:
    prompt = _posted_prompt(workplace)
    workplace.presses(act.DECLINE, workplace.starts())
    said = len(workplace.notebook)

    workplace.writes(f"A {MARKER} again.", channel=CHANNEL, thread=prompt.ts)

    assert len(workplace.notebook) == said
    assert MARKER not in workplace.kept()


def _posted_prompt(workplace: Workplace) -> Note:
    workplace.sets_up()
    due = workplace.desk.next_due()
    assert due is not None
    workplace.passes(due - workplace.clock())
    return workplace.said("PostPrompt")[0]
