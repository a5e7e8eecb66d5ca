-- One row a translated piece of text. `key` is the XXH3-128 of all that decides a translation: engine
-- and its address and variables, languages, the masked source with what its placeholders stand for. Rows
-- of engine 'tmx' were imported: their key is of the languages and the source alone, and they serve any engine.
CREATE TABLE translation (
  key BLOB PRIMARY KEY,
  engine TEXT NOT NULL,
  from_lang TEXT NOT NULL,
  to_lang TEXT NOT NULL,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  masked TEXT NOT NULL,
  made INTEGER NOT NULL,
  used INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
