-- Each row of the audit trail carries the hash of everything before it (AuditChain); the head is the last of them, in one
-- row, so that appends are serialised and quick. Neither may be changed, by the owner of the tables either.
CREATE TABLE audit (
    sequence        bigint NOT NULL PRIMARY KEY,            -- 1, 2, 3 … without a gap
    at              text COLLATE "C" NOT NULL,
    who             text COLLATE "C" NOT NULL,
    act             text COLLATE "C" NOT NULL,
    subject         text COLLATE "C" NOT NULL,
    scope           text COLLATE "C" NOT NULL,
    reason          text COLLATE "C" NOT NULL,
    hash            text COLLATE "C" NOT NULL
);

CREATE TABLE audit_head (
    one             bigint NOT NULL PRIMARY KEY CHECK (one = 1),
    sequence        bigint NOT NULL,
    hash            text COLLATE "C" NOT NULL
);

INSERT INTO audit_head (one, sequence, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE FUNCTION audit_refuses() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN RAISE EXCEPTION 'the audit trail is never %', TG_ARGV[0]; END$$;

CREATE FUNCTION audit_appends() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS
$$BEGIN
    IF NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM audit) THEN
        RAISE EXCEPTION 'the audit trail is only appended to';
    END IF;
    RETURN NEW;
END$$;

CREATE FUNCTION audit_head_advances() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN
    IF NEW.sequence <= OLD.sequence THEN
        RAISE EXCEPTION 'the head of the audit trail only advances';
    END IF;
    RETURN NEW;
END$$;

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit FOR EACH ROW EXECUTE FUNCTION audit_refuses('changed');
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_refuses('deleted');
CREATE TRIGGER audit_is_never_emptied BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_refuses('emptied');
CREATE TRIGGER audit_is_only_appended BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION audit_appends();
CREATE TRIGGER audit_head_only_advances BEFORE UPDATE ON audit_head FOR EACH ROW EXECUTE FUNCTION audit_head_advances();
CREATE TRIGGER audit_head_is_never_deleted BEFORE DELETE ON audit_head FOR EACH ROW EXECUTE FUNCTION audit_refuses('deleted');
CREATE TRIGGER audit_head_is_never_emptied BEFORE TRUNCATE ON audit_head FOR EACH STATEMENT EXECUTE FUNCTION audit_refuses('emptied');

-- Always: a session that plays the replica does not get round them either.
ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_is_never_changed;
ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_is_never_deleted;
ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_is_never_emptied;
ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_is_only_appended;
ALTER TABLE audit_head ENABLE ALWAYS TRIGGER audit_head_only_advances;
ALTER TABLE audit_head ENABLE ALWAYS TRIGGER audit_head_is_never_deleted;
ALTER TABLE audit_head ENABLE ALWAYS TRIGGER audit_head_is_never_emptied;

-- Whose store this is: the id of the workspace that it was made for.
CREATE TABLE workspace (
    one             bigint NOT NULL PRIMARY KEY CHECK (one = 1),
    id              text COLLATE "C" NOT NULL
);
