/* The rows of a store in SQLite. */
#include "pipeline/store/sqlite.h"

#include <stdlib.h>

static const char *const texts[SULIH_SQLITE_STATEMENTS] = {
	[SULIH_SQLITE_FIND] = "SELECT masked, said FROM translation WHERE key = ?1",
	[SULIH_SQLITE_FIND_UNSAID] = "SELECT masked, '' FROM translation WHERE key = ?1",
	[SULIH_SQLITE_PUT] = "INSERT OR REPLACE INTO translation "
			     "(key, engine, from_lang, to_lang, source, target, masked, made, "
			     "said) "
			     "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
	[SULIH_SQLITE_USED] = "UPDATE translation SET used = used + 1 WHERE key = ?1",
	[SULIH_SQLITE_LIVE] = "INSERT OR REPLACE INTO run (id, until, telling) VALUES (?2, ?5, ?6)",
	[SULIH_SQLITE_FORGET_DEAD] = "DELETE FROM run WHERE until <= ?3 OR until > ?4",
	[SULIH_SQLITE_FORGET_CLAIMS] = "DELETE FROM claim WHERE run NOT IN (SELECT id FROM run)",
	[SULIH_SQLITE_TAKE_BACK] = "DELETE FROM claim WHERE run = ?2",
	[SULIH_SQLITE_LEAVE] = "DELETE FROM run WHERE id = ?2",
	[SULIH_SQLITE_LOOK] = "SELECT count(*), count(*) - total(telling) FROM run "
			      "WHERE id <> ?2 AND until > ?3 AND until <= ?4",
	[SULIH_SQLITE_CLAIM] = "INSERT INTO claim (key, run) VALUES (?1, ?2) ON CONFLICT (key) DO "
			       "UPDATE SET run = ?2 WHERE run = ?2 OR run NOT IN (SELECT id FROM "
			       "run WHERE until > ?3 AND until <= ?4)",
	[SULIH_SQLITE_RELEASE] = "DELETE FROM claim WHERE key = ?1 AND run = ?2",
	[SULIH_SQLITE_IS_CLAIMED] = "SELECT 1 FROM claim JOIN run ON id = run WHERE key = ?1 AND "
				    "run <> ?2 AND until > ?3 AND until <= ?4",
};

int sulih_sqlite_fault(const struct sulih_sqlite *s, struct sulih_error *error)
{
	int code = s->db != NULL ? sqlite3_errcode(s->db) : SQLITE_NOMEM;

	return sulih_fail(error, SULIH_ERROR_IO, "store %s: %s", s->path ? s->path : "",
			  s->db == NULL		? "out of memory"
			  : code == SQLITE_BUSY ? "another program has locked it"
						: sqlite3_errmsg(s->db));
}

int sulih_sqlite_execute(struct sulih_sqlite *s, const char *sql, struct sulih_error *error)
{
	return sqlite3_exec(s->db, sql, NULL, NULL, NULL) == SQLITE_OK
		       ? 0
		       : sulih_sqlite_fault(s, error);
}

sqlite3_stmt *sulih_sqlite_statement(struct sulih_sqlite *s, enum sulih_sqlite_statement which,
				     const struct sulih_store_key *key, struct sulih_error *error)
{
	sqlite3_stmt **statement = &s->statements[which];

	if (*statement == NULL &&
	    sqlite3_prepare_v3(s->db, texts[which], -1, SQLITE_PREPARE_PERSISTENT, statement,
			       NULL) != SQLITE_OK) {
		sulih_sqlite_fault(s, error);
		return NULL;
	}
	if (key != NULL)
		sqlite3_bind_blob(*statement, 1, key->bytes, sizeof(key->bytes), SQLITE_STATIC);
	return *statement;
}

int sulih_sqlite_do(struct sulih_sqlite *s, sqlite3_stmt *statement, struct sulih_error *error)
{
	int step;

	if (statement == NULL)
		return SULIH_ERROR_IO;
	step = sqlite3_step(statement);
	sqlite3_reset(statement);
	return step == SQLITE_DONE ? 0 : sulih_sqlite_fault(s, error);
}

static void bind_text(sqlite3_stmt *statement, int number, struct sulih_view text)
{
	sqlite3_bind_text(statement, number, text.length > 0 ? text.data : "", (int)text.length,
			  SQLITE_STATIC);
}

