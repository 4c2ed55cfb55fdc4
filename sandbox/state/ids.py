"""Identifiers that look like Slack's."""

import secrets
import string

_ALPHABET = string.ascii_uppercase + string.digits


def new_id(prefix: str) -> str:
    """Return an id such as `C0A1B2C3D4E`: the prefix and ten upper-case letters or digits."""
    return prefix + "".join(secrets.choice(_ALPHABET) for _ in range(10))


def new_token(kind: str) -> str:
    """Return a token such as `xoxb-...` for the given kind."""
    return f"{kind}-1-{secrets.token_hex(12)}"
