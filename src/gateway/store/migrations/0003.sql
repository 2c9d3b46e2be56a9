-- The people of the console, and an activity log of the house as a whole beside those of the integrations.
CREATE TABLE house (
    id TEXT PRIMARY KEY,
    chain_length BIGINT NOT NULL DEFAULT 0,
    chain_head TEXT NOT NULL DEFAULT ''
);
INSERT INTO house (id) VALUES ('people');

CREATE TABLE house_activity (
    house TEXT NOT NULL REFERENCES house (id),
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    event TEXT NOT NULL,
    target TEXT NOT NULL,
    outcome TEXT NOT NULL,
    detail TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (house, number)
);

CREATE TABLE people (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    display TEXT NOT NULL,
    role TEXT NOT NULL,
    active BIGINT NOT NULL DEFAULT 1,
    password TEXT,
    must_change BIGINT NOT NULL DEFAULT 0,
    totp TEXT,
    totp_step BIGINT NOT NULL DEFAULT 0,
    subject TEXT UNIQUE,
    version BIGINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL,
    signed_in_at BIGINT
);

CREATE TABLE sessions (
    hash TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    confirmed_at BIGINT NOT NULL
);
CREATE INDEX sessions_of ON sessions (person);

-- By name, whether there is such a person or not.
CREATE TABLE refused_sign_ins (
    name TEXT PRIMARY KEY,
    failures BIGINT NOT NULL,
    until BIGINT NOT NULL
);

-- Integrations that are being written in the console and were not created yet.
CREATE TABLE drafts (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