static struct sulih_view column(sqlite3_stmt *statement, int number)
{
	const char *text = (const char *)sqlite3_column_text(statement, number);

	return sulih_view_make(text ? text : "", (size_t)sqlite3_column_bytes(statement, number));
}

static int find(struct sulih_store *store, const struct sulih_store_key *key,
		struct sulih_buffer *masked, struct sulih_buffer *said, bool *found,
		struct sulih_error *error)
{
	struct sulih_sqlite *s = (struct sulih_sqlite *)store;
	sqlite3_stmt *statement = sulih_sqlite_statement(
		s, s->schema > 1 ? SULIH_SQLITE_FIND : SULIH_SQLITE_FIND_UNSAID, key, error);
	struct sulih_store_key *used;
	int step;

	if (statement == NULL)
		return SULIH_ERROR_IO;
	step = sqlite3_step(statement);
	*found = step == SQLITE_ROW;
	if (*found) {
		sulih_buffer_add(masked, column(statement, 0));
		sulih_buffer_add(said, column(statement, 1));
	}
	sqlite3_reset(statement);
	if (step != SQLITE_ROW && step != SQLITE_DONE)
		return sulih_sqlite_fault(s, error);
	if (*found && s->face.why_read == NULL && (used = SULIH_VECTOR_ADD(&s->used)) != NULL)
		*used = *key;
	return said->failed ? sulih_buffer_status(said, error) : sulih_buffer_status(masked, error);
}

static int put(struct sulih_store *store, const struct sulih_store_key *key,
	       const struct sulih_store_row *row, struct sulih_error *error)
{
	struct sulih_sqlite *s = (struct sulih_sqlite *)store;
	sqlite3_stmt *statement = sulih_sqlite_statement(s, SULIH_SQLITE_PUT, key, error);

	if (statement == NULL)
		return SULIH_ERROR_IO;
	bind_text(statement, 2, row->engine);
	bind_text(statement, 3, row->from_lang);
	bind_text(statement, 4, row->to_lang);
	bind_text(statement, 5, row->source);
	bind_text(statement, 6, row->target);
	bind_text(statement, 7, row->masked);
	sqlite3_bind_int64(statement, 8, row->made);
	bind_text(statement, 9, row->said);
	return sulih_sqlite_do(s, statement, error);
}

static int walk(struct sulih_store *store,
		int (*each)(void *context, const struct sulih_store_row *row), void *context,
		struct sulih_error *error)
{
	struct sulih_sqlite *s = (struct sulih_sqlite *)store;
	sqlite3_stmt *statement;
	int step, status = 0;

	if (sqlite3_prepare_v2(
		    s->db,
		    "SELECT engine, from_lang, to_lang, source, target, masked, made, used "
		    "FROM translation ORDER BY source, engine",
		    -1, &statement, NULL) != SQLITE_OK)
		return sulih_sqlite_fault(s, error);
	while (status == 0 && (step = sqlite3_step(statement)) == SQLITE_ROW) {
		const struct sulih_store_row row = {
			.engine = column(statement, 0),
			.from_lang = column(statement, 1),
			.to_lang = column(statement, 2),
			.source = column(statement, 3),
			.target = column(statement, 4),
			.masked = column(statement, 5),
			.made = sqlite3_column_int64(statement, 6),
			.used = sqlite3_column_int64(statement, 7),
		};

		status = each(context, &row);
	}
	sqlite3_finalize(statement);
	if (status != 0)
		return status;
	return step == SQLITE_DONE ? 0 : sulih_sqlite_fault(s, error);
}

static int forget(struct sulih_store *store, const char *engine, size_t *count,
		  struct sulih_error *error)
{
	struct sulih_sqlite *s = (struct sulih_sqlite *)store;
	sqlite3_stmt *statement;
	int step;

	if (sqlite3_prepare_v2(s->db, "DELETE FROM translation WHERE ?1 IS NULL OR engine = ?1", -1,
			       &statement, NULL) != SQLITE_OK)
		return sulih_sqlite_fault(s, error);
	if (engine != NULL)
		bind_text(statement, 1, sulih_view_of(engine));
	step = sqlite3_step(statement);
	sqlite3_finalize(statement);
	*count = (size_t)sqlite3_changes(s->db);
	return step == SQLITE_DONE ? 0 : sulih_sqlite_fault(s, error);
}

