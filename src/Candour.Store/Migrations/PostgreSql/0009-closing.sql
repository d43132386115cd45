-- The close of reporting periods: how far each has come, what it was frozen with, who agreed what, and what was adjusted.
CREATE FUNCTION closing_refuses() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN RAISE EXCEPTION '%', TG_ARGV[0]; END$$;

CREATE TABLE closing (
    dataset         text COLLATE "C" NOT NULL,
    period          text COLLATE "C" NOT NULL,
    state           text COLLATE "C" NOT NULL CHECK (state IN ('validating', 'agreed', 'frozen', 'published', 'restated')),
    version         bigint NOT NULL,           -- raised by one with every move; a period without a row is open
    PRIMARY KEY (dataset, period)
);

CREATE TRIGGER closing_moves_as_it_may BEFORE UPDATE ON closing FOR EACH ROW
WHEN (NEW.dataset <> OLD.dataset OR NEW.period <> OLD.period OR NEW.version <> OLD.version + 1
    OR OLD.state || '>' || NEW.state NOT IN (
        'validating>agreed', 'agreed>validating', 'agreed>frozen', 'frozen>published', 'frozen>restated', 'published>restated',
        'restated>published', 'restated>restated'))
EXECUTE FUNCTION closing_refuses('a reporting period does not move so');
ALTER TABLE closing ENABLE ALWAYS TRIGGER closing_moves_as_it_may;

CREATE TRIGGER closing_is_never_deleted BEFORE DELETE ON closing FOR EACH ROW
EXECUTE FUNCTION closing_refuses('the close of a period is never deleted');
ALTER TABLE closing ENABLE ALWAYS TRIGGER closing_is_never_deleted;
CREATE TRIGGER closing_is_never_emptied BEFORE TRUNCATE ON closing FOR EACH STATEMENT EXECUTE FUNCTION closing_refuses('the close of a period is never deleted');
ALTER TABLE closing ENABLE ALWAYS TRIGGER closing_is_never_emptied;

-- What a period is read from: 1 is the freeze, each later number a restatement.
CREATE TABLE frozen (
    dataset         text COLLATE "C" NOT NULL,
    period          text COLLATE "C" NOT NULL,
    ordinal         bigint NOT NULL,
    snapshot        text COLLATE "C" NOT NULL REFERENCES snapshot (id),
    cells           text COLLATE "C" NOT NULL,              -- SHA-256 of the list of its cell files with their hashes
    frozen_at       text COLLATE "C" NOT NULL,
    who             text COLLATE "C" NOT NULL,
    approved_by     text COLLATE "C" NOT NULL,              -- who approved a restatement; empty for the freeze
    reason          text COLLATE "C" NOT NULL,
    PRIMARY KEY (dataset, period, ordinal),
    CHECK ((ordinal = 1) = (approved_by = '')),
    CHECK (approved_by <> who)
);

CREATE TRIGGER frozen_is_never_changed BEFORE UPDATE ON frozen FOR EACH ROW
EXECUTE FUNCTION closing_refuses('what is frozen is never changed');
ALTER TABLE frozen ENABLE ALWAYS TRIGGER frozen_is_never_changed;

CREATE TRIGGER frozen_is_never_deleted BEFORE DELETE ON frozen FOR EACH ROW
EXECUTE FUNCTION closing_refuses('what is frozen is never deleted');
ALTER TABLE frozen ENABLE ALWAYS TRIGGER frozen_is_never_deleted;
CREATE TRIGGER frozen_is_never_emptied BEFORE TRUNCATE ON frozen FOR EACH STATEMENT EXECUTE FUNCTION closing_refuses('what is frozen is never deleted');
ALTER TABLE frozen ENABLE ALWAYS TRIGGER frozen_is_never_emptied;

CREATE FUNCTION frozen_is_appended() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN
    IF NEW.ordinal <> (SELECT coalesce(max(ordinal), 0) + 1 FROM frozen WHERE dataset = NEW.dataset AND period = NEW.period) THEN
        RAISE EXCEPTION 'what is frozen is only appended to';
    END IF;
    RETURN NEW;
END$$;

CREATE TRIGGER frozen_is_only_appended BEFORE INSERT ON frozen FOR EACH ROW EXECUTE FUNCTION frozen_is_appended();
ALTER TABLE frozen ENABLE ALWAYS TRIGGER frozen_is_only_appended;

CREATE FUNCTION frozen_snapshot_stays() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN
    IF EXISTS (SELECT 1 FROM frozen WHERE snapshot = OLD.id)
        AND (TG_OP = 'DELETE' OR NEW.id <> OLD.id OR NEW.definitions <> OLD.definitions OR NEW.made_at <> OLD.made_at) THEN
        RAISE EXCEPTION 'a frozen snapshot is never changed';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END$$;

