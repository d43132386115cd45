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
