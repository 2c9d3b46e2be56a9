-- What is told of a job while it runs, and its whole result. Pictures are base64, as they come: there is no type for bytes that both
-- databases know by one name.
CREATE TABLE job_steps (
    job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    attempt BIGINT NOT NULL,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    body TEXT NOT NULL,
    picture TEXT,
    PRIMARY KEY (job, attempt, number)
);
CREATE INDEX job_steps_by_age ON job_steps (at);

ALTER TABLE jobs ADD COLUMN result TEXT;
