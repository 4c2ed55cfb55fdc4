"""What is read beside the code holds together: links, settings, scopes, decisions."""

import re
from itertools import chain
from pathlib import Path

import pytest
import yaml

from bot.settings import Settings

TOP = Path(__file__).parents[1]
PAGES = sorted(chain(TOP.glob("*.md"), (TOP / "docs").rglob("*.md")))
LINK = re.compile(r"\[[^\]]*\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
FIRST_CELL = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)
PARTS = ["Status", "Context", "Decision", "Consequences", "Rejected alternatives"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(TOP)))
def test_every_link_leads_somewhere(page: Path) -> None:
    for path, anchor in LINK.findall(_read(page)):
        target = page.parent / path if path else page

        assert target.exists(), f"{path} is not there"
        if anchor:
            assert anchor in _anchors(target)


def test_the_readme_names_every_setting_and_no_other() -> None:
    named = FIRST_CELL.findall(_read(TOP / "README.md"))

    assert named == [name.upper() for name in Settings.model_fields]


def test_the_example_of_an_environment_names_settings_only() -> None:
    named = re.findall(r"^([A-Z_]+)=", _read(TOP / ".env.example"), re.MULTILINE)

    assert named
    assert set(named) <= {name.upper() for name in Settings.model_fields}


def test_every_scope_has_its_reason() -> None:
    manifest = yaml.safe_load(_read(TOP / "manifest.yml"))
    explained = FIRST_CELL.findall(_read(TOP / "docs" / "scopes.md"))

    assert sorted(explained) == sorted(manifest["oauth_config"]["scopes"]["bot"])


def test_decisions_are_numbered_and_have_the_same_parts() -> None:
    decisions = sorted((TOP / "docs" / "decisions").glob("*.md"))

    for number, decision in enumerate(decisions, start=1):
        title, *parts = HEADING.findall(_read(decision))
        assert decision.name.startswith(f"{number:04d}-")
        assert title.startswith(f"{number:04d} ")
        assert parts == PARTS


def _read(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _anchors(page: Path) -> set[str]:
    return {
        re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        for heading in HEADING.findall(_read(page))
    }
