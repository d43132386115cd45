-- Questions that were saved: a figure by its permanent reference, or a page with what was chosen in it.
CREATE TABLE saved_question (
    id              text COLLATE "C" NOT NULL PRIMARY KEY,  -- random
    title           text COLLATE "C" NOT NULL,
    kind            text COLLATE "C" NOT NULL CHECK (kind IN ('Figure', 'Page')),
    target          text COLLATE "C" NOT NULL,              -- a permanent reference, or a path with its query
    pinned          bigint NOT NULL CHECK (pinned IN (0, 1)),  -- the figure of its snapshot, and of no later one
    made_by         text COLLATE "C" NOT NULL,
    made_at         text COLLATE "C" NOT NULL,
    withdrawn_by    text COLLATE "C" NOT NULL,              -- empty while it stands
    withdrawn_at    text COLLATE "C" NOT NULL,
    CHECK (kind = 'Figure' OR pinned = 0),
    CHECK ((withdrawn_by = '') = (withdrawn_at = ''))
);

CREATE TRIGGER saved_question_is_only_withdrawn BEFORE UPDATE ON saved_question FOR EACH ROW
WHEN (OLD.withdrawn_by <> '' OR NEW.withdrawn_by = '' OR NEW.id <> OLD.id OR NEW.title <> OLD.title OR NEW.kind <> OLD.kind
    OR NEW.target <> OLD.target OR NEW.pinned <> OLD.pinned OR NEW.made_by <> OLD.made_by OR NEW.made_at <> OLD.made_at)
EXECUTE FUNCTION closing_refuses('a saved question is withdrawn, never changed');
ALTER TABLE saved_question ENABLE ALWAYS TRIGGER saved_question_is_only_withdrawn;

CREATE TRIGGER saved_question_is_never_deleted BEFORE DELETE ON saved_question FOR EACH ROW
EXECUTE FUNCTION closing_refuses('a saved question is withdrawn, never deleted');
ALTER TABLE saved_question ENABLE ALWAYS TRIGGER saved_question_is_never_deleted;
CREATE TRIGGER saved_question_is_never_emptied BEFORE TRUNCATE ON saved_question FOR EACH STATEMENT EXECUTE FUNCTION closing_refuses('a saved question is withdrawn, never deleted');
ALTER TABLE saved_question ENABLE ALWAYS TRIGGER saved_question_is_never_emptied;

-- Requests for figures, from outside or inside, and what became of them. Nothing says who asked but their kind.
CREATE TABLE information_request (
    number          bigint NOT NULL PRIMARY KEY,
    asker           text COLLATE "C" NOT NULL,
    words           text COLLATE "C" NOT NULL,              -- empty once they are withdrawn
    due             text COLLATE "C" NOT NULL,
    logged_by       text COLLATE "C" NOT NULL,
    logged_at       text COLLATE "C" NOT NULL,
    state           text COLLATE "C" NOT NULL CHECK (state IN ('Open', 'Available', 'Saved', 'Declined', 'Withdrawn')),
    said            text COLLATE "C" NOT NULL,              -- what was said with the answer, or why it was declined
    closed_by       text COLLATE "C" NOT NULL,              -- empty while it is open
    closed_at       text COLLATE "C" NOT NULL,
    CHECK ((state = 'Open') = (closed_by = '') AND (closed_by = '') = (closed_at = '')),
    CHECK ((state = 'Withdrawn') = (words = ''))
);

CREATE TABLE request_answer (
    request         bigint NOT NULL REFERENCES information_request (number),
    ordinal         bigint NOT NULL,
    reference       text COLLATE "C" NOT NULL,              -- of a figure, an issued pack, evidence or a saved question
    PRIMARY KEY (request, ordinal)
);

CREATE TRIGGER information_request_is_closed_once BEFORE UPDATE ON information_request FOR EACH ROW
WHEN (NEW.number <> OLD.number OR NEW.asker <> OLD.asker OR NEW.due <> OLD.due OR NEW.logged_by <> OLD.logged_by OR NEW.logged_at <> OLD.logged_at
    OR OLD.state = 'Withdrawn' OR NEW.state = 'Open'
    OR (NEW.state <> 'Withdrawn' AND (OLD.state <> 'Open' OR NEW.words <> OLD.words)))
EXECUTE FUNCTION closing_refuses('a request is closed once, and its words are only withdrawn');
ALTER TABLE information_request ENABLE ALWAYS TRIGGER information_request_is_closed_once;

CREATE TRIGGER information_request_is_never_deleted BEFORE DELETE ON information_request FOR EACH ROW
EXECUTE FUNCTION closing_refuses('a request is never deleted');
ALTER TABLE information_request ENABLE ALWAYS TRIGGER information_request_is_never_deleted;
CREATE TRIGGER information_request_is_never_emptied BEFORE TRUNCATE ON information_request FOR EACH STATEMENT EXECUTE FUNCTION closing_refuses('a request is never deleted');
ALTER TABLE information_request ENABLE ALWAYS TRIGGER information_request_is_never_emptied;

CREATE TRIGGER request_answer_is_never_changed BEFORE UPDATE ON request_answer FOR EACH ROW
EXECUTE FUNCTION closing_refuses('an answer is never changed');
ALTER TABLE request_answer ENABLE ALWAYS TRIGGER request_answer_is_never_changed;

CREATE TRIGGER request_answer_is_never_deleted BEFORE DELETE ON request_answer FOR EACH ROW
EXECUTE FUNCTION closing_refuses('an answer is never deleted');
ALTER TABLE request_answer ENABLE ALWAYS TRIGGER request_answer_is_never_deleted;
CREATE TRIGGER request_answer_is_never_emptied BEFORE TRUNCATE ON request_answer FOR EACH STATEMENT EXECUTE FUNCTION closing_refuses('an answer is never deleted');
ALTER TABLE request_answer ENABLE ALWAYS TRIGGER request_answer_is_never_emptied;
