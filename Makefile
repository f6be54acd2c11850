# Two commands matter: `make run` and `make test`. `make help` lists the others.
SWIFT ?= swift
ARGS ?=
PREFIX ?= /usr/local
DESTDIR ?=
SWIFT_FLAGS ?=
BENCH ?=
LIBRARY ?=

# macOS brings an old ncurses without wide characters; Homebrew's is used, which the compiler doesn't look for by itself.
ifeq ($(shell uname -s),Darwin)
  NCURSES := $(shell brew --prefix ncurses 2>/dev/null)
  SWIFT_FLAGS += -Xcc -I$(NCURSES)/include -Xlinker -L$(NCURSES)/lib
endif
export SWIFT_FLAGS

# What is delivered carries Swift's libraries in itself: it starts in a third of the time, and runs where there is no
# toolchain. (macOS has them.) Builds for benchmarks are the same, so that neither undoes the other.
ifeq ($(shell uname -s),Linux)
  RELEASE_FLAGS := --static-swift-stdlib
endif

SOAK ?= 20000
SEED ?= 1
KILLS ?= 500

.PHONY: help run build test soak kills gate bench bench-screens bench-library install uninstall clean

help: ## List what there is to make
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{ printf "  make %-13s %s\n", $$1, $$2 }'

.DEFAULT_GOAL := help

run: build ## Install what is missing, build, and open the planner (ARGS="goals" passes arguments)
	@exec .build/release/cairn $(ARGS)

build: ## Install what is missing and build .build/release/cairn
	@Scripts/install
	@$(SWIFT) build -c release --product cairn $(RELEASE_FLAGS) $(SWIFT_FLAGS) >&2

test: ## Install what is missing and run the tests
	@Scripts/install tests
	$(SWIFT) test --parallel $(SWIFT_FLAGS) </dev/null

soak: ## Hold the planner against brute force on SOAK random problems from SEED on (20000 from 1)
	@Scripts/install tests
	CAIRN_SOAK=$(SOAK) CAIRN_SEED=$(SEED) $(SWIFT) test --filter OracleTests $(SWIFT_FLAGS) </dev/null

kills: ## Kill writers KILLS times, and the planner a fifth as often, and count what is missing (500)
	@Scripts/install tests
	CAIRN_KILLS=$(KILLS) $(SWIFT) test --filter 'KeepingTests.*[kK]illed' $(SWIFT_FLAGS) </dev/null

gate: ## Check format, arrows between modules, declared imports and catalogs
	@Scripts/install
	@Scripts/gate </dev/null

# Other solvers live in a virtual environment of their own; Cairn itself needs no Python.
bench: Benchmarks/.venv ## Measure Cairn beside other solvers, write docs/benchmarks.md (BENCH="--quick" is short)
	@Scripts/install
	@$(SWIFT) build -c release --product cairn-bench $(RELEASE_FLAGS) $(SWIFT_FLAGS) >&2
	@Benchmarks/.venv/bin/python Benchmarks/bench.py $(BENCH)

bench-screens: build ## Measure the screens in a terminal: first frame beside tig and nnn, keys, idling, memory
	@python3 Benchmarks/screens.py

# Beside fzf, ripgrep and the sqlite3 shell where they are installed (Debian: fzf ripgrep sqlite3).
bench-library: build ## Index and search a marketplace of 1.85 million, write docs/library.md (LIBRARY="--count 100000" is short)
	@python3 Benchmarks/library.py $(LIBRARY)

Benchmarks/.venv: Benchmarks/requirements.txt
	@python3 -m venv --clear $@ || { echo "make bench needs python3 with venv (Debian, Ubuntu: python3-venv)" >&2; exit 1; }
	$@/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

install: build ## Install to PREFIX (default /usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/cairn/catalogs
	install -m 755 .build/release/cairn $(DESTDIR)$(PREFIX)/bin/cairn
	rm -f $(DESTDIR)$(PREFIX)/share/cairn/catalogs/*.yaml $(DESTDIR)$(PREFIX)/share/cairn/catalogs/*.json
	install -m 644 catalogs/* $(DESTDIR)$(PREFIX)/share/cairn/catalogs

uninstall: ## Remove what `make install` with the same PREFIX put there
	rm -f $(DESTDIR)$(PREFIX)/bin/cairn
	rm -rf $(DESTDIR)$(PREFIX)/share/cairn

clean: ## Remove everything built
	rm -rf .build .build-* Benchmarks/.venv
