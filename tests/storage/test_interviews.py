"""Interviews: what was saved is what is loaded, and what was deleted is gone."""

from collections.abc import Sequence

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.interview import events as ev
from bot.interview.conversation import advance
from bot.interview.interview import OPEN_STAGES, Interview, Stage
from storage import interviews, judgements, outbox
from storage.database import Database
from storage.outbox import POSTED, Address
from storage.tables import Interview as Row, MoveMade, PieceWritten, Revision
from tests.desk.dump import everything_kept
from tests.interview.stories import HISTORIES, LATER, QUESTION, answered, at
from tests.storage.rows import NOON, alice, interview, workspace

EVERY_MOVE: list[ev.Event] = [
    *answered(),
    ev.SelfRated(at=at(70), section="root", level=3),
    ev.SelfRated(at=at(71), section="result", level=None),
    ev.Revealed(at=at(72)),
    ev.HelpAsked(at=at(73), section=None),
    ev.Looked(at=at(74), section="root"),
    ev.RetryChosen(at=at(75), section="result"),
    ev.Paused(at=at(76)),
    ev.Resumed(at=at(77)),
    ev.Skipped(at=at(78), section="result"),
    ev.Reopened(at=at(79), section=None),
    ev.Replied(at=at(80), ts=at(80), text="next"),
    ev.Revealed(at=at(81)),
    ev.RestartChosen(at=at(82)),
    ev.LeftUntouched(at=at(83)),
    ev.SetAside(at=at(84)),
]


def live(session: Session, row: Row, history: Sequence[ev.Event]) -> Interview:
    """Take events into an interview, each saved and loaded again; return it as it should be."""
    expected = interviews.load(session, row, QUESTION)
    for event in history:
        before = interviews.load(session, row, QUESTION)
        after = advance(before, event, LATER).interview
        interviews.save(session, row, before, after)
        session.flush()
        expected = advance(expected, event, LATER).interview
    return expected


@pytest.mark.parametrize("stage", list(Stage))
def test_an_interview_at_any_stage_is_loaded_as_it_was_saved(
    database: Database, stage: Stage
) -> None:
    with database.transaction() as session:
        expected = live(session, interview(session, "i"), HISTORIES[stage])

    with database.transaction() as session:
        loaded = interviews.load(session, session.get_one(Row, "i"), QUESTION)

    assert loaded == expected


def test_every_kind_of_move_is_loaded_as_it_was_saved(database: Database) -> None:
    with database.transaction() as session:
        row = interview(session, "i")
        expected = live(session, row, EVERY_MOVE)
        stopped = live(
            session, interview(session, "j", question="mistake"), HISTORIES[Stage.DECLINED]
        )

        loaded = interviews.load(session, row, QUESTION)

    assert loaded == expected
    kinds = {type(move) for move in (*loaded.moves, *stopped.moves, ev.Stopped(at=at(0)))}
    assert kinds == set(ev.Move.__args__)


def test_edits_deletes_and_early_edits_are_loaded_as_they_were_saved(database: Database) -> None:
    history = [
        *answered(),
        ev.Edited(ts=at(10), version=f"{at(60)}/1", text="What I meant."),
        ev.Erased(ts=at(20)),
        ev.Edited(ts=at(35), version=f"{at(61)}/1", text="Heard before its message."),
        ev.Erased(ts=at(45)),
    ]
    with database.transaction() as session:
        row = interview(session, "i")
        expected = live(session, row, history)

        loaded = interviews.load(session, row, QUESTION)

    assert loaded == expected
    assert loaded.pieces[at(10)].text == "What I meant."
    assert loaded.pieces[at(20)].erased
    assert loaded.pieces[at(20)].text == ""


def test_what_was_nudged_is_remembered(database: Database) -> None:
    thin = ev.Replied(at=at(2), ts=at(2), text="We disagreed about a thing at work.")
    closed = ev.Closed(at=at(3), section="situation")
    with database.transaction() as session:
        row = interview(session, "i")
        live(session, row, [*answered()[:2], thin, closed])

    with database.transaction() as session:
        loaded = interviews.load(session, session.get_one(Row, "i"), QUESTION)

    assert loaded.nudged == {(1, "situation")}


