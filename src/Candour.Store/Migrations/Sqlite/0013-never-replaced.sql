-- INSERT OR REPLACE removes a row without any delete trigger, but not before these. Without them the day until which evidence is kept, or what
-- an area said, could be moved by writing the row again. What is named by the hash of what it holds is compared with it when it is read.
CREATE TRIGGER evidence_is_put_once BEFORE INSERT ON evidence
WHEN EXISTS (SELECT 1 FROM evidence WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'evidence is erased, never replaced'); END;

CREATE TRIGGER evidence_version_is_put_once BEFORE INSERT ON evidence_version
WHEN EXISTS (SELECT 1 FROM evidence_version WHERE (evidence = NEW.evidence AND ordinal = NEW.ordinal) OR file = NEW.file)
BEGIN SELECT RAISE(ABORT, 'a version of evidence is never replaced'); END;

CREATE TRIGGER pack_is_sent_once BEFORE INSERT ON pack
WHEN EXISTS (SELECT 1 FROM pack WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a pack stays as it was sent, and is never replaced'); END;

CREATE TRIGGER pack_file_is_sent_once BEFORE INSERT ON pack_file
WHEN EXISTS (SELECT 1 FROM pack_file WHERE pack = NEW.pack AND name = NEW.name)
BEGIN SELECT RAISE(ABORT, 'a pack stays as it was sent, and is never replaced'); END;

CREATE TRIGGER pack_sentence_is_said_once BEFORE INSERT ON pack_sentence
WHEN EXISTS (SELECT 1 FROM pack_sentence WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a sentence is withdrawn, never replaced'); END;

CREATE TRIGGER area_answer_is_said_once BEFORE INSERT ON area_answer
WHEN EXISTS (SELECT 1 FROM area_answer WHERE dataset = NEW.dataset AND period = NEW.period AND area = NEW.area AND ordinal = NEW.ordinal)
BEGIN SELECT RAISE(ABORT, 'what an area said is never replaced'); END;

CREATE TRIGGER adjustment_is_asked_once BEFORE INSERT ON adjustment
WHEN EXISTS (SELECT 1 FROM adjustment WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'an adjustment is never replaced'); END;

CREATE TRIGGER adjustment_effect_is_told_once BEFORE INSERT ON adjustment_effect
WHEN EXISTS (SELECT 1 FROM adjustment_effect WHERE adjustment = NEW.adjustment AND area = NEW.area AND measure = NEW.measure)
BEGIN SELECT RAISE(ABORT, 'the effect of an adjustment is never replaced'); END;

CREATE TRIGGER saved_question_is_saved_once BEFORE INSERT ON saved_question
WHEN EXISTS (SELECT 1 FROM saved_question WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a saved question is withdrawn, never replaced'); END;

CREATE TRIGGER information_request_is_logged_once BEFORE INSERT ON information_request
WHEN EXISTS (SELECT 1 FROM information_request WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'a request is never replaced'); END;

CREATE TRIGGER request_answer_is_given_once BEFORE INSERT ON request_answer
WHEN EXISTS (SELECT 1 FROM request_answer WHERE request = NEW.request AND ordinal = NEW.ordinal)
BEGIN SELECT RAISE(ABORT, 'an answer is never replaced'); END;

CREATE TRIGGER support_is_proposed_once BEFORE INSERT ON support_organisation
WHEN EXISTS (SELECT 1 FROM support_organisation WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'an entry is never replaced'); END;
