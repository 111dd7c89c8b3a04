# Two commands for most people: `make handbook` and `make test`. `make help` lists the rest.
# Windows without make: see README.md.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python

.DEFAULT_GOAL := help
.PHONY: help handbook serve offline validate schema test test-all lint lock clean

help:  ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# An environment is complete when its stamp is newer than what it was made from; then nothing is installed.
$(VENV)/.handbook: requirements.lock pyproject.toml
	@test -x $(RUN) || { echo "Making an environment in $(VENV)/"; $(PYTHON) -m venv $(VENV); }
	@echo "Installing what the handbook needs (once)"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.test: $(VENV)/.handbook requirements-test.lock
	@echo "Installing what the tests need (once)"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@touch $@

handbook: $(VENV)/.handbook  ## Check the records, build the handbook and the downloads into site/
	@$(RUN) scripts/build.py

serve: $(VENV)/.handbook  ## A live preview that follows changes in data/, docs/ and kit/
	@$(RUN) scripts/serve.py

offline: $(VENV)/.handbook  ## The same handbook as a zip that opens from disk, search included
	@$(RUN) scripts/build.py --offline build/handbook-offline.zip

validate: $(VENV)/.handbook  ## Check the records and say what to mend
	@$(RUN) scripts/validate.py

schema: $(VENV)/.handbook  ## Write data/schema/ from the models
	@$(RUN) scripts/schema.py

lint: $(VENV)/.test  ## Style and types
	@$(BIN)/ruff check .
	@$(BIN)/mypy

test: $(VENV)/.test  ## Set up what the tests need, then run them all
	@$(RUN) tests/tools.py
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/pytest -n auto

test-all: $(VENV)/.test  ## The same, and every workshop in every version besides (long)
	@$(RUN) tests/tools.py
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/pytest -n auto -m "full or not full"

lock:  ## Resolve the dependencies afresh into the lock files
	@test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --no-annotate \
		--upgrade pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --no-annotate \
		--extra test -c requirements.lock pyproject.toml -o requirements-test.lock

clean:  ## Remove what was built; the environment stays
	@rm -rf site build .site.new .site.old
