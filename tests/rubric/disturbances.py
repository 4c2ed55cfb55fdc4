"""What one may do to an answer without telling more, or less."""

import random
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from bot.questions.question import Question
from bot.rubric.rating import rate

Answer = dict[str, str]
_END = re.compile(r"(?<=[^\d][.!?])(?<!\.\w\.)\s+|\n+")  # Not in "2 p.m. today".
_WORD = re.compile(r"[A-Za-z']+")

FILLER = (
    "Well, that is how it went, to be honest.",
    "Let me think about how to put this.",
    "As you can imagine, it was quite something.",
    "So yes, this is more or less what there is to say here.",
    "I hope that this makes sense so far.",
    "Anyway, to come back to what I was saying.",
    "You know what I mean.",
    "That is the long and the short of it, really.",
)
UNRELATED = (
    "The octopus has three hearts.",
    "Bread rises better in a warm room.",
    "The moon is moving away from the earth.",
    "Most rivers run into the sea.",
    "A good tomato smells of summer.",
    "Blue whales sing very low notes.",
    "The oldest known map is made of clay.",
    "Glass is made of sand.",
    "Cats sleep through most of the afternoon.",
    "The word for snow is old in every language.",
    "Pine trees keep their needles in winter.",
    "Chess came to Europe from the east.",
    "Salt melts ice on the road.",
    "The piano has more strings than keys.",
    "Copper turns green in the rain.",
    "Owls fly without a sound.",
)
_INTERVIEW_WORDS = (
    *("stakeholder alignment", "trade-offs", "root cause", "risk matrix", "pre-mortem", "data"),
    *("feature flag", "rollback plan", "error rate", "decision doc", "milestones", "ownership"),
    *(
        "blameless postmortem",
        "action items",
        "runbook",
        "checklist",
        "metrics",
        "success criteria",
    ),
    *("prioritization", "customer impact", "guardrails", "continuous improvement", "p95 latency"),
    *("trust", "empathy", "feedback loop", "growth mindset", "lessons learned", "accountability"),
)
_JOINTS = (", ", ", ", ", ", " and ", " with ", " for the ", " of ")
_GENDERS = {
    "he": "she",
    "she": "he",
    "him": "her",
    "himself": "herself",
    "herself": "himself",
    "man": "woman",
    "woman": "man",
    "guy": "lady",
    "lady": "guy",
    "mum": "dad",
    "dad": "mum",
    "mother": "father",
    "father": "mother",
    "sister": "brother",
    "brother": "sister",
}
_NAMES = {
    "Dennis": "Aisha",
    "Giada": "Tomasz",
    "Maria": "Kwame",
    "Anna": "Bilal",
    "Tom": "Ingrid",
    "Peter": "Yuki",
    "Sarah": "Omar",
    "Mark": "Fatima",
    "John": "Mei",
    "Lisa": "Pavel",
}
_TRADES = {
    "nurse": "teacher",
    "teacher": "nurse",
    "chef": "foreman",
    "foreman": "chef",
    "designer": "accountant",
    "accountant": "designer",
    "engineer": "pharmacist",
    "pharmacist": "engineer",
    "developer": "mechanic",
    "mechanic": "developer",
    "kitchen": "warehouse",
    "warehouse": "kitchen",
    "hospital": "school",
    "school": "hospital",
}
_NUMBERS = dict(
    zip(
        map(str, range(2, 13)),
        [
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ],
        strict=True,
    )
) | {"15": "fifteen", "20": "twenty", "30": "thirty", "40": "forty", "50": "fifty", "60": "sixty"}
_PRESENT = {
    "went": "go",
    "said": "say",
    "told": "tell",
    "asked": "ask",
    "came": "come",
    "took": "take",
    "gave": "give",
    "found": "find",
    "saw": "see",
    "wanted": "want",
    "agreed": "agree",
}


def each(change: Callable[[str], str]) -> Callable[[Mapping[str, str]], Answer]:
    """Return the change to every section of an answer."""
    return lambda answer: {section: change(text) for section, text in answer.items()}


def sentences(text: str) -> list[str]:
    return [one for one in _END.split(text) if one.strip()]


def repeated(text: str) -> str:
    return f"{text}\n{text}"


