-- Files that are kept sealed, each under the hash of its content. Without a row a file is nothing.
CREATE TABLE kept_file (
    id              text COLLATE "C" NOT NULL PRIMARY KEY,  -- SHA-256 of its content
    sealed          text COLLATE "C" NOT NULL,              -- SHA-256 of the sealed file, which is its name too
    size            bigint NOT NULL,           -- bytes of its content
    kept_at         text COLLATE "C" NOT NULL
);

CREATE TRIGGER kept_file_stays_as_it_was_kept BEFORE UPDATE ON kept_file FOR EACH ROW
EXECUTE FUNCTION closing_refuses('a kept file is never changed');
ALTER TABLE kept_file ENABLE ALWAYS TRIGGER kept_file_stays_as_it_was_kept;

CREATE TRIGGER kept_file_is_never_forgotten BEFORE DELETE ON kept_file FOR EACH ROW
EXECUTE FUNCTION closing_refuses('a kept file is never forgotten');
ALTER TABLE kept_file ENABLE ALWAYS TRIGGER kept_file_is_never_forgotten;
CREATE TRIGGER kept_file_is_never_emptied BEFORE TRUNCATE ON kept_file FOR EACH STATEMENT EXECUTE FUNCTION closing_refuses('a kept file is never forgotten');
ALTER TABLE kept_file ENABLE ALWAYS TRIGGER kept_file_is_never_emptied;

-- What people say about the exceptions of a performance pack, sentence by sentence.
CREATE TABLE pack_sentence (
    id              text COLLATE "C" NOT NULL PRIMARY KEY,
    dataset         text COLLATE "C" NOT NULL,
    period          text COLLATE "C" NOT NULL,
    hierarchy       text COLLATE "C" NOT NULL,
    area            text COLLATE "C" NOT NULL,
    about           text COLLATE "C" NOT NULL,              -- the exception, such as signal:MEASURE
    kind            text COLLATE "C" NOT NULL CHECK (kind IN ('observation', 'cause', 'action', 'caveat')),
    text            text COLLATE "C" NOT NULL,
    who             text COLLATE "C" NOT NULL,
    at              text COLLATE "C" NOT NULL,
    withdrawn_by    text COLLATE "C" NOT NULL,              -- empty while it stands
    withdrawn_at    text COLLATE "C" NOT NULL,
    CHECK ((withdrawn_by = '') = (withdrawn_at = ''))
);

CREATE INDEX pack_sentence_by_period ON pack_sentence (dataset, period);

CREATE TRIGGER pack_sentence_is_only_withdrawn BEFORE UPDATE ON pack_sentence FOR EACH ROW
WHEN (OLD.withdrawn_by <> '' OR NEW.withdrawn_by = '' OR NEW.id <> OLD.id OR NEW.dataset <> OLD.dataset OR NEW.period <> OLD.period
    OR NEW.hierarchy <> OLD.hierarchy OR NEW.area <> OLD.area OR NEW.about <> OLD.about OR NEW.kind <> OLD.kind OR NEW.text <> OLD.text
    OR NEW.who <> OLD.who OR NEW.at <> OLD.at)
EXECUTE FUNCTION closing_refuses('a sentence is withdrawn, never changed');
ALTER TABLE pack_sentence ENABLE ALWAYS TRIGGER pack_sentence_is_only_withdrawn;

CREATE TRIGGER pack_sentence_is_never_deleted BEFORE DELETE ON pack_sentence FOR EACH ROW
EXECUTE FUNCTION closing_refuses('a sentence is withdrawn, never deleted');
ALTER TABLE pack_sentence ENABLE ALWAYS TRIGGER pack_sentence_is_never_deleted;
CREATE TRIGGER pack_sentence_is_never_emptied BEFORE TRUNCATE ON pack_sentence FOR EACH STATEMENT EXECUTE FUNCTION closing_refuses('a sentence is withdrawn, never deleted');
ALTER TABLE pack_sentence ENABLE ALWAYS TRIGGER pack_sentence_is_never_emptied;

-- Packs as they were sent.
CREATE TABLE pack (
    id              text COLLATE "C" NOT NULL PRIMARY KEY,  -- SHA-256 of what it says
    dataset         text COLLATE "C" NOT NULL,
    period          text COLLATE "C" NOT NULL,
    hierarchy       text COLLATE "C" NOT NULL,
    area            text COLLATE "C" NOT NULL,
    snapshot        text COLLATE "C" NOT NULL REFERENCES snapshot (id),
    frozen_ordinal  bigint NOT NULL,           -- which freeze of the period: 1, or a restatement
    sentences       text COLLATE "C" NOT NULL,              -- the commentary in it, as JSON
    issued_by       text COLLATE "C" NOT NULL,
    issued_at       text COLLATE "C" NOT NULL,
    reason          text COLLATE "C" NOT NULL
);

CREATE TABLE pack_file (
    pack            text COLLATE "C" NOT NULL REFERENCES pack (id),
    name            text COLLATE "C" NOT NULL,
    media           text COLLATE "C" NOT NULL,
    file            text COLLATE "C" NOT NULL REFERENCES kept_file (id),
    PRIMARY KEY (pack, name)
);

CREATE TRIGGER pack_stays_as_it_was_sent BEFORE UPDATE ON pack FOR EACH ROW
EXECUTE FUNCTION closing_refuses('a pack stays as it was sent');
ALTER TABLE pack ENABLE ALWAYS TRIGGER pack_stays_as_it_was_sent;

CREATE TRIGGER pack_is_never_deleted BEFORE DELETE ON pack FOR EACH ROW
EXECUTE FUNCTION closing_refuses('a pack stays as it was sent');
ALTER TABLE pack ENABLE ALWAYS TRIGGER pack_is_never_deleted;
CREATE TRIGGER pack_is_never_emptied BEFORE TRUNCATE ON pack FOR EACH STATEMENT EXECUTE FUNCTION closing_refuses('a pack stays as it was sent');
ALTER TABLE pack ENABLE ALWAYS TRIGGER pack_is_never_emptied;

CREATE TRIGGER pack_file_stays_as_it_was_sent BEFORE UPDATE ON pack_file FOR EACH ROW
EXECUTE FUNCTION closing_refuses('a pack stays as it was sent');
ALTER TABLE pack_file ENABLE ALWAYS TRIGGER pack_file_stays_as_it_was_sent;

CREATE TRIGGER pack_file_is_never_deleted BEFORE DELETE ON pack_file FOR EACH ROW
EXECUTE FUNCTION closing_refuses('a pack stays as it was sent');
ALTER TABLE pack_file ENABLE ALWAYS TRIGGER pack_file_is_never_deleted;
CREATE TRIGGER pack_file_is_never_emptied BEFORE TRUNCATE ON pack_file FOR EACH STATEMENT EXECUTE FUNCTION closing_refuses('a pack stays as it was sent');
ALTER TABLE pack_file ENABLE ALWAYS TRIGGER pack_file_is_never_emptied;
