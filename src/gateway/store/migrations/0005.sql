-- Sign-ins that were begun at the identity provider of the console's people and have not come back yet.
CREATE TABLE round_trips (
    state TEXT PRIMARY KEY,
    browser TEXT NOT NULL,
    nonce TEXT NOT NULL,
    verifier TEXT NOT NULL,
    session TEXT,
    next TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX round_trips_by_age ON round_trips (created_at);
