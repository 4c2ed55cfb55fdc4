"""What was filled in in a form, and the mistakes found in it."""

from collections.abc import Mapping

from bot.schedule.holidays import is_country

Values = Mapping[str, str | None]
"""By field. Of a field with several values they come joined by commas."""


class Mistakes(Exception):
    """A form was not filled in rightly: a sentence for each field at fault."""

    def __init__(self, fields: dict[str, str]) -> None:
        super().__init__(", ".join(fields))
        self.fields = fields


class Filled:
    """What was filled in, and the mistakes found in it so far."""

    def __init__(self, values: Values) -> None:
        self.values = values
        self.mistakes: dict[str, str] = {}

    def text(self, field: str) -> str:
        """Return what stands in a field, or an empty text."""
        return (self.values.get(field) or "").strip()

    def many(self, field: str) -> tuple[str, ...]:
        """Return the several values of a field."""
        return tuple(part for part in self.text(field).split(",") if part)

    def wrong(self, field: str, sentence: str) -> None:
        """Note a mistake; the first one of a field stands."""
        self.mistakes.setdefault(field, sentence)

    def check(self) -> None:
        """Raise Mistakes if there are any."""
        if self.mistakes:
            raise Mistakes(self.mistakes)


def read_country(filled: Filled, field: str) -> str:
    """Return the code of a country or a part of one, or an empty text."""
    code = filled.text(field).upper()
    if code and not is_country(code):
        filled.wrong(
            field, "I do not know this country. Write its two letters, such as DE or US-CA."
        )
    return code