/* Who reads waits for nobody in WAL, but for one that closes the file as the last and clears its
 * journal away. */
static int begin_finding(struct sulih_store *store, struct sulih_error *error)
{
	struct sulih_sqlite *s = (struct sulih_sqlite *)store;

	sqlite3_busy_timeout(s->db, SULIH_STORE_PATIENCE_MS);
	return sulih_sqlite_execute(s, "BEGIN", error);
}

static int begin(struct sulih_store *store, int wait_ms, struct sulih_error *error)
{
	struct sulih_sqlite *s = (struct sulih_sqlite *)store;

	sqlite3_busy_timeout(s->db, wait_ms);
	return sulih_sqlite_execute(s, "BEGIN IMMEDIATE", error);
}

/* SQLite has rolled back by itself after some faults: then there is nothing to give up. */
static void give_up(struct sulih_store *store)
{
	struct sulih_sqlite *s = (struct sulih_sqlite *)store;

	if (!sqlite3_get_autocommit(s->db))
		sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
}

/* The marks of use, in a step of their own: one that finds stays open while documents are prepared,
 * and as a writer it would keep other runs out.  Marks that another's writing gets in the way of,
 * or a full disk, are lost. */
static void mark_used(struct sulih_sqlite *s)
{
	int status;

	if (s->used.count == 0)
		return;
	sqlite3_busy_timeout(s->db, 0);
	status = sulih_sqlite_execute(s, "BEGIN IMMEDIATE", NULL);
	for (size_t i = 0; i < s->used.count && status == 0; i++)
		status = sulih_sqlite_do(
			s, sulih_sqlite_statement(s, SULIH_SQLITE_USED, &s->used.items[i], NULL),
			NULL);
	if (status != 0 || sulih_sqlite_execute(s, "COMMIT", NULL) != 0)
		give_up(&s->face);
	s->used.count = 0;
}

static int commit(struct sulih_store *store, struct sulih_error *error)
{
	struct sulih_sqlite *s = (struct sulih_sqlite *)store;
	int status = sulih_sqlite_execute(s, "COMMIT", error);

	if (status == 0)
		mark_used(s);
	return status;
}

/* Commits write the journal and do not wait for the disk (sqlite_open.c); this does, for all of
 * them at once, as SQLite would at each if it were told to. */
static int settle(struct sulih_store *store, struct sulih_error *error)
{
	struct sulih_sqlite *s = (struct sulih_sqlite *)store;
	sqlite3_file *journal = NULL;

	if (sqlite3_file_control(s->db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &journal) !=
	    SQLITE_OK)
		return sulih_sqlite_fault(s, error);
	if (journal == NULL || journal->pMethods == NULL ||
	    journal->pMethods->xSync(journal, SQLITE_SYNC_NORMAL) == SQLITE_OK)
		return 0;
	return sulih_fail(error, SULIH_ERROR_IO, "store %s: its disk does not take it", s->path);
}

static void close_store(struct sulih_store *store)
{
	struct sulih_sqlite *s = (struct sulih_sqlite *)store;

	if (s == NULL)
		return;
	/* what was committed goes to the disk now, also when others have the store open */
	if (s->db != NULL && s->face.why_read == NULL)
		sqlite3_wal_checkpoint_v2(s->db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
	for (int i = 0; i < SULIH_SQLITE_STATEMENTS; i++)
		sqlite3_finalize(s->statements[i]);
	sqlite3_close(s->db);
	SULIH_VECTOR_RELEASE(&s->used);
	free(s->path);
	free(s);
}

const struct sulih_store_backend sulih_sqlite_backend = { .find = find,
							  .put = put,
							  .walk = walk,
							  .forget = forget,
							  .begin_finding = begin_finding,
							  .begin = begin,
							  .commit = commit,
							  .give_up = give_up,
							  .settle = settle,
							  .live = sulih_sqlite_live,
							  .leave = sulih_sqlite_leave,
							  .look = sulih_sqlite_look,
							  .claim = sulih_sqlite_claim,
							  .release = sulih_sqlite_release,
							  .is_claimed = sulih_sqlite_is_claimed,
							  .close = close_store };
