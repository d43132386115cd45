-- The close of reporting periods: how far each has come, what it was frozen with, who agreed what, and what was adjusted.
CREATE TABLE closing (
    dataset         TEXT NOT NULL,
    period          TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('validating', 'agreed', 'frozen', 'published', 'restated')),
    version         INTEGER NOT NULL,           -- raised by one with every move; a period without a row is open
    PRIMARY KEY (dataset, period)
) STRICT;

CREATE TRIGGER closing_moves_as_it_may BEFORE UPDATE ON closing
WHEN NEW.dataset <> OLD.dataset OR NEW.period <> OLD.period OR NEW.version <> OLD.version + 1
    OR OLD.state || '>' || NEW.state NOT IN (
        'validating>agreed', 'agreed>validating', 'agreed>frozen', 'frozen>published', 'frozen>restated', 'published>restated',
        'restated>published', 'restated>restated')
BEGIN SELECT RAISE(ABORT, 'a reporting period does not move so'); END;

CREATE TRIGGER closing_is_never_deleted BEFORE DELETE ON closing
BEGIN SELECT RAISE(ABORT, 'the close of a period is never deleted'); END;

CREATE TRIGGER closing_begins_once BEFORE INSERT ON closing
WHEN EXISTS (SELECT 1 FROM closing WHERE dataset = NEW.dataset AND period = NEW.period)
BEGIN SELECT RAISE(ABORT, 'a reporting period is closed once'); END;

-- What a period is read from: 1 is the freeze, each later number a restatement.
CREATE TABLE frozen (
    dataset         TEXT NOT NULL,
    period          TEXT NOT NULL,
    ordinal         INTEGER NOT NULL,
    snapshot        TEXT NOT NULL REFERENCES snapshot (id),
    cells           TEXT NOT NULL,              -- SHA-256 of the list of its cell files with their hashes
    frozen_at       TEXT NOT NULL,
    who             TEXT NOT NULL,
    approved_by     TEXT NOT NULL,              -- who approved a restatement; empty for the freeze
    reason          TEXT NOT NULL,
    PRIMARY KEY (dataset, period, ordinal),
    CHECK ((ordinal = 1) = (approved_by = '')),
    CHECK (approved_by <> who)
) STRICT;

CREATE TRIGGER frozen_is_never_changed BEFORE UPDATE ON frozen
BEGIN SELECT RAISE(ABORT, 'what is frozen is never changed'); END;

CREATE TRIGGER frozen_is_never_deleted BEFORE DELETE ON frozen
BEGIN SELECT RAISE(ABORT, 'what is frozen is never deleted'); END;

CREATE TRIGGER frozen_is_only_appended BEFORE INSERT ON frozen
WHEN NEW.ordinal <> (SELECT coalesce(max(ordinal), 0) + 1 FROM frozen WHERE dataset = NEW.dataset AND period = NEW.period)
BEGIN SELECT RAISE(ABORT, 'what is frozen is only appended to'); END;

CREATE TRIGGER snapshot_that_is_frozen_stays BEFORE DELETE ON snapshot
WHEN EXISTS (SELECT 1 FROM frozen WHERE snapshot = OLD.id)
BEGIN SELECT RAISE(ABORT, 'a frozen snapshot is never deleted'); END;

CREATE TRIGGER snapshot_that_is_frozen_says_the_same BEFORE UPDATE OF id, definitions, made_at ON snapshot
WHEN EXISTS (SELECT 1 FROM frozen WHERE snapshot = OLD.id)
BEGIN SELECT RAISE(ABORT, 'a frozen snapshot is never changed'); END;

CREATE TRIGGER snapshot_that_is_frozen_gains_nothing BEFORE INSERT ON snapshot_submission
WHEN EXISTS (SELECT 1 FROM frozen WHERE snapshot = NEW.snapshot)
BEGIN SELECT RAISE(ABORT, 'a frozen snapshot is never changed'); END;

CREATE TRIGGER snapshot_that_is_frozen_loses_nothing BEFORE DELETE ON snapshot_submission
WHEN EXISTS (SELECT 1 FROM frozen WHERE snapshot = OLD.snapshot)
BEGIN SELECT RAISE(ABORT, 'a frozen snapshot is never changed'); END;

CREATE TRIGGER snapshot_that_is_frozen_is_of_the_same BEFORE UPDATE ON snapshot_submission
WHEN EXISTS (SELECT 1 FROM frozen WHERE snapshot = OLD.snapshot)
BEGIN SELECT RAISE(ABORT, 'a frozen snapshot is never changed'); END;

-- The definitions that a frozen snapshot was made with: each text once, under the hash of what it says.
CREATE TABLE definition_text (
    id              TEXT NOT NULL PRIMARY KEY,
    text            TEXT NOT NULL
) STRICT;

CREATE TABLE definition_set (
    definitions     TEXT NOT NULL,              -- hash of their computational part, as a snapshot names it
    path            TEXT NOT NULL,
    text            TEXT NOT NULL REFERENCES definition_text (id),
    PRIMARY KEY (definitions, path)
) STRICT;

