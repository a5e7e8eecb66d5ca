-- What was said of an answer when it came and is true of it wherever it serves: a line a diagnostic, its
-- id (base/diagnostics.def), a tab and its words. Empty: nothing, or it was kept before this was.
ALTER TABLE translation ADD COLUMN said TEXT NOT NULL DEFAULT '';
