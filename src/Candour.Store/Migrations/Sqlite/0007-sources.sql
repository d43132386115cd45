-- What people have said about the files of their sources: mappings made in the browser, and answers that are not asked for again.
CREATE TABLE source_mapping (
    id TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL,
    kept_by TEXT NOT NULL,
    kept_at TEXT NOT NULL
);
CREATE TABLE source_answer (
    mapping TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    kept_by TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    PRIMARY KEY (mapping, question)
);
-- Two datasets were linked by the pseudonyms that both hold: how, and how well.
CREATE TABLE link (
    id TEXT NOT NULL PRIMARY KEY,
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    namespace TEXT NOT NULL,
    method TEXT NOT NULL,
    key_id TEXT NOT NULL,
    link_domain TEXT NOT NULL,
    only_one INTEGER NOT NULL,
    in_both INTEGER NOT NULL,
    only_other INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL
);
