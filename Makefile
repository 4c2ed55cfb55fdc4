.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
# Hashes are checked, and only wheels are taken: no compiler is needed.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all:

help:           ## this list
	@sed -n 's/^\([a-z]*\): *\([^#]*\)## \(.*\)/\1	\3/p' $(MAKEFILE_LIST) | expand -t 12

demo: .venv/run ## a small Slack with the bot in it, in the browser (ONCE=1: play one interview, print it, stop)
	@$(BIN)/python -m demo $(if $(ONCE),--once)

test: check     ## every test, after the checks
	@$(BIN)/python -m pytest

check: .venv/dev ## format, lint, types, import rules
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo

fix: .venv/dev  ## let ruff repair what it can
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: .venv/dev ## measure, side by side in one run, and write docs/performance.md
	@$(BIN)/python -m bench

calibrate: .venv/dev ## fit the rubric's weights to the rated answers, and measure them
	@$(BIN)/python -m calibration.fit_turns
	@$(BIN)/python -m calibration.fit
	@$(BIN)/python -m calibration.measure

docs: .venv/dev ## write docs/conversation.md anew from the code
	@$(BIN)/python -m tests.interview.table

pictures: .venv/dev ## take the pictures in docs/ anew (needs chromium)
	@$(BIN)/python -m docs.pictures

lock: .venv/dev ## write the lock files anew from pyproject.toml
	$(BIN)/uv pip compile $(LOCK) pyproject.toml --output-file requirements.txt
	$(BIN)/uv pip compile $(LOCK) pyproject.toml --group dev --constraint requirements.txt --output-file requirements-dev.txt
LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "Starling needs Python 3.11 or newer: set it with make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
		{ echo "Starling needs Python's venv module: on Debian, install python3-venv" >&2; exit 1; }
	@echo "Making .venv ..."
	@$(PYTHON) -m venv .venv && touch $@

.venv/run: .venv/python requirements.txt
	@echo "Installing what the bot needs ..."
	@$(INSTALL) -r requirements.txt && touch $@

.venv/dev: .venv/run requirements-dev.txt
	@echo "Installing what the tests need ..."
	@$(INSTALL) -r requirements-dev.txt && touch $@

.PHONY: help demo test check fix bench calibrate docs pictures lock
