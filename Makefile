# Two commands for most people: `make handbook` and `make test`. `make help` lists the rest.
# Windows without make: see README.md.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python
# A local edition's folder: `make handbook EDITION=examples/little-marsh`. Works for serve, offline and validate too.
EDITION ?=
CHOSEN := $(if $(EDITION),--edition "$(EDITION)")

.DEFAULT_GOAL := help
.PHONY: fuzz reproducible help setup handbook serve offline validate schema test test-all lint lock bench audit sbom release clean

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

setup: $(VENV)/.handbook  ## Only install what the handbook needs

handbook: $(VENV)/.handbook  ## Check the records, build the handbook and the downloads into site/
	@$(RUN) scripts/build.py $(CHOSEN)

serve: $(VENV)/.handbook  ## A live preview that follows changes in data/, docs/ and kit/
	@$(RUN) scripts/serve.py $(CHOSEN)

offline: $(VENV)/.handbook  ## The same handbook as a zip that opens from disk, search included
	@$(RUN) scripts/build.py --offline build/handbook-offline.zip $(CHOSEN)

validate: $(VENV)/.handbook  ## Check the records and say what to mend
	@$(RUN) scripts/validate.py $(CHOSEN)

schema: $(VENV)/.handbook  ## Write data/schema/ from the models
	@$(RUN) scripts/schema.py

fuzz: $(VENV)/.test  ## Try ten thousand spoilt files on everything that reads (long); FUZZ="yaml:17" for one alone
	@PYTHONPATH=tests $(RUN) -m fuzz $(FUZZ)

reproducible: $(VENV)/.test  ## Build everything twice, as two people on two machines would, and compare (long)
	@$(BIN)/pytest -q -n 0 -s -m full tests/test_reproducible.py

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

bench: $(VENV)/.test  ## Measure time, memory and bytes, as tables in Markdown (long; needs pandoc, Node and a quiet machine)
	@$(RUN) -m benchmarks

lock:  ## Resolve the dependencies afresh into the lock files
	@test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --no-annotate \
		--upgrade pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --no-annotate \
		--extra test -c requirements.lock pyproject.toml -o requirements-test.lock

audit: $(VENV)/.test  ## Look up known weaknesses of everything that is locked (asks the package index)
	@# Both lock files: the tests' holds the handbook's too. Strict: a package that can't be looked up is a failure.
	@$(BIN)/pip-audit --strict --require-hashes --disable-pip -r requirements-test.lock

sbom: $(VENV)/.test  ## List what a release is made of (CycloneDX) in build/sbom.cdx.json
	@$(RUN) scripts/sbom.py

release: $(VENV)/.test  ## Build afresh all that a release carries, into build/release/: make release TAG=v0.2.0
	@$(RUN) scripts/release.py "$(TAG)"
	@rm -rf site build/downloads build/handbook-offline.zip
	@$(RUN) scripts/build.py
	@$(RUN) scripts/build.py --offline build/handbook-offline.zip
	@$(RUN) scripts/sbom.py
	@$(RUN) scripts/release.py "$(TAG)" --gather

clean:  ## Remove what was built; the environment stays
	@rm -rf site build .site.new .site.old
