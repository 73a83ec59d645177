# Two commands do everything: `make report` and `make test`. `make help` lists the rest.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.installed
# Another data folder: make report DATA=data/examples
WITH   := $(if $(DATA),--data $(DATA))

.DEFAULT_GOAL := help
.PHONY: help setup report test test-browser accessibility lighthouse check lint api accept serve pdf release lock clean

help:  ## list these targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## */  make \1\t/' | expand -t 20

setup: $(READY)  ## create .venv from requirements.lock

# --no-deps: the lock is complete, and every line of it carries its hashes.
$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --compile --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --compile --no-deps --no-build-isolation --editable .
	touch $@

report: $(READY)  ## build both language editions, of DATA=FOLDER or of data/: _build/site/index.html
	$(BIN)/region-report build $(WITH)

test: $(READY)  ## unit tests, doctests, nbval references, one end-to-end book (Python packages only)
	JUPYTER_DEFAULT_PROVISIONER_NAME=region-report-warm $(BIN)/python -m pytest -n 2 --dist loadfile --nbval tests/reference
	$(BIN)/python -m pytest -n 2 --dist loadfile

test-browser: $(READY)  ## read the built site in a real Chromium
	$(BIN)/python -m pytest -m browser tests/browser

accessibility: $(READY)  ## axe-core on every page of the built site, light, dark and phone (needs a Chromium)
	$(BIN)/python -m pytest -s -m browser tests/browser/test_accessibility.py --every-page

lighthouse: $(READY)  ## Lighthouse on the built site, a simulated slow phone (needs npx and a Chromium)
	$(BIN)/python bench/lighthouse.py

check: $(READY)  ## validate the data, those of DATA=FOLDER or data/; changes nothing
	$(BIN)/region-report check $(WITH)

lint: $(READY)  ## ruff, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

api: $(READY)  ## renew docs/api.md, the public interface, from the code
	$(BIN)/python tests/api_page.py

accept: $(READY)  ## renew the reference notebooks of the regression test; review the difference
	rm -rf tests/reference
	$(BIN)/region-report render --lang zh --indicator certified_social_workers --indicator nursing_bed_share \
	  --out tests/reference
	$(BIN)/region-report render --data tests/data/invented --chapter region --out tests/reference/invented
	git --no-pager diff --stat -- tests/reference

serve: $(READY)  ## build and read the report at a local address; pages follow each change of a file
	$(BIN)/region-report serve $(WITH)

pdf: $(READY)  ## the report with a PDF of each region and of the whole (needs pango)
	$(BIN)/region-report build --pdf $(WITH)

release: $(READY)  ## keep the data as those of the released version; the next one then says what changed
	$(BIN)/region-report release $(WITH)

lock:  ## renew requirements.lock from pyproject.toml (needs uv)
	uv pip compile --universal --generate-hashes --no-header --no-annotate --no-emit-index-url \
	  --no-emit-find-links --python-version 3.11 --group dev --group cluster pyproject.toml --output-file requirements.lock

clean:  ## remove everything that was built
	rm -rf _build book/regions book/indicators book/*.ipynb
