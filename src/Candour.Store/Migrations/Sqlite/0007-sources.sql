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
