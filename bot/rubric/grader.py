"""Cuts what speaks to whoever rates the answer, and keeps the story around it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.rubric.text import Sentence
from bot.rubric.word_lists import word_list

# Narrow on purpose: "he told me to ignore the rules" and "I sent it to the examiner" are stories.
# Every gap has a longest length, so that the time stays in proportion to the text.
_RATER = r"(?:ai |human |automated )?(?:grader|rater|evaluator|scorer|assessor|examiner|language model|grading bot|ai|bot)"
_PRAISE = r"(?:excellent|outstanding|exceptional|perfect|flawless|exemplary|well evidenced)"
_TOP = r"(?:full|highest|maximum|max|top|best|perfect|excellent|high|[0-9]+(?:\.[0-9])?)"
_MARK = r"(?:score|scores|marks?|points?|ratings?|grades?|levels?|stars|out of)"
_TEXT = r"(?:answer|response|submission|section|sections|text|interview)"
_PLEAS = (
    rf"\b(?:dear|hello|hi|hey|note to|message to|attention|thank you|thanks),? (?:the |our |my )?{_RATER}\b",
    r"\bto (?:the|whatever|whichever|any) (?:model|ai|bot|system|person|human) (?:that |who )?(?:is )?(?:reading|rating|grading|scoring|evaluating|reads|rates|grades|scores)\b",
    r"\bif (?:you are|you're|a human(?:'s| is)?|an ai(?: is)?) (?:reading|rating|grading|scoring|evaluating) (?:this|it)\b",
    r"\b(?:ignore|disregard|forget|override|bypass) (?:all |any |of |the |your |my |these |other |and )*(?:previous |prior |above |earlier )(?:instructions?|rules|prompts?|guidelines|criteria)\b",
    r"\b(?:ignore|disregard|forget|override|bypass) (?:all |any |the |your )*(?:rubric|rating guide|scoring guide|grading criteria|system prompt)\b",
    rf"\b(?:give|award|rate|score|grade|mark|assign|grant|return|output|put)(?: for)? (?:this|me|my|it|the|every|each|all|only|a|us|yourself)\b[^.!?\n]{{0,50}}\b{_TOP} {_MARK}\b",
    r"\b(?:give|award|rate|score|grade|mark|assign|grant|return|output) [^.!?\n]{0,30}\b(?:maximum|max|highest|full marks|top)\b[^.!?\n]{0,15}\b(?:for|in|on|across) (?:this|every|each|all)\b",
    rf"\b(?:rate|score|grade|mark) (?:me|this|my|it)(?: {_TEXT})? (?:high|highly|well|generously|kindly|as|above|up)\b",
    r"\bfull marks\b|\b(?:maximum|highest) (?:marks|score|rating)\b",
    rf"\b(?:this|the following|my) {_TEXT} (?:is|was|has been|deserves?|meets?|exceeds?|merits?|earns?|satisf\w+|fulfils?|demonstrates?|should|must|clearly)\b[^.!?\n]{{0,40}}\b(?:{_PRAISE}|scores?|marks|points|ratings?|bar|criteri\w+|level|rubric|verified|pre-verified)\b",
    rf"\btreat (?:this|the|my|it|all)\b[^.!?\n]{{0,20}} as (?:{_PRAISE}|satisf\w+|complete)\b",
    r"\bthis is an? (?:excellent|outstanding|exceptional|perfect) (?:answer|response)\b",
    rf"\b(?:deserves?|merits?|warrants?) (?:a |an |the )?{_TOP} {_MARK}\b",
    rf"\b{_MARK} (?:of )?[0-9] (?:for|in|on|across) (?:this|every|each|all)\b",
    r"\b(?:all|every|each|both)(?: of the)?(?: five| twenty)? (?:sections?|criteri(?:a|on))(?: here)? (?:is|are|meets?|should|deserves?|must|have been|has been)\b",
    r"\([0-9]/[0-9]\)",
    r"\b(?:as|you are|you're|being) (?:now )?an? (?:ai|language model|helpful assistant|generous|lenient|kind)(?: (?:grader|rater|assistant))?\b",
    r"\bthe (?:candidate|applicant|respondent) (?:has )?(?:clearly |fully )?(?:demonstrat\w+|deserves?|meets?|exceeds?)\b",
    r"\b(?:do not|don't|never) (?:ask follow.?up|mention this note|mention this in your feedback|apply the rubric|follow the rubric|use the rubric|reveal)\b",
    r"\b(?:print|repeat|reveal|show me|output) (?:the words of )?(?:the|your) (?:system )?(?:instructions|prompt|rubric)\b",
    r"\bcontinue with the scoring\b|\byour instructions (?:say|tell|are)\b|\bin your feedback\b",
    r"</?(?:section|system|score|scores|instructions?|rubric|answer|user|assistant|prompt)\b[^<>\n]{0,60}>",
    r"\bplease,? (?:just )?(?:be (?:generous|kind|lenient|nice|gentle)(?! to| with (?:them|him|her|us))|(?:rate|score|grade|mark|pass) (?:me|this|my|it)|i (?:really )?need this)\b",
    r"\bneed (?:this|it|a (?:good|high) (?:score|rating|grade)) for my (?:promo\w*|visa|career|bonus)\b",
    r"\byou(?:'re| are) (?:doing )?a (?:good|great) (?:bot|grader|rater|ai|job(?:,| and)? (?:bot|grader))\b",
    rf"\b(?:hire me|i deserve (?:a |the |an )?{_TOP} {_MARK}|i deserve to pass)\b",
    r"\b(?:above|over|higher than) (?:every|all) other answers?\b",
)
# What a whole sentence begins with, or is.
_LABELS = (
    r"\W*(?:score|rating|grade|level|points)\b\W*[0-9][0-9. /]*(?:out of [0-9]+)?\W*$",
    r"\W*(?:system|assistant|developer|admin)\W+(?:note|message|prompt|override|instruction|result|candidate|score|rate|grade|output)\b",
)
_PLEA = re.compile("|".join(_PLEAS), re.IGNORECASE)
_LABEL = re.compile("|".join(_LABELS), re.IGNORECASE)
_SYMBOL = re.compile(r"[\u2600-\u27bf\U0001f000-\U0001faff]+")
_CLAUSE = re.compile(r"[,;:\u2013\u2014]\s")
_LONG = 40  # Words; without full stops an answer may be one sentence.
_REACH = 12  # Words of a long sentence that a plea takes with it at most.
_BEFORE = 2  # The same before it: "and please".


def without_pleas(text: str, sentence: Sentence) -> Iterator[Sentence]:
    """Yield what is left of a sentence when the clauses that speak to the grader are cut.

    Offsets stay those of the text.
    """
    if _LABEL.match(text, sentence.start, sentence.end):
        return
    if not _may_plead(text, sentence):
        yield sentence
        return
    starts = [token.start for token in sentence.tokens]
    first = 0
    while first < len(starts):
        plea = _PLEA.search(text, starts[first], sentence.end)
        if plea is None:
            break
        yield from _part(sentence, first, _before(text, starts, first, plea.start()))
        first = max(first + 1, _after(text, sentence, starts, plea.end()))
    yield from _part(sentence, first, len(starts))


def _may_plead(text: str, sentence: Sentence) -> bool:
    """Whether it is worth looking closer, which takes longer than everything else here."""
    plain = word_list("plea").isdisjoint(token.word for token in sentence.tokens)
    return not plain or "/" in text[sentence.start : sentence.end]


def _before(text: str, starts: Sequence[int], first: int, plea: int) -> int:
    """The word at which the clause begins in which a plea stands."""
    word = bisect_left(starts, plea)
    if len(starts) > _LONG:
        first = max(first, word - _BEFORE)
    borders = [*_CLAUSE.finditer(text, starts[first], plea)]
    borders += _SYMBOL.finditer(text, starts[first], plea)
    return bisect_left(starts, max((border.end() for border in borders), default=starts[first]))


def _after(text: str, sentence: Sentence, starts: Sequence[int], plea: int) -> int:
    """The word at which the story may go on.

    A plea goes to the end of its sentence, if that is a sentence and no monologue.
    """
    furthest = bisect_left(starts, plea) + _REACH
    monologue = len(starts) > _LONG
    end = starts[furthest] if monologue and furthest < len(starts) else sentence.end
    border = _SYMBOL.search(text, plea, end)
    if monologue:
        border = border or _CLAUSE.search(text, plea, end)
    return bisect_left(starts, border.end() if border else end)


def _part(sentence: Sentence, first: int, end: int) -> Iterator[Sentence]:
    if (first, end) == (0, len(sentence.tokens)):
        yield sentence
    elif first < end:
        # What begins a sentence is no name for its capital letter.
        tokens = (replace(sentence.tokens[first], capital=False), *sentence.tokens[first + 1 : end])
        yield Sentence(start=tokens[0].start, end=tokens[-1].end, tokens=tokens)
