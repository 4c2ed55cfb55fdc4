"""Reads questions from TOML: the two that ship, and a team's own."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from bot.questions.question import Criterion, Question, Section

ALL = ("disagreement", "mistake")  # In the order in which they are shown.

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
# Slack refuses a text object of more than 3,000 characters; ours share one with other words.
# Source: https://docs.slack.dev/reference/block-kit/composition-objects/text-object
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]


class QuestionInvalid(Exception):
    """A question's file cannot be used; the message says why, in a sentence for its author."""


@cache
def load(slug: str) -> Question:
    """Return one of the questions that ship.

    Raises:
        LookupError: there is no such question.
    """
    if slug not in ALL:
        raise LookupError(f"There is no question {slug!r}. There are: {', '.join(ALL)}.")
    return read(_shipped(f"{slug}.toml"))


def read(text: str) -> Question:
    """Return the question that a TOML text describes.

    Raises:
        QuestionInvalid: the text is no TOML, lacks something, or names an unknown criterion.
    """
    try:
        form = _QuestionForm.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise QuestionInvalid(f"This is not valid TOML: {error}.") from error
    except ValidationError as error:
        raise QuestionInvalid(_first_complaint(error)) from error
    _refuse_doubles("section", [section.slug for section in form.sections])
    return Question(
        slug=form.slug,
        title=form.title,
        prompt=form.prompt,
        sections=tuple(_section(section) for section in form.sections),
    )


class _Form(BaseModel):
    """A table of the file; a key that nobody reads is a mistake worth telling."""

    model_config = ConfigDict(extra="forbid", strict=True)


class _SectionForm(_Form):
    slug: Slug
    title: Words
    ask: Words
    tells: list[Words] = Field(min_length=1, max_length=6)
    template: Words
    criteria: list[str] = Field(min_length=4, max_length=4)  # Names, four of the forty.


class _QuestionForm(_Form):
    slug: Slug
    title: Words
    prompt: Words
    sections: list[_SectionForm] = Field(min_length=5, max_length=5)


class _CriterionForm(_Form):
    title: Words
    levels: list[Words] = Field(min_length=3, max_length=3)
    ask: Words
    more: Words
    nudge: Words
    follow_up: Words
    example: Words
    exercise: Words


def _section(form: _SectionForm) -> Section:
    criteria = tuple(_criterion(name, form.slug) for name in form.criteria)
    _refuse_doubles(f"criterion of {form.slug!r}", [criterion.slug for criterion in criteria])
    return Section(
        slug=form.slug,
        title=form.title,
        ask=form.ask,
        tells=tuple(form.tells),
        template=form.template,
        criteria=criteria,
    )


def _criterion(name: str, section: str) -> Criterion:
    known = _criteria()
    if name not in known:
        raise QuestionInvalid(
            f"The section {section!r} names the criterion {name!r}, which does not exist. "
            f"One that does: {min(known)!r}."
        )
    return known[name]


@cache
def _criteria() -> dict[str, Criterion]:
    """The forty criteria by name."""
    return {
        f"{slug}.{section}.{criterion}": _read_criterion(f"{slug}.{section}.{criterion}", fields)
        for slug in ALL
        for section, criteria in tomllib.loads(_shipped(f"criteria/{slug}.toml")).items()
        for criterion, fields in criteria.items()
    }


def _read_criterion(name: str, fields: object) -> Criterion:
    form = _CriterionForm.model_validate(fields)
    absent, partly, fully = form.levels
    return Criterion(
        name=name,
        title=form.title,
        levels=(absent, partly, fully),
        ask=form.ask,
        more=form.more,
        nudge=form.nudge,
        follow_up=form.follow_up,
        example=form.example,
        exercise=form.exercise,
    )


def _shipped(path: str) -> str:
    return files("bot.questions").joinpath(path).read_text(encoding="utf-8")


def _first_complaint(error: ValidationError) -> str:
    """The first thing wrong: one at a time is enough for somebody who edits a file."""
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"]) or "the file"
    return f"At {place}: {first['msg']}."


def _refuse_doubles(kind: str, slugs: list[str]) -> None:
    for slug in slugs:
        if slugs.count(slug) > 1:
            raise QuestionInvalid(f"The {kind} {slug!r} is there twice.")
