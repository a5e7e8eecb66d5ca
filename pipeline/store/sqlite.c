#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/embedded.h"
#include "pipeline/store/store.h"

extern const struct sulih_embedded sulih_schema[]; /* schema/NNNN_*.sql, in order */

enum { FIND, PUT, USED, STATEMENTS };

struct sqlite_store {
	struct sulih_store face; /* first */
	sqlite3 *db;
	sqlite3_stmt *statements[STATEMENTS];
	char *path;
};

static const char *const texts[STATEMENTS] = {
	[FIND] = "SELECT masked FROM translation WHERE key = ?1",
	[PUT] = "INSERT OR REPLACE INTO translation "
		"(key, engine, from_lang, to_lang, source, target, masked, made) "
		"VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
	[USED] = "UPDATE translation SET used = used + 1 WHERE key = ?1",
};

static int fault(const struct sqlite_store *s, struct sulih_error *error)
{
	int code = s->db != NULL ? sqlite3_errcode(s->db) : SQLITE_NOMEM;

	return sulih_fail(error, SULIH_ERROR_IO, "store %s: %s", s->path ? s->path : "",
			  s->db == NULL		? "out of memory"
			  : code == SQLITE_BUSY ? "another program has locked it"
						: sqlite3_errmsg(s->db));
}

static int execute(struct sqlite_store *s, const char *sql, struct sulih_error *error)
{
	return sqlite3_exec(s->db, sql, NULL, NULL, NULL) == SQLITE_OK ? 0 : fault(s, error);
}

/* WAL without a sync a step: a killed run loses nothing that it had gone to sleep on.  SQLite's
 * busy handler does not wait when two runs change a new file's journal at once: so it is done here.
 */