CREATE FUNCTION frozen_snapshot_is_of_the_same() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN
    IF EXISTS (SELECT 1 FROM frozen WHERE snapshot = CASE WHEN TG_OP = 'INSERT' THEN NEW.snapshot ELSE OLD.snapshot END) THEN
        RAISE EXCEPTION 'a frozen snapshot is never changed';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END$$;

CREATE TRIGGER snapshot_that_is_frozen_stays BEFORE UPDATE OR DELETE ON snapshot FOR EACH ROW
EXECUTE FUNCTION frozen_snapshot_stays();
ALTER TABLE snapshot ENABLE ALWAYS TRIGGER snapshot_that_is_frozen_stays;
CREATE TRIGGER snapshot_that_is_frozen_is_of_the_same BEFORE INSERT OR UPDATE OR DELETE ON snapshot_submission FOR EACH ROW
EXECUTE FUNCTION frozen_snapshot_is_of_the_same();
ALTER TABLE snapshot_submission ENABLE ALWAYS TRIGGER snapshot_that_is_frozen_is_of_the_same;

-- The definitions that a frozen snapshot was made with: each text once, under the hash of what it says.
CREATE TABLE definition_text (
    id              text COLLATE "C" NOT NULL PRIMARY KEY,
    text            text COLLATE "C" NOT NULL
);

CREATE TABLE definition_set (
    definitions     text COLLATE "C" NOT NULL,              -- hash of their computational part, as a snapshot names it
    path            text COLLATE "C" NOT NULL,
    text            text COLLATE "C" NOT NULL REFERENCES definition_text (id),
    PRIMARY KEY (definitions, path)
);

CREATE TRIGGER definition_text_is_never_changed BEFORE UPDATE ON definition_text FOR EACH ROW
EXECUTE FUNCTION closing_refuses('kept definitions are never changed');
ALTER TABLE definition_text ENABLE ALWAYS TRIGGER definition_text_is_never_changed;

CREATE TRIGGER definition_set_is_never_changed BEFORE UPDATE ON definition_set FOR EACH ROW
EXECUTE FUNCTION closing_refuses('kept definitions are never changed');
ALTER TABLE definition_set ENABLE ALWAYS TRIGGER definition_set_is_never_changed;

-- What an area said about a period; the latest holds.
CREATE TABLE area_answer (
    dataset         text COLLATE "C" NOT NULL,
    period          text COLLATE "C" NOT NULL,
    area            text COLLATE "C" NOT NULL,
    ordinal         bigint NOT NULL,
    answer          text COLLATE "C" NOT NULL CHECK (answer IN ('nil', 'agreed', 'lapsed')),
    content         text COLLATE "C" NOT NULL,              -- SHA-256 of the area's rows of the period that were agreed; empty for none
    who             text COLLATE "C" NOT NULL,
    at              text COLLATE "C" NOT NULL,
    reason          text COLLATE "C" NOT NULL,
    PRIMARY KEY (dataset, period, area, ordinal)
);

CREATE TRIGGER area_answer_is_never_changed BEFORE UPDATE ON area_answer FOR EACH ROW
EXECUTE FUNCTION closing_refuses('what an area said is never changed');
ALTER TABLE area_answer ENABLE ALWAYS TRIGGER area_answer_is_never_changed;

CREATE TRIGGER area_answer_is_never_deleted BEFORE DELETE ON area_answer FOR EACH ROW
EXECUTE FUNCTION closing_refuses('what an area said is never deleted');
ALTER TABLE area_answer ENABLE ALWAYS TRIGGER area_answer_is_never_deleted;
CREATE TRIGGER area_answer_is_never_emptied BEFORE TRUNCATE ON area_answer FOR EACH STATEMENT EXECUTE FUNCTION closing_refuses('what an area said is never deleted');
ALTER TABLE area_answer ENABLE ALWAYS TRIGGER area_answer_is_never_emptied;

-- A unit has reconciled its month, once.
CREATE TABLE reconciliation (
    dataset         text COLLATE "C" NOT NULL,
    area            text COLLATE "C" NOT NULL,
    month           text COLLATE "C" NOT NULL,
    who             text COLLATE "C" NOT NULL,
    at              text COLLATE "C" NOT NULL,
    reason          text COLLATE "C" NOT NULL,
    PRIMARY KEY (dataset, area, month)
);

