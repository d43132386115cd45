-- Questions that were saved: a figure by its permanent reference, or a page with what was chosen in it.
CREATE TABLE saved_question (
    id              TEXT NOT NULL PRIMARY KEY,  -- random
    title           TEXT NOT NULL,
    kind            TEXT NOT NULL CHECK (kind IN ('Figure', 'Page')),
    target          TEXT NOT NULL,              -- a permanent reference, or a path with its query
    pinned          INTEGER NOT NULL CHECK (pinned IN (0, 1)),  -- the figure of its snapshot, and of no later one
    made_by         TEXT NOT NULL,
    made_at         TEXT NOT NULL,
    withdrawn_by    TEXT NOT NULL,              -- empty while it stands
    withdrawn_at    TEXT NOT NULL,
    CHECK (kind = 'Figure' OR pinned = 0),
    CHECK ((withdrawn_by = '') = (withdrawn_at = ''))
) STRICT;

CREATE TRIGGER saved_question_is_only_withdrawn BEFORE UPDATE ON saved_question
WHEN OLD.withdrawn_by <> '' OR NEW.withdrawn_by = '' OR NEW.id <> OLD.id OR NEW.title <> OLD.title OR NEW.kind <> OLD.kind
    OR NEW.target <> OLD.target OR NEW.pinned <> OLD.pinned OR NEW.made_by <> OLD.made_by OR NEW.made_at <> OLD.made_at
BEGIN SELECT RAISE(ABORT, 'a saved question is withdrawn, never changed'); END;

CREATE TRIGGER saved_question_is_never_deleted BEFORE DELETE ON saved_question
BEGIN SELECT RAISE(ABORT, 'a saved question is withdrawn, never deleted'); END;

-- Requests for figures, from outside or inside, and what became of them. Nothing says who asked but their kind.
CREATE TABLE information_request (
    number          INTEGER NOT NULL PRIMARY KEY,
    asker           TEXT NOT NULL,
    words           TEXT NOT NULL,              -- empty once they are withdrawn
    due             TEXT NOT NULL,
    logged_by       TEXT NOT NULL,
    logged_at       TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('Open', 'Available', 'Saved', 'Declined', 'Withdrawn')),
    said            TEXT NOT NULL,              -- what was said with the answer, or why it was declined
    closed_by       TEXT NOT NULL,              -- empty while it is open
    closed_at       TEXT NOT NULL,
    CHECK ((state = 'Open') = (closed_by = '') AND (closed_by = '') = (closed_at = '')),
    CHECK ((state = 'Withdrawn') = (words = ''))
) STRICT;

CREATE TABLE request_answer (
    request         INTEGER NOT NULL REFERENCES information_request (number),
    ordinal         INTEGER NOT NULL,
    reference       TEXT NOT NULL,              -- of a figure, an issued pack, evidence or a saved question
    PRIMARY KEY (request, ordinal)
) STRICT;

CREATE TRIGGER information_request_is_closed_once BEFORE UPDATE ON information_request
WHEN NEW.number <> OLD.number OR NEW.asker <> OLD.asker OR NEW.due <> OLD.due OR NEW.logged_by <> OLD.logged_by OR NEW.logged_at <> OLD.logged_at
    OR OLD.state = 'Withdrawn' OR NEW.state = 'Open'
    OR (NEW.state <> 'Withdrawn' AND (OLD.state <> 'Open' OR NEW.words <> OLD.words))
BEGIN SELECT RAISE(ABORT, 'a request is closed once, and its words are only withdrawn'); END;

CREATE TRIGGER information_request_is_never_deleted BEFORE DELETE ON information_request
BEGIN SELECT RAISE(ABORT, 'a request is never deleted'); END;

CREATE TRIGGER request_answer_is_never_changed BEFORE UPDATE ON request_answer
BEGIN SELECT RAISE(ABORT, 'an answer is never changed'); END;

CREATE TRIGGER request_answer_is_never_deleted BEFORE DELETE ON request_answer
BEGIN SELECT RAISE(ABORT, 'an answer is never deleted'); END;
