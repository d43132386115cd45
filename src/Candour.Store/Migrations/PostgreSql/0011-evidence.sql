-- Documents that claims, tests and samples cite, each under the hash of its original.
CREATE TABLE evidence (
    id              text COLLATE "C" NOT NULL PRIMARY KEY,  -- SHA-256 of the original
    title           text COLLATE "C" NOT NULL,              -- empty once it is erased
    agency          text COLLATE "C" NOT NULL,              -- whose it is; empty for every agency's
    hierarchy       text COLLATE "C" NOT NULL,              -- of the area that owns it; empty for the whole agency
    area            text COLLATE "C" NOT NULL,
    class           text COLLATE "C" NOT NULL CHECK (class IN ('Public', 'Internal', 'Restricted')),
    purpose         text COLLATE "C" NOT NULL,              -- what a restricted document is kept for; empty otherwise, and once it is erased
    keep_until      text COLLATE "C" NOT NULL,              -- the day on which it is due to be erased
    put_by          text COLLATE "C" NOT NULL,
    put_at          text COLLATE "C" NOT NULL,
    erased_by       text COLLATE "C" NOT NULL,              -- empty while it is here, as the next two
    erased_at       text COLLATE "C" NOT NULL,
    erased_reason   text COLLATE "C" NOT NULL,
    CHECK ((hierarchy = '') = (area = '')),
    CHECK (erased_at <> '' OR (class = 'Restricted') = (purpose <> '')),
    CHECK ((erased_by = '') = (erased_at = '') AND (erased_reason = '') = (erased_at = '')),
    CHECK (erased_at = '' OR (title = '' AND purpose = ''))
);

-- The original is 0; each later number is a redacted version, of which the last is shown.
CREATE TABLE evidence_version (
    evidence        text COLLATE "C" NOT NULL REFERENCES evidence (id),
    ordinal         bigint NOT NULL CHECK (ordinal >= 0),
    file            text COLLATE "C" NOT NULL UNIQUE,       -- SHA-256 of its content: a kept file, until it is erased
    sealed          text COLLATE "C" NOT NULL,              -- SHA-256 of the sealed file
    size            bigint NOT NULL,
    kind            text COLLATE "C" NOT NULL,              -- found in its content, such as pdf
    put_by          text COLLATE "C" NOT NULL,
    put_at          text COLLATE "C" NOT NULL,
    PRIMARY KEY (evidence, ordinal),
    CHECK ((ordinal = 0) = (file = evidence))
);

CREATE TRIGGER evidence_is_only_erased BEFORE UPDATE ON evidence FOR EACH ROW
WHEN (OLD.erased_at <> '' OR NEW.erased_at = '' OR NEW.id <> OLD.id OR NEW.agency <> OLD.agency OR NEW.hierarchy <> OLD.hierarchy
    OR NEW.area <> OLD.area OR NEW.class <> OLD.class OR NEW.keep_until <> OLD.keep_until OR NEW.put_by <> OLD.put_by OR NEW.put_at <> OLD.put_at)
EXECUTE FUNCTION closing_refuses('evidence is erased, never changed');
ALTER TABLE evidence ENABLE ALWAYS TRIGGER evidence_is_only_erased;

CREATE TRIGGER evidence_is_never_deleted BEFORE DELETE ON evidence FOR EACH ROW
EXECUTE FUNCTION closing_refuses('evidence is erased, never deleted');
ALTER TABLE evidence ENABLE ALWAYS TRIGGER evidence_is_never_deleted;
CREATE TRIGGER evidence_is_never_emptied BEFORE TRUNCATE ON evidence FOR EACH STATEMENT EXECUTE FUNCTION closing_refuses('evidence is erased, never deleted');
ALTER TABLE evidence ENABLE ALWAYS TRIGGER evidence_is_never_emptied;

CREATE TRIGGER evidence_version_is_never_changed BEFORE UPDATE ON evidence_version FOR EACH ROW
EXECUTE FUNCTION closing_refuses('a version of evidence is never changed');
ALTER TABLE evidence_version ENABLE ALWAYS TRIGGER evidence_version_is_never_changed;

CREATE TRIGGER evidence_version_is_never_deleted BEFORE DELETE ON evidence_version FOR EACH ROW
EXECUTE FUNCTION closing_refuses('a version of evidence is never deleted');
ALTER TABLE evidence_version ENABLE ALWAYS TRIGGER evidence_version_is_never_deleted;
CREATE TRIGGER evidence_version_is_never_emptied BEFORE TRUNCATE ON evidence_version FOR EACH STATEMENT EXECUTE FUNCTION closing_refuses('a version of evidence is never deleted');
ALTER TABLE evidence_version ENABLE ALWAYS TRIGGER evidence_version_is_never_emptied;

-- A kept file is forgotten when the evidence that it was is erased, and in no other case.
DROP TRIGGER kept_file_is_never_forgotten ON kept_file;

CREATE FUNCTION kept_file_is_forgotten() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM evidence_version JOIN evidence ON evidence.id = evidence_version.evidence
        WHERE evidence_version.file = OLD.id AND evidence.erased_at <> '')
        OR EXISTS (SELECT 1 FROM pack_file WHERE pack_file.file = OLD.id)
    THEN
        RAISE EXCEPTION 'a kept file is never forgotten';
    END IF;
    RETURN OLD;
END$$;

CREATE TRIGGER kept_file_is_forgotten_when_erased BEFORE DELETE ON kept_file FOR EACH ROW
EXECUTE FUNCTION kept_file_is_forgotten();
ALTER TABLE kept_file ENABLE ALWAYS TRIGGER kept_file_is_forgotten_when_erased;