CREATE TRIGGER definition_text_is_never_changed BEFORE UPDATE ON definition_text
BEGIN SELECT RAISE(ABORT, 'kept definitions are never changed'); END;

CREATE TRIGGER definition_set_is_never_changed BEFORE UPDATE ON definition_set
BEGIN SELECT RAISE(ABORT, 'kept definitions are never changed'); END;

-- What an area said about a period; the latest holds.
CREATE TABLE area_answer (
    dataset         TEXT NOT NULL,
    period          TEXT NOT NULL,
    area            TEXT NOT NULL,
    ordinal         INTEGER NOT NULL,
    answer          TEXT NOT NULL CHECK (answer IN ('nil', 'agreed', 'lapsed')),
    content         TEXT NOT NULL,              -- SHA-256 of the area's rows of the period that were agreed; empty for none
    who             TEXT NOT NULL,
    at              TEXT NOT NULL,
    reason          TEXT NOT NULL,
    PRIMARY KEY (dataset, period, area, ordinal)
) STRICT;

CREATE TRIGGER area_answer_is_never_changed BEFORE UPDATE ON area_answer
BEGIN SELECT RAISE(ABORT, 'what an area said is never changed'); END;

CREATE TRIGGER area_answer_is_never_deleted BEFORE DELETE ON area_answer
BEGIN SELECT RAISE(ABORT, 'what an area said is never deleted'); END;

-- A unit has reconciled its month, once.
CREATE TABLE reconciliation (
    dataset         TEXT NOT NULL,
    area            TEXT NOT NULL,
    month           TEXT NOT NULL,
    who             TEXT NOT NULL,
    at              TEXT NOT NULL,
    reason          TEXT NOT NULL,
    PRIMARY KEY (dataset, area, month)
) STRICT;

-- Adjustments: corrections that an area asks for, and rows that came after a freeze.
CREATE TABLE adjustment (
    id              TEXT NOT NULL PRIMARY KEY,
    dataset         TEXT NOT NULL,
    period          TEXT NOT NULL,
    area            TEXT NOT NULL,
    kind            TEXT NOT NULL CHECK (kind IN ('correction', 'late')),
    row_key         TEXT NOT NULL,              -- of a correction: the key of the row, as it is stored; else empty
    field           TEXT NOT NULL,
    was             TEXT NOT NULL,
    becomes         TEXT NOT NULL,
    before          TEXT NOT NULL,              -- of late rows: the frozen snapshot and the one that holds them; else empty
    after           TEXT NOT NULL,
    reason          TEXT NOT NULL,
    evidence        TEXT NOT NULL,
    asked_by        TEXT NOT NULL,
    asked_at        TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('asked', 'accepted', 'declined', 'lapsed')),
    decided_by      TEXT NOT NULL,
    decided_at      TEXT NOT NULL,
    decision        TEXT NOT NULL,
    version         INTEGER NOT NULL,
    CHECK ((state = 'asked') = (decided_at = '')),
    CHECK ((state IN ('accepted', 'declined')) = (decided_by <> '')),
    CHECK (decided_by = '' OR decided_by <> asked_by)
) STRICT;

CREATE INDEX adjustment_by_period ON adjustment (dataset, period);

CREATE TRIGGER adjustment_is_decided_once BEFORE UPDATE ON adjustment
WHEN OLD.state <> 'asked' OR NEW.version <> OLD.version + 1 OR NEW.id <> OLD.id OR NEW.dataset <> OLD.dataset
    OR NEW.period <> OLD.period OR NEW.area <> OLD.area OR NEW.kind <> OLD.kind OR NEW.row_key <> OLD.row_key
    OR NEW.field <> OLD.field OR NEW.was <> OLD.was OR NEW.becomes <> OLD.becomes OR NEW.before <> OLD.before
    OR NEW.after <> OLD.after OR NEW.reason <> OLD.reason OR NEW.evidence <> OLD.evidence OR NEW.asked_by <> OLD.asked_by
    OR NEW.asked_at <> OLD.asked_at
BEGIN SELECT RAISE(ABORT, 'an adjustment is decided once'); END;

CREATE TRIGGER adjustment_is_never_deleted BEFORE DELETE ON adjustment
BEGIN SELECT RAISE(ABORT, 'an adjustment is never deleted'); END;

CREATE TABLE adjustment_effect (
    adjustment      TEXT NOT NULL REFERENCES adjustment (id),
    area            TEXT NOT NULL,
    measure         TEXT NOT NULL,
    before          TEXT NOT NULL,
    after           TEXT NOT NULL,
    is_small        INTEGER NOT NULL CHECK (is_small IN (0, 1)),  -- about fewer people than a part of the whole may show
    PRIMARY KEY (adjustment, area, measure)
) STRICT;

CREATE TRIGGER adjustment_effect_is_never_changed BEFORE UPDATE ON adjustment_effect
BEGIN SELECT RAISE(ABORT, 'the effect of an adjustment is never changed'); END;

CREATE TRIGGER adjustment_effect_is_never_deleted BEFORE DELETE ON adjustment_effect
BEGIN SELECT RAISE(ABORT, 'the effect of an adjustment is never deleted'); END;
