# Fadu 法度. `make help` lists what there is; Python 3.11 and make are enough for all of it.

SHELL := /bin/sh
VENV := $(CURDIR)/.venv
BIN := $(VENV)/bin
ADDRESS ?= 127.0.0.1
PORT ?= 8000
# Tests that need no database: law and ledger know no Django, so they are not run again on PostgreSQL.
PURE := tests/law tests/ledger
# What a page, a paper or the made-up county looks like does not depend on the database either.
LOOKS := tests/site tests/demo
LOOKS_IN := */test_*page*.py */test_*figures*.py */catalog/test_book.py */documents/test_render.py */documents/test_expressions.py */documents/test_forms.py
WITH_DATABASE := $(filter-out $(PURE) $(LOOKS),$(patsubst %/,%,$(sort $(dir $(wildcard tests/*/*.py)))))
WORKERS := 2
PYTEST := $(BIN)/pytest
ON_SQLITE := FADU_TEST_DATABASE_URL=
TOGETHER := -n $(WORKERS) --dist loadfile
# Tools that load the settings must not make keys in `var/`.
SCRATCH := FADU_DATA="$(VENV)/scratch"

.DEFAULT_GOAL := help
.PHONY: help setup demo test test-all lint types bench clean format chromium poppler tests-sqlite tests-postgres tests-browser

help: ## what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# --- setting up: each stamp is made once, and again when what it depends on has changed ---

setup: $(VENV)/.synced node_modules/.installed ## virtual environment, packages, front-end packages

$(BIN)/uv:
	@sh scripts/venv.sh "$(VENV)"

$(VENV)/.synced: uv.lock pyproject.toml | $(BIN)/uv
	@sh scripts/sync.sh "$(VENV)"
	@touch $@

node_modules/.installed: package-lock.json package.json | $(VENV)/.synced
	@PATH="$(BIN):$$PATH" npm ci --no-audit --no-fund
	@touch $@

chromium:
	@sh scripts/chromium.sh

poppler:
	@sh scripts/poppler.sh

# --- running ---

demo: export FADU_DEMO := 1
demo: export FADU_PUBLIC_URL ?= http://$(ADDRESS):$(PORT)
demo: setup ## set everything up and serve the demonstration county on 127.0.0.1:8000
	@$(BIN)/fadu migrate --verbosity 0
	@$(BIN)/fadu demo
	@$(BIN)/fadu serve --host $(ADDRESS) --port $(PORT)

# --- proving ---

test: lint types tests-sqlite tests-browser tests-postgres ## everything that must hold before a change is taken
	@echo "make test: 全部通过"

test-all: MARKS =
test-all: test bench ## likewise, with the long tests and the benchmarks

MARKS = and not long

tests-sqlite: setup poppler
	$(ON_SQLITE) $(PYTEST) $(TOGETHER) -m "not browser and not timed $(MARKS)" tests
	$(ON_SQLITE) $(PYTEST) -m "timed and not browser $(MARKS)" tests

# 5: nothing to run (no Chromium here); 75: a Chromium died (tests/browsers.py).
tests-browser: setup chromium
	@in_browser() { $(ON_SQLITE) $(PYTEST) $(TOGETHER) -m "browser $(MARKS)" tests; }; in_browser || case $$? in \
	  5) ;; \
	  75) echo "Chromium 在测试中自己中断了，浏览器测试从头再来一次 (Chromium died; the browser tests run once more)"; in_browser ;; \
	  *) exit 1 ;; \
	esac

tests-postgres: setup poppler
ifdef FADU_TEST_DATABASE_URL
	$(PYTEST) $(TOGETHER) -m "not browser and not timed $(MARKS)" $(LOOKS_IN:%=--ignore-glob='%') $(WITH_DATABASE)
else
	@echo "PostgreSQL: 没有设置 FADU_TEST_DATABASE_URL，只在 SQLite 上测试 (only SQLite was tested)"
endif

lint: setup ## style, templates, imports, migrations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djlint --lint --quiet src
	$(SCRATCH) $(BIN)/lint-imports --no-logo
	$(SCRATCH) $(BIN)/fadu makemigrations --check --dry-run

types: setup ## strict typing
	$(SCRATCH) $(BIN)/mypy

format: setup ## put files into the one style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup ## one line for each benchmark, its peer beside it
	@for file in benchmarks/*.py; do case "$$file" in */_*) ;; *) name=$$(basename "$$file" .py); $(BIN)/python -m "benchmarks.$$name" || exit 1 ;; esac; done

clean: ## remove what setting up and running made; `var/` (the records) stays
	rm -rf $(VENV) node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests benchmarks -name __pycache__ -prune -exec rm -rf {} +
