-- Times are milliseconds since 1970, truth values are 0 and 1: the same for SQLite and PostgreSQL.
CREATE TABLE integrations (
    id TEXT PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    profile TEXT NOT NULL,
    stage TEXT NOT NULL,
    paused BIGINT NOT NULL DEFAULT 0,
    attention TEXT,
    document TEXT NOT NULL,
    tested TEXT,
    synced_at BIGINT,
    review TEXT,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    chain_length BIGINT NOT NULL DEFAULT 0,
    chain_head TEXT NOT NULL DEFAULT ''
);

CREATE TABLE tokens (
    id TEXT PRIMARY KEY,
    integration TEXT NOT NULL REFERENCES integrations (id),
    hash TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    revoked_at BIGINT
);
CREATE INDEX tokens_of ON tokens (integration);

CREATE TABLE resources (
    id TEXT PRIMARY KEY,
    integration TEXT NOT NULL REFERENCES integrations (id),
    kind TEXT NOT NULL,
    app_key TEXT,
    wish_key TEXT NOT NULL,
    name TEXT NOT NULL,
    external_id TEXT,
    desired TEXT NOT NULL,
    observed TEXT,
    shown TEXT NOT NULL,
    error TEXT,
    generation BIGINT NOT NULL DEFAULT 0,
    settled BIGINT NOT NULL DEFAULT 0,
    failed_after BIGINT NOT NULL DEFAULT 0,
    failed BIGINT NOT NULL DEFAULT 0,
    acknowledged BIGINT NOT NULL,
    awaited_until BIGINT NOT NULL DEFAULT 0,
    deleting BIGINT NOT NULL DEFAULT 0,
    deleted BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX resources_in_order ON resources (integration, kind, deleted, acknowledged, id);
CREATE UNIQUE INDEX resources_by_key ON resources (integration, kind, wish_key) WHERE deleted = 0;
CREATE UNIQUE INDEX resources_by_name ON resources (integration, kind, name) WHERE deleted = 0;
CREATE INDEX resources_by_app_key ON resources (integration, kind, app_key);
CREATE INDEX resources_by_external_id ON resources (integration, kind, external_id);

CREATE TABLE memberships (
    integration TEXT NOT NULL,
    group_id TEXT NOT NULL REFERENCES resources (id),
    user_id TEXT NOT NULL REFERENCES resources (id),
    desired BIGINT NOT NULL,
    observed BIGINT NOT NULL,
    PRIMARY KEY (group_id, user_id)
);
CREATE INDEX memberships_of ON memberships (user_id);

CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    integration TEXT NOT NULL REFERENCES integrations (id),
    resource TEXT,
    action TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    claimed_at BIGINT NOT NULL DEFAULT 0,
    generation BIGINT NOT NULL DEFAULT 0,
    attempt BIGINT NOT NULL DEFAULT 0,
    outcome TEXT,
    error TEXT,
    created_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE UNIQUE INDEX jobs_running ON jobs (resource) WHERE state <> 'done';
CREATE INDEX jobs_open ON jobs (created_at) WHERE state <> 'done';
CREATE INDEX jobs_of ON jobs (integration, created_at);

CREATE TABLE chunks (
    job TEXT NOT NULL REFERENCES jobs (id),
    attempt BIGINT NOT NULL,
    chunk BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (job, attempt, chunk)
);

CREATE TABLE activity (
    integration TEXT NOT NULL REFERENCES integrations (id),
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    event TEXT NOT NULL,
    target TEXT NOT NULL,
    outcome TEXT NOT NULL,
    detail TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (integration, number)
);
