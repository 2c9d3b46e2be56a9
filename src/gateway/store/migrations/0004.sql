-- What the web console needs: why an integration waits, answers of people to jobs that ended uncertain, dead letters of a gateway
-- without a broker, and indexes for its lists.
ALTER TABLE integrations ADD COLUMN attention_kind TEXT;
ALTER TABLE integrations ADD COLUMN attention_action TEXT;

ALTER TABLE jobs ADD COLUMN subject TEXT;
ALTER TABLE jobs ADD COLUMN answer TEXT;
ALTER TABLE jobs ADD COLUMN answered_by TEXT;
ALTER TABLE jobs ADD COLUMN answered_at BIGINT;
UPDATE jobs SET subject = (SELECT r.name FROM resources r WHERE r.id = jobs.resource);
-- Questions of jobs that ended before there was a way to answer are not asked any more.
UPDATE jobs SET answer = 'before', answered_at = ended_at WHERE outcome = 'uncertain';
-- Whatever is asked for, the pages are found in the index alone; the rows, which are long, are read for one page.
CREATE INDEX jobs_in_order ON jobs (created_at, id, integration, state, outcome, action, subject);
DROP INDEX jobs_of;
CREATE INDEX jobs_of ON jobs (integration, created_at, id, state, outcome, action, subject);
CREATE INDEX jobs_asking ON jobs (integration) WHERE outcome = 'uncertain' AND answer IS NULL;

CREATE INDEX activity_in_order ON activity (at, integration, number, actor, event, outcome);
CREATE INDEX house_activity_in_order ON house_activity (at, house, number, actor, event, outcome);

CREATE INDEX resources_shown_by_name ON resources (integration, kind, name, id, app_key, external_id)
    WHERE deleted = 0 AND acknowledged = 1;
CREATE INDEX resources_shown_by_change ON resources (integration, kind, changed_at, id, name, app_key, external_id)
    WHERE deleted = 0 AND acknowledged = 1;
-- The same words as in `store/listing.rs`, by which both databases know that the index is meant.
CREATE INDEX resources_shown_by_state ON resources (integration, kind,
    (CASE WHEN deleting = 1 THEN 'deleting'
          WHEN failed_after < generation AND generation <= failed THEN 'failed'
          WHEN settled < generation AND observed IS NULL THEN 'creating'
          WHEN settled < generation THEN 'pending' ELSE 'in_sync' END), id)
    WHERE deleted = 0 AND acknowledged = 1;

-- Jobs that a person has to look at, of a queue inside the process. With a broker they lie there.
CREATE TABLE dead_letters (
    id TEXT PRIMARY KEY,
    body TEXT NOT NULL,
    properties TEXT NOT NULL,
    died_at BIGINT NOT NULL
);
CREATE INDEX dead_letters_in_order ON dead_letters (died_at, id);
