-- The PostgreSQL of Sqlite/0004.
CREATE TABLE person (
    id              text COLLATE "C" NOT NULL PRIMARY KEY,
    login           text COLLATE "C" NOT NULL UNIQUE,
    name            text COLLATE "C" NOT NULL,
    kind            text COLLATE "C" NOT NULL CHECK (kind IN ('Local', 'Provider', 'Sample')),
    is_active       bigint NOT NULL CHECK (is_active IN (0, 1)),
    version         bigint NOT NULL,           -- raised at every change; a change names the version it saw
    password_hash   text COLLATE "C" NOT NULL,
    code_secret     text COLLATE "C" NOT NULL,              -- protected under the deployment's key
    code_step       bigint NOT NULL,           -- the last one-time code that was used
    failures        bigint NOT NULL,
    locked_until    text COLLATE "C" NOT NULL,
    invitation_hash text COLLATE "C" NOT NULL,
    invited_until   text COLLATE "C" NOT NULL
);

CREATE TABLE assignment (
    id              text COLLATE "C" NOT NULL PRIMARY KEY,
    person          text COLLATE "C" NOT NULL REFERENCES person (id),
    role            text COLLATE "C" NOT NULL,
    agency          text COLLATE "C" NOT NULL,              -- empty for every agency
    hierarchy       text COLLATE "C" NOT NULL,              -- empty, as the area, for the whole agency
    area            text COLLATE "C" NOT NULL,
    from_day        text COLLATE "C" NOT NULL,
    until_day       text COLLATE "C" NOT NULL,              -- the first day on which it no longer holds
    from_provider   bigint NOT NULL CHECK (from_provider IN (0, 1))
);

CREATE INDEX assignment_by_person ON assignment (person);

CREATE TABLE session (
    secret_hash     text COLLATE "C" NOT NULL PRIMARY KEY,
    person          text COLLATE "C" NOT NULL REFERENCES person (id),
    started_at      text COLLATE "C" NOT NULL,
    seen_at         text COLLATE "C" NOT NULL,
    confirmed_at    text COLLATE "C" NOT NULL,
    ended_at        text COLLATE "C" NOT NULL               -- empty while it lasts
);

CREATE INDEX session_by_person ON session (person);

CREATE TABLE purpose (
    id              text COLLATE "C" NOT NULL PRIMARY KEY,
    kind            text COLLATE "C" NOT NULL CHECK (kind IN ('AuditSample', 'BreakGlass')),
    person          text COLLATE "C" NOT NULL REFERENCES person (id),
    given_by        text COLLATE "C" NOT NULL REFERENCES person (id),
    dataset         text COLLATE "C" NOT NULL,
    hierarchy       text COLLATE "C" NOT NULL,
    area            text COLLATE "C" NOT NULL,
    month           text COLLATE "C" NOT NULL,              -- empty for all
    reason          text COLLATE "C" NOT NULL,
    from_at         text COLLATE "C" NOT NULL,
    until_at        text COLLATE "C" NOT NULL,
    cap             bigint NOT NULL CHECK (cap > 0),
    shown           bigint NOT NULL CHECK (shown BETWEEN 0 AND cap),
    CHECK (person <> given_by)                  -- nobody gives a purpose to themselves; a broken glass has a second person
);

CREATE INDEX purpose_by_person ON purpose (person);

CREATE TABLE notice (
    id              text COLLATE "C" NOT NULL PRIMARY KEY,
    person          text COLLATE "C" NOT NULL REFERENCES person (id),
    at              text COLLATE "C" NOT NULL,
    text            text COLLATE "C" NOT NULL
);

CREATE INDEX notice_by_person ON notice (person);
