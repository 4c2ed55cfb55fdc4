"""Slack's instants: `"1700000000.000100"`, seconds and microseconds since 1970 in UTC.

Ten digits and six make them sort as text, so they are kept as they come.
"""

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def instant(moment: datetime) -> str:
    """Return the instant of an aware moment."""
    micros = (moment - EPOCH) // timedelta(microseconds=1)
    return f"{micros // 1_000_000:010d}.{micros % 1_000_000:06d}"


def moment(instant: str) -> datetime:
    """Return the moment (aware, UTC) of an instant; raise ValueError if it is none."""
    seconds, _, micros = instant.partition(".")
    return EPOCH + timedelta(seconds=int(seconds), microseconds=int(micros[:6].ljust(6, "0") or 0))


def is_instant(text: str) -> bool:
    """Say whether a text is an instant in Slack's form."""
    seconds, point, micros = text.partition(".")
    return (
        bool(point)
        and (len(seconds), len(micros)) == (10, 6)
        and (seconds + micros).isdecimal()
        and text.isascii()
    )
