-- Organisations that support people, as the public reads of them. A second person decides on every entry, once; a change is a new
-- entry that takes the place of the one it names. Withdrawing needs nobody else: a wrong number cannot wait.
CREATE TABLE support_organisation (
    id              TEXT NOT NULL PRIMARY KEY,
    name            TEXT NOT NULL,
    helps           TEXT NOT NULL,              -- whom, and with what
    place           TEXT NOT NULL,              -- where; empty for everywhere
    telephone       TEXT NOT NULL,              -- empty for none
    web             TEXT NOT NULL,              -- empty for none
    hours           TEXT NOT NULL,              -- empty when not said
    replaces        TEXT NOT NULL,              -- the entry whose place it takes; empty for none
    state           TEXT NOT NULL CHECK (state IN ('proposed', 'shown', 'refused', 'withdrawn')),
    proposed_by     TEXT NOT NULL,
    decided_by      TEXT NOT NULL,              -- empty while it is proposed
    version         INTEGER NOT NULL,           -- raised by one with every change
    CHECK ((state = 'proposed') = (decided_by = '')),
    CHECK (state NOT IN ('shown', 'refused') OR decided_by <> proposed_by)
) STRICT;

CREATE TRIGGER support_is_decided_once BEFORE UPDATE ON support_organisation
WHEN NEW.id <> OLD.id OR NEW.version <> OLD.version + 1 OR NEW.name <> OLD.name OR NEW.helps <> OLD.helps OR NEW.place <> OLD.place
    OR NEW.telephone <> OLD.telephone OR NEW.web <> OLD.web OR NEW.hours <> OLD.hours OR NEW.replaces <> OLD.replaces
    OR NEW.proposed_by <> OLD.proposed_by
    OR NOT ((OLD.state = 'proposed' AND NEW.state IN ('shown', 'refused', 'withdrawn')) OR (OLD.state = 'shown' AND NEW.state = 'withdrawn'))
BEGIN SELECT RAISE(ABORT, 'an entry is decided once'); END;

CREATE TRIGGER support_is_never_deleted BEFORE DELETE ON support_organisation
BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END;
