-- Who may sign in, what they may do and where, their sessions, and the purposes for which they may open case rows.
CREATE TABLE person (
    id              TEXT NOT NULL PRIMARY KEY,
    login           TEXT NOT NULL UNIQUE,
    name            TEXT NOT NULL,
    kind            TEXT NOT NULL CHECK (kind IN ('Local', 'Provider', 'Sample')),
    is_active       INTEGER NOT NULL CHECK (is_active IN (0, 1)),
    version         INTEGER NOT NULL,           -- raised at every change; a change names the version it saw
    password_hash   TEXT NOT NULL,
    code_secret     TEXT NOT NULL,              -- protected under the deployment's key
    code_step       INTEGER NOT NULL,           -- the last one-time code that was used
    failures        INTEGER NOT NULL,
    locked_until    TEXT NOT NULL,
    invitation_hash TEXT NOT NULL,
    invited_until   TEXT NOT NULL
) STRICT;

CREATE TABLE assignment (
    id              TEXT NOT NULL PRIMARY KEY,
    person          TEXT NOT NULL REFERENCES person (id),
    role            TEXT NOT NULL,
    agency          TEXT NOT NULL,              -- empty for every agency
    hierarchy       TEXT NOT NULL,              -- empty, as the area, for the whole agency
    area            TEXT NOT NULL,
    from_day        TEXT NOT NULL,
    until_day       TEXT NOT NULL,              -- the first day on which it no longer holds
    from_provider   INTEGER NOT NULL CHECK (from_provider IN (0, 1))
) STRICT;

CREATE INDEX assignment_by_person ON assignment (person);

CREATE TABLE session (
    secret_hash     TEXT NOT NULL PRIMARY KEY,
    person          TEXT NOT NULL REFERENCES person (id),
    started_at      TEXT NOT NULL,
    seen_at         TEXT NOT NULL,
    confirmed_at    TEXT NOT NULL,
    ended_at        TEXT NOT NULL               -- empty while it lasts
) STRICT;

CREATE INDEX session_by_person ON session (person);

CREATE TABLE purpose (
    id              TEXT NOT NULL PRIMARY KEY,
    kind            TEXT NOT NULL CHECK (kind IN ('AuditSample', 'BreakGlass')),
    person          TEXT NOT NULL REFERENCES person (id),
    given_by        TEXT NOT NULL REFERENCES person (id),
    dataset         TEXT NOT NULL,
    hierarchy       TEXT NOT NULL,
    area            TEXT NOT NULL,
    month           TEXT NOT NULL,              -- empty for all
    reason          TEXT NOT NULL,
    from_at         TEXT NOT NULL,
    until_at        TEXT NOT NULL,
    cap             INTEGER NOT NULL CHECK (cap > 0),
    shown           INTEGER NOT NULL CHECK (shown BETWEEN 0 AND cap),
    CHECK (person <> given_by)                  -- nobody gives a purpose to themselves; a broken glass has a second person
) STRICT;

CREATE INDEX purpose_by_person ON purpose (person);

CREATE TABLE notice (
    id              TEXT NOT NULL PRIMARY KEY,
    person          TEXT NOT NULL REFERENCES person (id),
    at              TEXT NOT NULL,
    text            TEXT NOT NULL
) STRICT;

CREATE INDEX notice_by_person ON notice (person);
