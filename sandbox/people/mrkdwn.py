"""Text as Slack sends it."""

_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))


def escaped(text: str) -> str:
    """Escape what a person typed.

    Source: https://docs.slack.dev/messaging/formatting-message-text (escaping text)
    """
    for plain, entity in _ESCAPES:
        text = text.replace(plain, entity)
    return text


def unescaped(text: str) -> str:
    """Return text as people read it: the inverse of `escaped`."""
    for plain, entity in reversed(_ESCAPES):
        text = text.replace(entity, plain)
    return text
