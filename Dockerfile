# Two images from one file:
#   docker build -t idlcm .                                     # with a browser: workers
#   docker build -t idlcm-slim --target without-browser .       # gateway, queues, senders, workers whose browser is elsewhere

# The binary. What it depends on has a layer of its own, which changes with Cargo.lock only.
FROM rust:1.95-slim-bookworm AS build
WORKDIR /src
COPY Cargo.toml Cargo.lock ./
# Cargo wants to see a file for each target that Cargo.toml names, tests included.
RUN mkdir src tests \
    && echo 'fn main() {}' > src/main.rs \
    && touch src/lib.rs \
    && sed -n '/^\[\[test\]\]/,/^$/s/^name = "\(.*\)"/tests\/\1.rs/p' Cargo.toml > tests/names \
    && xargs touch < tests/names \
    && cargo build --release --locked \
    && rm -r src
COPY schemas schemas
COPY src src
# What was compiled of the stand-in is older than these.
RUN touch src/main.rs src/lib.rs && cargo build --release --locked

# What both images have below the binary, so that a new binary costs one small layer.
FROM debian:bookworm-slim AS base
# Versions of Debian's packages are not written here: security updates replace them, and the old ones are gone from the mirrors.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates tini \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --gid 10001 idlcm \
    && useradd --no-log-init --uid 10001 --gid 10001 --create-home idlcm \
    && install -d -o 10001 -g 10001 -m 0700 /var/lib/idlcm
COPY deploy/image/probe /usr/local/bin/probe
WORKDIR /app
LABEL org.opencontainers.image.title="idlcm" \
    org.opencontainers.image.description="Provisions accounts in apps that have no provisioning interface" \
    org.opencontainers.image.source="https://github.com/idlcm/idlcm" \
    org.opencontainers.image.licenses="MIT OR Apache-2.0" \
    org.opencontainers.image.version="0.1.0"
# tini passes signals on, and reaps what browsers leave behind.
ENTRYPOINT ["tini", "--", "idlcm"]
# There is no HEALTHCHECK: some commands serve for long, each on another port, and others end. `probe` is for whoever runs one.

FROM base AS without-browser
COPY LICENSE-APACHE LICENSE-MIT ./
COPY recipes recipes
COPY fixtures fixtures
COPY --from=build /src/target/release/idlcm /usr/local/bin/idlcm
USER 10001:10001
CMD ["--help"]

FROM base AS base-with-browser
# The driver alone is taken out of its package, which depends on the whole of Chromium: workers use the headless one, at half the room.
# In one step, so that both are of one version.
WORKDIR /tmp/driver
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends chromium-headless-shell fonts-liberation libminizip1 libdouble-conversion3 libxcb1 libzstd1 \
    && apt-get download chromium-driver \
    && dpkg-deb -x chromium-driver_*.deb . \
    && mv usr/bin/chromedriver /usr/bin/chromedriver \
    && rm -rf /var/lib/apt/lists/* /tmp/driver/* \
    && chromedriver --version \
    && chromium-headless-shell --version --no-sandbox
# The mark of a container, as Podman sets it. Docker has one of its own; Kubernetes has none, and Chromium would look for
# a sandbox there that a container without privileges cannot give.
RUN touch /run/.containerenv
COPY deploy/image/chromedriver /usr/local/bin/chromedriver
WORKDIR /app

FROM base-with-browser AS with-browser
COPY LICENSE-APACHE LICENSE-MIT ./
COPY recipes recipes
COPY fixtures fixtures
COPY --from=build /src/target/release/idlcm /usr/local/bin/idlcm
USER 10001:10001
CMD ["worker"]