-- Adjustments: corrections that an area asks for, and rows that came after a freeze.
CREATE TABLE adjustment (
    id              text COLLATE "C" NOT NULL PRIMARY KEY,
    dataset         text COLLATE "C" NOT NULL,
    period          text COLLATE "C" NOT NULL,
    area            text COLLATE "C" NOT NULL,
    kind            text COLLATE "C" NOT NULL CHECK (kind IN ('correction', 'late')),
    row_key         text COLLATE "C" NOT NULL,              -- of a correction: the key of the row, as it is stored; else empty
    field           text COLLATE "C" NOT NULL,
    was             text COLLATE "C" NOT NULL,
    becomes         text COLLATE "C" NOT NULL,
    before          text COLLATE "C" NOT NULL,              -- of late rows: the frozen snapshot and the one that holds them; else empty
    after           text COLLATE "C" NOT NULL,
    reason          text COLLATE "C" NOT NULL,
    evidence        text COLLATE "C" NOT NULL,
    asked_by        text COLLATE "C" NOT NULL,
    asked_at        text COLLATE "C" NOT NULL,
    state           text COLLATE "C" NOT NULL CHECK (state IN ('asked', 'accepted', 'declined', 'lapsed')),
    decided_by      text COLLATE "C" NOT NULL,
    decided_at      text COLLATE "C" NOT NULL,
    decision        text COLLATE "C" NOT NULL,
    version         bigint NOT NULL,
    CHECK ((state = 'asked') = (decided_at = '')),
    CHECK ((state IN ('accepted', 'declined')) = (decided_by <> '')),
    CHECK (decided_by = '' OR decided_by <> asked_by)
);

CREATE INDEX adjustment_by_period ON adjustment (dataset, period);

CREATE TRIGGER adjustment_is_decided_once BEFORE UPDATE ON adjustment FOR EACH ROW
WHEN (OLD.state <> 'asked' OR NEW.version <> OLD.version + 1 OR NEW.id <> OLD.id OR NEW.dataset <> OLD.dataset
    OR NEW.period <> OLD.period OR NEW.area <> OLD.area OR NEW.kind <> OLD.kind OR NEW.row_key <> OLD.row_key
    OR NEW.field <> OLD.field OR NEW.was <> OLD.was OR NEW.becomes <> OLD.becomes OR NEW.before <> OLD.before
    OR NEW.after <> OLD.after OR NEW.reason <> OLD.reason OR NEW.evidence <> OLD.evidence OR NEW.asked_by <> OLD.asked_by
    OR NEW.asked_at <> OLD.asked_at)
EXECUTE FUNCTION closing_refuses('an adjustment is decided once');
ALTER TABLE adjustment ENABLE ALWAYS TRIGGER adjustment_is_decided_once;

CREATE TRIGGER adjustment_is_never_deleted BEFORE DELETE ON adjustment FOR EACH ROW
EXECUTE FUNCTION closing_refuses('an adjustment is never deleted');
ALTER TABLE adjustment ENABLE ALWAYS TRIGGER adjustment_is_never_deleted;
CREATE TRIGGER adjustment_is_never_emptied BEFORE TRUNCATE ON adjustment FOR EACH STATEMENT EXECUTE FUNCTION closing_refuses('an adjustment is never deleted');
ALTER TABLE adjustment ENABLE ALWAYS TRIGGER adjustment_is_never_emptied;

CREATE TABLE adjustment_effect (
    adjustment      text COLLATE "C" NOT NULL REFERENCES adjustment (id),
    area            text COLLATE "C" NOT NULL,
    measure         text COLLATE "C" NOT NULL,
    before          text COLLATE "C" NOT NULL,
    after           text COLLATE "C" NOT NULL,
    is_small        bigint NOT NULL CHECK (is_small IN (0, 1)),  -- about fewer people than a part of the whole may show
    PRIMARY KEY (adjustment, area, measure)
);

CREATE TRIGGER adjustment_effect_is_never_changed BEFORE UPDATE ON adjustment_effect FOR EACH ROW
EXECUTE FUNCTION closing_refuses('the effect of an adjustment is never changed');
ALTER TABLE adjustment_effect ENABLE ALWAYS TRIGGER adjustment_effect_is_never_changed;

CREATE TRIGGER adjustment_effect_is_never_deleted BEFORE DELETE ON adjustment_effect FOR EACH ROW
EXECUTE FUNCTION closing_refuses('the effect of an adjustment is never deleted');
ALTER TABLE adjustment_effect ENABLE ALWAYS TRIGGER adjustment_effect_is_never_deleted;
CREATE TRIGGER adjustment_effect_is_never_emptied BEFORE TRUNCATE ON adjustment_effect FOR EACH STATEMENT EXECUTE FUNCTION closing_refuses('the effect of an adjustment is never deleted');
ALTER TABLE adjustment_effect ENABLE ALWAYS TRIGGER adjustment_effect_is_never_emptied;
