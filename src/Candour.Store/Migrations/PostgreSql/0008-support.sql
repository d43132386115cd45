-- Organisations that support people, as the public reads of them. A second person decides on every entry, once; a change is a new
-- entry that takes the place of the one it names. Withdrawing needs nobody else: a wrong number cannot wait.
CREATE TABLE support_organisation (
    id              text COLLATE "C" NOT NULL PRIMARY KEY,
    name            text COLLATE "C" NOT NULL,
    helps           text COLLATE "C" NOT NULL,  -- whom, and with what
    place           text COLLATE "C" NOT NULL,  -- where; empty for everywhere
    telephone       text COLLATE "C" NOT NULL,  -- empty for none
    web             text COLLATE "C" NOT NULL,  -- empty for none
    hours           text COLLATE "C" NOT NULL,  -- empty when not said
    replaces        text COLLATE "C" NOT NULL,  -- the entry whose place it takes; empty for none
    state           text COLLATE "C" NOT NULL CHECK (state IN ('proposed', 'shown', 'refused', 'withdrawn')),
    proposed_by     text COLLATE "C" NOT NULL,
    decided_by      text COLLATE "C" NOT NULL,  -- empty while it is proposed
    version         bigint NOT NULL,            -- raised by one with every change
    CHECK ((state = 'proposed') = (decided_by = '')),
    CHECK (state NOT IN ('shown', 'refused') OR decided_by <> proposed_by)
);

CREATE TRIGGER support_is_decided_once BEFORE UPDATE ON support_organisation FOR EACH ROW
WHEN (NEW.id <> OLD.id OR NEW.version <> OLD.version + 1 OR NEW.name <> OLD.name OR NEW.helps <> OLD.helps OR NEW.place <> OLD.place
    OR NEW.telephone <> OLD.telephone OR NEW.web <> OLD.web OR NEW.hours <> OLD.hours OR NEW.replaces <> OLD.replaces
    OR NEW.proposed_by <> OLD.proposed_by
    OR NOT ((OLD.state = 'proposed' AND NEW.state IN ('shown', 'refused', 'withdrawn')) OR (OLD.state = 'shown' AND NEW.state = 'withdrawn')))
EXECUTE FUNCTION approval_refuses('an entry is decided once');

CREATE TRIGGER support_is_never_deleted BEFORE DELETE ON support_organisation FOR EACH ROW
EXECUTE FUNCTION approval_refuses('an entry is never deleted');

CREATE TRIGGER support_is_never_emptied BEFORE TRUNCATE ON support_organisation FOR EACH STATEMENT
EXECUTE FUNCTION approval_refuses('an entry is never deleted');

ALTER TABLE support_organisation ENABLE ALWAYS TRIGGER support_is_decided_once;
ALTER TABLE support_organisation ENABLE ALWAYS TRIGGER support_is_never_deleted;
ALTER TABLE support_organisation ENABLE ALWAYS TRIGGER support_is_never_emptied;