def padded(text: str) -> str:
    """A filler after every sentence."""
    told = sentences(text)
    return "\n".join(f"{one}\n{FILLER[place % len(FILLER)]}" for place, one in enumerate(told))


def reordered(text: str) -> str:
    told = sentences(text)
    random.Random(len(text)).shuffle(told)  # noqa: S311 - no secret
    return "\n".join(told)


def shuffled(text: str) -> str:
    words = text.split()
    random.Random(len(text)).shuffle(words)  # noqa: S311 - no secret
    return " ".join(words)


def kept_half(text: str) -> str:
    """Every second sentence."""
    return "\n".join(sentences(text)[::2])


def half_replaced(text: str) -> str:
    """Every second sentence, and one that has nothing to do with it instead of each other."""
    return "\n".join(
        UNRELATED[(len(text) + place) % len(UNRELATED)] if place % 2 else one
        for place, one in enumerate(sentences(text))
    )


def lower_case(text: str) -> str:
    return text.lower()


def dictated(text: str) -> str:
    """Without punctuation, as dictation software writes."""
    return re.sub(r"\s+", " ", re.sub(r"[.,;:!?()\u2013\u2014\"]+(?=\s|$)", " ", text)).strip()


def with_emoji(text: str) -> str:
    return " ".join(f"{one} \U0001f642" for one in sentences(text))


def marked_up(text: str) -> str:
    """Slack's mark-up: bold beginnings, code, bullets."""
    return "\n".join(
        f"\u2022 *{first}* {rest}".rstrip()
        for first, _, rest in (one.partition(" ") for one in sentences(text))
    )


def without_articles(text: str) -> str:
    return re.sub(r"\b(?:the|a|an) ", _every(2), text, flags=re.IGNORECASE)


def in_the_present(text: str) -> str:
    """Some verbs in the past are said in the present."""
    return _replaced(text, _PRESENT)


def with_slips(text: str) -> str:
    """Prepositions and endings as people learning English mix them up."""
    return re.sub(r"(\w{4})s\b", _every(3, r"\1"), re.sub(r"\bon\b", _every(2, "in"), text))


def numbers_in_words(text: str) -> str:
    return re.sub(
        r"(?<![\d.,:])\b\d{1,2}\b(?![.,:]?\d|%)", lambda m: _NUMBERS.get(m[0], m[0]), text
    )


def genders_swapped(text: str) -> str:
    return _replaced(text, _GENDERS)


def names_swapped(text: str) -> str:
    return _replaced(text, _NAMES)


def trades_swapped(text: str) -> str:
    return _replaced(text, _TRADES)


def word_lists(sections: Sequence[str], seed: int) -> Answer:
    """Interview words with small words between, and no story."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    return {
        section: "".join(
            f"{chance.choice(_JOINTS)}{chance.choice(_INTERVIEW_WORDS)}" for _ in range(25)
        ).strip(" ,")
        for section in sections
    }


def without_evidence(question: Question, answer: Mapping[str, str], key: str) -> Answer:
    """The answer without any sentence that a criterion is quoted for, until none is left."""
    told = dict(answer)
    while quotes := rate(question, told).ratings[key].quotes:
        quote = max(quotes)
        text = told[quote.section]
        told[quote.section] = f"{text[: quote.start]}\n{text[quote.end :]}"
    return told


def honest_sentences(name: str) -> list[str]:
    """Sentences as the advice on a criterion asks for; see honest.toml."""
    section, _, slug = name.rpartition(".")
    sentences_of: list[str] = _honest()[section][slug]
    return sentences_of


@cache
def _honest() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_name("honest.toml").read_text(encoding="utf-8"))


def _replaced(text: str, words: Mapping[str, str]) -> str:
    def instead(match: re.Match[str]) -> str:
        word = match[0]
        other = words.get(word) or words.get(word.lower())
        if other is None:
            return word
        return other.capitalize() if word[0].isupper() else other

    return _WORD.sub(instead, text)


def _every(number: int, instead: str = "") -> Callable[[re.Match[str]], str]:
    """Replaces every so many matches; the others stay."""
    count = 0

    def replaced(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return match[0] if count % number else match.expand(instead)

    return replaced


SAME = (repeated, padded, reordered)
SLIPS = (
    *(lower_case, dictated, with_emoji, marked_up),
    *(without_articles, with_slips, numbers_in_words, in_the_present),
)
