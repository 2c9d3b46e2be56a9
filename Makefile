# Two commands set everything up on a fresh Debian or Ubuntu with Rust and make: `make demo` and `make test`.
# They install what is missing (browser, driver, RabbitMQ) with apt-get, as root or with sudo, and can be run again.

.PHONY: help demo test test-long real-apps test-rabbitmq4 test-postgres console-check conformance bench bench-memory lint fmt map schemas build
.DEFAULT_GOAL := help

help: ## show this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: ## create, disable and list users of a made-up app in a real browser, then open the console (Ctrl-C ends it)
	@scripts/install-packages.sh browser
	cargo build --quiet
	target/debug/idlcm demo --report demo-report $$([ ! -t 0 ] || echo --console)

# Tests wait more than they compute: twice as many as there are cores.
test: ## all tests that must pass on every change (installs what they need, starts an own RabbitMQ)
	@scripts/install-packages.sh browser broker python
	@command -v cargo-nextest >/dev/null || cargo install --locked cargo-nextest
	scripts/with-broker.sh cargo nextest run -j $$(( $$(nproc) * 2 ))

test-long: ## what takes longer: the recipes of real apps against the apps themselves, random recipes, times, editors
	@scripts/install-packages.sh browser broker python node
	IDLCM_FUZZ_SECONDS=60 IDLCM_ALL_MUTATIONS=1 IDLCM_ALL_TEXTS=1 scripts/with-broker.sh cargo nextest run --profile long --run-ignored all -E 'not test(=lifetime::a_worker_with_a_browser)'
	IDLCM_FAILURES_SECONDS=1200 scripts/with-broker.sh cargo test --quiet --test fleet worker_failures -- --nocapture
	IDLCM_STORM_SECONDS=1200 cargo test --quiet --test engine storm -- --nocapture
	cargo clippy --all-targets --features otel --quiet -- -D warnings
	scripts/with-broker.sh cargo nextest run --features otel --test fleet -E 'test(spans::)'
	cargo test --release --quiet --test recipe speed -- --ignored --nocapture
	cargo test --release --quiet --test gateway console::load -- --nocapture
	cargo test --release --quiet --test fleet a_job_that_changes_nothing -- --ignored --nocapture
	scripts/editor-check.sh
	$(MAKE) test-postgres console-check conformance

real-apps: ## recipes against the apps themselves, every scenario three times, with a table at the end (installs the apps)
	@scripts/install-packages.sh browser broker python node
	@rm -f target/real-apps.txt
	IDLCM_REAL_RUNS=3 IDLCM_REAL_TABLE=target/real-apps.txt scripts/with-broker.sh \
		cargo nextest run --profile long --run-ignored all --test real_apps; \
	status=$$?; echo "app                     actions     steps  seconds  commands  logins"; sort target/real-apps.txt; exit $$status

test-rabbitmq4: ## the tests of workers on RabbitMQ 4, where the system has an older one
	@scripts/install-packages.sh browser debootstrap
	scripts/rabbitmq4.sh cargo nextest run --test fleet

test-postgres: ## the tests of the gateway on PostgreSQL, with two gateways that share it
	@scripts/install-packages.sh browser python postgres
	scripts/with-postgres.sh cargo nextest run --test gateway

console-check: ## every page of the console, as somebody new walks through them: accessibility, narrow, dark, by keyboard, without script
	@scripts/install-packages.sh browser python node
	cargo build --quiet
	scripts/console-check.sh

conformance: ## the SCIM conformance suites against the gateway, with real workers and the fixture app boardly
	@scripts/install-packages.sh browser broker python
	cargo build --quiet
	scripts/conformance.sh

bench: ## the same work by idlcm, Playwright, Selenium and raw HTTP, side by side (see bench/README.md; takes hours)
	@scripts/install-packages.sh browser python node
	@bench/install.sh
	@[ -n "$$BENCH_IDLCM" ] || cargo build --release --quiet
	bench/run.py

bench-memory: ## the memory of a worker with four sessions over 2,000 jobs
	@scripts/install-packages.sh browser broker python
	@[ -n "$$BENCH_IDLCM" ] || cargo build --release --quiet
	scripts/with-broker.sh bench/memory.py

lint: ## formatting, clippy, the types of the page's script, and advisories, licences and sources (installs cargo-deny)
	cargo fmt --check
	cargo clippy --all-targets --quiet -- -D warnings
	cargo clippy --no-default-features --quiet -- -D warnings
	scripts/check-page.sh
	scripts/deny.sh

fmt: ## format the code
	cargo fmt

map: ## what every file of src/ is for, by its own first line
	@find src -name '*.rs' -o -name '*.js' | LC_ALL=C sort | xargs awk 'FNR <= 2 && /^\/\/(!| ----) /{sub(/^\/\/(!|[ -]+[a-z]+\.js:) /, ""); printf "%-36s %s\n", FILENAME, $$0; nextfile}'

schemas: ## write schemas/ and the reference of recipes anew from the Rust types
	cargo build --quiet
	for name in job result progress integration recipe fixture; do target/debug/idlcm schema $$name > schemas/$$name.schema.json; done
	target/debug/idlcm recipe reference > docs/recipe-reference.md

build: ## the release binary
	cargo build --release
