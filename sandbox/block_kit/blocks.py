"""The blocks that the sandbox knows, with their limits.

Source: https://docs.slack.dev/reference/block-kit/blocks (a page for each)
"""

from sandbox.block_kit.checks import (
    Check,
    Field,
    Fields,
    anything,
    flag,
    list_of,
    plain,
    record,
    string,
    text,
    typed,
)
from sandbox.block_kit.elements import IMAGE, IN_ACTIONS, IN_INPUT, IN_SECTION

_BLOCK: Fields = {"type": Field(anything), "block_id": Field(string(255, least=1))}
_ELEMENTS_MOST = 25
_CONTEXT_MOST = 10
_FIELDS_MOST = 10
_RICH_MOST = 1000

# Alerts, cards, tables and the other newer blocks are not here: the sandbox refuses them.
BLOCKS: dict[str, Check] = {
    "actions": record(
        {**_BLOCK, "elements": Field(list_of(typed(IN_ACTIONS), _ELEMENTS_MOST), required=True)}
    ),
    "context": record(
        {
            **_BLOCK,
            "elements": Field(
                list_of(
                    typed(
                        {
                            "plain_text": plain(3000),
                            "mrkdwn": text(3000, "mrkdwn"),
                            "image": IMAGE,
                        }
                    ),
                    _CONTEXT_MOST,
                ),
                required=True,
            ),
        }
    ),
    "divider": record(_BLOCK),
    "header": record({**_BLOCK, "text": Field(plain(150), required=True)}),
    "image": record(
        {
            **_BLOCK,
            "image_url": Field(string(3000, least=1), required=True),
            "alt_text": Field(string(2000), required=True),
            "title": Field(plain(2000)),
        }
    ),
    "input": record(
        {
            **_BLOCK,
            "label": Field(plain(2000), required=True),
            "element": Field(typed(IN_INPUT), required=True),
            "hint": Field(plain(2000)),
            "optional": Field(flag),
            "dispatch_action": Field(flag),
        }
    ),
    "markdown": record({**_BLOCK, "text": Field(string(12_000, least=1), required=True)}),
    "rich_text": record(
        {**_BLOCK, "elements": Field(list_of(anything, _RICH_MOST), required=True)}
    ),
    "section": record(
        {
            **_BLOCK,
            "text": Field(text(3000)),
            "fields": Field(list_of(text(2000), _FIELDS_MOST)),
            "accessory": Field(typed(IN_SECTION)),
            "expand": Field(flag),
        }
    ),
}
MESSAGES_ONLY = frozenset({"markdown"})
