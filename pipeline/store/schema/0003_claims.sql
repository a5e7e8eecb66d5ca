-- Runs that have the store open and send, and what they are sending, so that two of them do not pay for the same
-- text. A run lives until `until` (milliseconds of the machine's steady clock), which it renews; `telling`: its claims
-- are here (a run that is alone writes none). Nothing of this outlives the runs.
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  until INTEGER NOT NULL,
  telling INTEGER NOT NULL
);
CREATE TABLE claim (
  key BLOB PRIMARY KEY,
  run INTEGER NOT NULL
) WITHOUT ROWID;