def test_only_the_newest_revision_keeps_quotes_and_all_keep_their_levels(
    database: Database,
) -> None:
    with database.transaction() as session:
        interview(session)
        for level in (0, 1, 2):
            interviews.write_revision(session, revision(attempt=1, level=level))
            session.flush()
        interviews.write_revision(session, revision(attempt=2, level=1))

    with database.transaction() as session:
        rows = session.scalars(select(Revision).order_by(Revision.attempt, Revision.number)).all()
        kept = [(r.attempt, r.number, r.levels["root.why"], r.sheet is not None) for r in rows]
        newest = interviews.newest_revision(session, "i1", 1)

    assert kept == [(1, 1, 0, False), (1, 2, 1, False), (1, 3, 2, True), (2, 1, 1, True)]
    assert newest is not None
    assert newest.number == 3


def test_a_second_open_interview_on_a_question_is_refused(database: Database) -> None:
    with database.transaction() as session:
        interview(session, "i1", stage=Stage.PAUSED)

    with pytest.raises(IntegrityError), database.transaction() as session:
        interview(session, "i2", stage=Stage.NOTICED)


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage not in OPEN_STAGES])
def test_one_that_is_over_makes_room_for_the_next(database: Database, stage: Stage) -> None:
    with database.transaction() as session:
        interview(session, "i1", stage=stage)
        open_one = interview(session, "i2")

        assert interviews.open_of(session, alice(session).id, "disagreement") == [open_one]


def test_the_two_questions_may_be_open_at_once(database: Database) -> None:
    with database.transaction() as session:
        interview(session, "i1")
        interview(session, "i2", question="mistake")

        assert len(interviews.open_of(session, alice(session).id)) == 2


def test_forgetting_leaves_no_word_of_the_person(database: Database) -> None:
    with database.transaction() as session:
        row = interview(session, "i1")
        live(session, row, answered())
        interviews.write_revision(session, revision(attempt=1, level=1))
        judgements.judge(session, "i1", 1, fair=False, why="The marker is a quokka.")
        say(session, "ShowSection", "quokka")
        session.flush()

        interviews.forget(session, row)

    kept = everything_kept(database)
    assert "What I have to tell" not in kept
    assert "quokka" not in kept


def test_forgetting_touches_no_other_interview(database: Database) -> None:
    with database.transaction() as session:
        expected = live(session, interview(session, "kept", question="mistake"), answered())
        forgotten = interview(session, "i1")
        live(session, forgotten, answered())

        interviews.forget(session, forgotten)
        session.flush()

        kept = session.get_one(Row, "kept")
        assert interviews.load(session, kept, QUESTION) == expected
        assert {m.interview_id for m in session.scalars(select(MoveMade))} == {"kept"}
        assert {p.interview_id for p in session.scalars(select(PieceWritten))} == {"kept"}


def test_forgetting_names_our_own_messages_that_quote_the_person(database: Database) -> None:
    with database.transaction() as session:
        row = interview(session, "i1")
        quoting = [say(session, kind, "quokka") for kind in ("ShowFeedback", "ShowSection")]
        say(session, "AskSection", "situation")
        for said in quoting:
            found = outbox.by_id(session, said)
            assert found is not None
            found.state = POSTED
        session.flush()

        assert [said.id for said in interviews.forget(session, row)] == quoting


def test_an_interview_is_found_by_its_thread_and_by_its_message(database: Database) -> None:
    with database.transaction() as session:
        row = interview(session, "i1")
        live(session, row, answered())
        row.root_id = say(session, "OpenThread", "")
        root = outbox.by_id(session, row.root_id)
        assert root is not None
        root.state, root.posted_channel, root.posted_ts = POSTED, "D1", at(0)
        session.flush()
        here = workspace(session).id

        assert interviews.by_thread(session, here, "D1", at(0)) is row
        assert interviews.by_thread(session, here, "D1", at(1)) is None
        assert interviews.by_thread(session, here + 1, "D1", at(0)) is None
        assert interviews.by_piece(session, row.person_id, at(10)) is row
        assert interviews.by_piece(session, row.person_id + 1, at(10)) is None


def revision(*, attempt: int, level: int) -> Revision:
    return Revision(
        interview_id="i1",
        attempt=attempt,
        made_at=NOON,
        rubric="1",
        outcome="scored",
        levels={"root.why": level},
        sheet={"quotes": ["The marker is a quokka."]},
    )


def say(session: Session, kind: str, text: str) -> str:
    address = Address(workspace_id=workspace(session).id, channel="UALICE", interview_id="i1")
    return outbox.say(session, address, kind=kind, body={"text": text}, now=NOON)
