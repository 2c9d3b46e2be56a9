# Build: cargo, with the dependencies in a layer of their own.
FROM rust:1-slim-bookworm AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends cmake g++ make perl \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY Cargo.toml Cargo.lock ./
RUN mkdir src && echo 'fn main() {}' > src/main.rs && touch src/lib.rs && cargo build --release --locked && rm -r src
COPY src src
COPY schemas schemas
RUN touch src/main.rs src/lib.rs && cargo build --release --locked

# Run: the binary, a browser, and no root.
FROM debian:bookworm-slim AS run
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates chromium-driver chromium-headless-shell fonts-liberation tini \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home --uid 10001 idlcm
COPY --from=build /src/target/release/idlcm /usr/local/bin/idlcm
COPY recipes /app/recipes
COPY fixtures /app/fixtures
WORKDIR /app
USER 10001
# Passes signals on and reaps what browsers leave behind.
ENTRYPOINT ["tini", "--", "idlcm"]
CMD ["worker"]