static int choose_journal(struct sqlite_store *s, struct sulih_error *error)
{
	enum { PAUSE_MS = 10 };
	int code = SQLITE_BUSY;

	sqlite3_busy_timeout(s->db, 0);
	for (int waited = 0; waited < SULIH_STORE_PATIENCE_MS && code == SQLITE_BUSY;
	     waited += PAUSE_MS) {
		if (waited > 0)
			sqlite3_sleep(PAUSE_MS);
		code = sqlite3_exec(s->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
	}
	sqlite3_busy_timeout(s->db, SULIH_STORE_PATIENCE_MS);
	return code == SQLITE_OK ? execute(s, "PRAGMA synchronous = NORMAL", error)
				 : fault(s, error);
}

static int read_version(struct sqlite_store *s, int *version, struct sulih_error *error)
{
	sqlite3_stmt *statement;

	if (sqlite3_prepare_v2(s->db, "PRAGMA user_version", -1, &statement, NULL) != SQLITE_OK)
		return fault(s, error);
	*version = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int(statement, 0) : -1;
	return sqlite3_finalize(statement) == SQLITE_OK ? 0 : fault(s, error);
}

/* The schema's files from `version` on, within a transaction. */
static int apply(struct sqlite_store *s, int version, int count, struct sulih_error *error)
{
	char pragma[64];
	int status = 0;

	for (; version < count && status == 0; version++)
		status = execute(s, sulih_schema[version].data.data, error);
	snprintf(pragma, sizeof(pragma), "PRAGMA user_version = %d", count);
	return status == 0 ? execute(s, pragma, error) : status;
}

/* Brings the schema up to date.  The version is read again once the database is this run's
 * alone: another run may have done the work in the meantime. */
static int migrate(struct sqlite_store *s, struct sulih_error *error)
{
	int version = 0, count = 0, status = read_version(s, &version, error);

	while (sulih_schema[count].name != NULL)
		count++;
	if (status == 0 && version > count)
		status =
			sulih_fail(error, SULIH_ERROR_IO,
				   "store %s: made by a newer sulih (schema %d, this one knows %d)",
				   s->path, version, count);
	if (status != 0 || version == count)
		return status;
	if (s->face.why_read != NULL)
		return sulih_fail(error, SULIH_ERROR_IO,
				  "store %s: made by an older sulih, and it cannot be written: %s",
				  s->path, s->face.why_read);
	status = execute(s, "BEGIN IMMEDIATE", error);
	if (status == 0)
		status = read_version(s, &version, error);
	if (status == 0)
		status = apply(s, version, count, error);
	return status == 0 ? execute(s, "COMMIT", error) : status;
}

static void bind_text(sqlite3_stmt *statement, int number, struct sulih_view text)
{
	sqlite3_bind_text(statement, number, text.length > 0 ? text.data : "", (int)text.length,
			  SQLITE_STATIC);
}

static int find(struct sulih_store *store, const struct sulih_store_key *key,
		struct sulih_buffer *out, bool *found, struct sulih_error *error)
{
	struct sqlite_store *s = (struct sqlite_store *)store;
	sqlite3_stmt *statement = s->statements[FIND];
	int step;

	sqlite3_bind_blob(statement, 1, key->bytes, sizeof(key->bytes), SQLITE_STATIC);
	step = sqlite3_step(statement);
	*found = step == SQLITE_ROW;
	if (*found)
		sulih_buffer_append(out, (const char *)sqlite3_column_text(statement, 0),
				    (size_t)sqlite3_column_bytes(statement, 0));
	sqlite3_reset(statement);
	if (step != SQLITE_ROW && step != SQLITE_DONE)
		return fault(s, error);
	if (*found && s->face.why_read == NULL) {
		statement = s->statements[USED];
		sqlite3_bind_blob(statement, 1, key->bytes, sizeof(key->bytes), SQLITE_STATIC);
		sqlite3_step(statement);
		sqlite3_reset(statement);
	}
	return sulih_buffer_status(out, error);
}

static int put(struct sulih_store *store, const struct sulih_store_key *key,
	       const struct sulih_store_row *row, struct sulih_error *error)
{
	struct sqlite_store *s = (struct sqlite_store *)store;
	sqlite3_stmt *statement = s->statements[PUT];
	int step;

	sqlite3_bind_blob(statement, 1, key->bytes, sizeof(key->bytes), SQLITE_STATIC);
	bind_text(statement, 2, row->engine);
	bind_text(statement, 3, row->from_lang);
	bind_text(statement, 4, row->to_lang);
	bind_text(statement, 5, row->source);
	bind_text(statement, 6, row->target);
	bind_text(statement, 7, row->masked);
	sqlite3_bind_int64(statement, 8, row->made);
	step = sqlite3_step(statement);
	sqlite3_reset(statement);
	return step == SQLITE_DONE ? 0 : fault(s, error);
}

static struct sulih_view column(sqlite3_stmt *statement, int number)
{
	const char *text = (const char *)sqlite3_column_text(statement, number);

	return sulih_view_make(text ? text : "", (size_t)sqlite3_column_bytes(statement, number));
}

static int walk(struct sulih_store *store,
		int (*each)(void *context, const struct sulih_store_row *row), void *context,
		struct sulih_error *error)
{
	struct sqlite_store *s = (struct sqlite_store *)store;
	sqlite3_stmt *statement;
	int step, status = 0;

	if (sqlite3_prepare_v2(
		    s->db,
		    "SELECT engine, from_lang, to_lang, source, target, masked, made, used "
		    "FROM translation ORDER BY source, engine",
		    -1, &statement, NULL) != SQLITE_OK)
		return fault(s, error);
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
	return step == SQLITE_DONE ? 0 : fault(s, error);
}

static int forget(struct sulih_store *store, const char *engine, size_t *count,
		  struct sulih_error *error)
{
	struct sqlite_store *s = (struct sqlite_store *)store;
	sqlite3_stmt *statement;
	int step;

	if (sqlite3_prepare_v2(s->db, "DELETE FROM translation WHERE ?1 IS NULL OR engine = ?1", -1,
			       &statement, NULL) != SQLITE_OK)
		return fault(s, error);
	if (engine != NULL)
		bind_text(statement, 1, sulih_view_of(engine));
	step = sqlite3_step(statement);
	sqlite3_finalize(statement);
	*count = (size_t)sqlite3_changes(s->db);
	return step == SQLITE_DONE ? 0 : fault(s, error);
}

/* Who reads waits for nobody in WAL, but for one that closes the file as the last and clears its
 * journal away.  A mark of use that another run's writing gets in the way of is not waited for:
 * within a step that has read, SQLite does not. */
static int begin_finding(struct sulih_store *store, struct sulih_error *error)
{
	struct sqlite_store *s = (struct sqlite_store *)store;

	sqlite3_busy_timeout(s->db, SULIH_STORE_PATIENCE_MS);
	return execute(s, "BEGIN", error);
}

static int begin(struct sulih_store *store, int wait_ms, struct sulih_error *error)
{
	struct sqlite_store *s = (struct sqlite_store *)store;

	sqlite3_busy_timeout(s->db, wait_ms);
	return execute(s, "BEGIN IMMEDIATE", error);
}

static int commit(struct sulih_store *store, struct sulih_error *error)
{
	return execute((struct sqlite_store *)store, "COMMIT", error);
}

/* SQLite has rolled back by itself after some faults: then there is nothing to give up. */
static void give_up(struct sulih_store *store)
{
	struct sqlite_store *s = (struct sqlite_store *)store;

	if (!sqlite3_get_autocommit(s->db))
		sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
}

static void close_store(struct sulih_store *store)
{
	struct sqlite_store *s = (struct sqlite_store *)store;

	if (s == NULL)
		return;
	/* what was committed goes to the disk now, also when others have the store open */
	if (s->db != NULL && s->face.why_read == NULL)
		sqlite3_wal_checkpoint_v2(s->db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
	for (int i = 0; i < STATEMENTS; i++)
		sqlite3_finalize(s->statements[i]);
	sqlite3_close(s->db);
	free(s->path);
	free(s);
}

static const struct sulih_store_backend backend = { .find = find,
						    .put = put,
						    .walk = walk,
						    .forget = forget,
						    .begin_finding = begin_finding,
						    .begin = begin,
						    .commit = commit,
						    .give_up = give_up,
						    .close = close_store };

/* The folders above `path`, and the file itself for this user alone.  `why_read` gets why it
 * can only be read. */
static int make_file(const char *path, const char **why_read, struct sulih_error *error)
{
	char *copy = strdup(path);
	int fd, fault, status = 0;

	if (copy == NULL)
		return sulih_fail_memory(error);
	for (char *c = copy + 1; *c != '\0' && status == 0; c++) {
		if (*c != '/')
			continue;
		*c = '\0';
		if (mkdir(copy, 0700) != 0 && errno != EEXIST)
			status = sulih_fail(error, SULIH_ERROR_IO,
					    "store: folder %s cannot be made: %s", copy,
					    strerror(errno));
		*c = '/';
	}
	free(copy);
	if (status != 0)
		return status;
	fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	fault = errno;
	if (fd < 0 && (fault == EACCES || fault == EROFS || fault == EPERM)) {
		*why_read = fault == EROFS ? "its file system is read-only"
					   : "this user may not write it";
		fd = open(path, O_RDONLY | O_CLOEXEC);
	}
	if (fd < 0)
		return sulih_fail(error, SULIH_ERROR_IO, "store %s: cannot be opened: %s", path,
				  strerror(fault));
	close(fd);
	return 0;
}

int sulih_store_open_sqlite(const char *path, struct sulih_store **store, struct sulih_error *error)
{
	struct sqlite_store *s;
	const char *why_read = NULL;
	int status = make_file(path, &why_read, error);

	*store = NULL;
	if (status != 0)
		return status;
	s = calloc(1, sizeof(*s));
	if (s == NULL)
		return sulih_fail_memory(error);
	s->face.is = &backend;
	s->path = strdup(path);
	s->face.name = s->path;
	s->face.why_read = why_read;
	if (s->path == NULL)
		status = sulih_fail_memory(error);
	if (status == 0 &&
	    sqlite3_open_v2(path, &s->db,
			    why_read != NULL ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE,
			    NULL) != SQLITE_OK)
		status = fault(s, error);
	if (status == 0 && why_read == NULL)
		status = choose_journal(s, error);
	if (status == 0)
		status = migrate(s, error);
	for (int i = 0; i < STATEMENTS && status == 0; i++)
		if (sqlite3_prepare_v3(s->db, texts[i], -1, SQLITE_PREPARE_PERSISTENT,
				       &s->statements[i], NULL) != SQLITE_OK)
			status = fault(s, error);
	if (status != 0) {
		close_store(&s->face);
		return status;
	}
	*store = &s->face;
	return 0;
}
