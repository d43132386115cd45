-- What people have said about the files of their sources: mappings made in the browser, and answers that are not asked for again.
CREATE TABLE source_mapping (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    text text COLLATE "C" NOT NULL,
    kept_by text COLLATE "C" NOT NULL,
    kept_at text COLLATE "C" NOT NULL
);
CREATE TABLE source_answer (
    mapping text COLLATE "C" NOT NULL,
    question text COLLATE "C" NOT NULL,
    answer text COLLATE "C" NOT NULL,
    kept_by text COLLATE "C" NOT NULL,
    kept_at text COLLATE "C" NOT NULL,
    PRIMARY KEY (mapping, question)
);
-- Two datasets were linked by the pseudonyms that both hold: how, and how well.
CREATE TABLE link (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    one text COLLATE "C" NOT NULL,
    other text COLLATE "C" NOT NULL,
    namespace text COLLATE "C" NOT NULL,
    method text COLLATE "C" NOT NULL,
    key_id text COLLATE "C" NOT NULL,
    link_domain text COLLATE "C" NOT NULL,
    only_one bigint NOT NULL,
    in_both bigint NOT NULL,
    only_other bigint NOT NULL,
    made_by text COLLATE "C" NOT NULL,
    made_at text COLLATE "C" NOT NULL
);
