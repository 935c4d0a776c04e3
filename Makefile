# Parapet on a bare Debian with Swift: `make run` shows what it does, `make test` checks everything.

SWIFT ?= swift
SCRATCH ?= .build
# Whether two accesses to one variable overlap is checked where the tests run; a release does not ask again at each access.
UNCHECKED := -Xswiftc -enforce-exclusivity=unchecked
RELEASE := --scratch-path $(SCRATCH) --configuration release --product parapet --static-swift-stdlib $(UNCHECKED)

.DEFAULT_GOAL := help
.PHONY: help setup build run test lint format release install clean
.PHONY: bench bench-small bench-quick bench-hostile bench-gate bench-accept bench-build

help: ## say what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

setup: ## install libpcre2-dev and libyaml-dev when they are missing
	@./.ci/setup

build: setup ## build for debugging
	$(SWIFT) build --product parapet

run: build ## judge the events of Fixtures/sample.ndjson
	@echo; echo '$$ parapet filter --emit text < Fixtures/sample.ndjson'
	@.build/debug/parapet filter --emit text < Fixtures/sample.ndjson
	@echo; echo '$$ parapet filter < Fixtures/sample.ndjson'
	@.build/debug/parapet filter < Fixtures/sample.ndjson

test: setup ## everything: unit tests, end-to-end tests, rules, examples, fixtures
	$(SWIFT) build --build-tests
	@# Built for debugging, it takes seconds to read the shipped rules, and the tests start it a hundred times.
	.build/debug/parapet bundle .build/debug/parapet
	$(SWIFT) test --skip-build --quiet --disable-xctest
	.build/debug/parapet lint
	.build/debug/parapet test

lint: build ## the shape of the source, and the rules
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Plugins Sources Tests
	.build/debug/parapet lint

format: ## put the source into shape
	$(SWIFT) format --in-place --recursive --parallel Package.swift Plugins Sources Tests

release: setup ## build .build/release/parapet, which needs no Swift on the machine it runs on
	$(SWIFT) build $(RELEASE)
	$(SCRATCH)/release/parapet bundle $(SCRATCH)/release/parapet

install: release ## copy the release binary to PREFIX/bin (/usr/local)
	install -D -m 755 .build/release/parapet $(DESTDIR)$(or $(PREFIX),/usr/local)/bin/parapet

bench-build: release
	@Benchmarks/setup
	@$(MAKE) --no-print-directory -C Benchmarks/peers
	$(SWIFT) build --configuration release --package-path Benchmarks --static-swift-stdlib $(UNCHECKED)

bench: bench-build ## measure against the peers, 50 MB, and record the run (docs/performance.md)
	@Benchmarks/bench.py full

bench-small: bench-build ## the same with 5 MB
	@Benchmarks/bench.py small

bench-quick: bench-build ## the same with 2 MB, best of three, not recorded
	@Benchmarks/bench.py quick

bench-hostile: bench-build ## texts made to be slow, against benign ones
	@Benchmarks/bench.py hostile

bench-gate: release ## instruction counts against Benchmarks/thresholds.json
	@Benchmarks/bench.py gate

bench-accept: release ## take the instruction counts of now as thresholds
	@Benchmarks/bench.py accept

clean: ## remove what was built
	rm -rf .build Benchmarks/.build
