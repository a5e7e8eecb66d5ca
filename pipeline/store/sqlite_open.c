/* A store's file: made, opened, brought up to date. */
#include "pipeline/store/sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/embedded.h"

extern const struct sulih_embedded sulih_schema[]; /* schema/NNNN_*.sql, in order */

/* WAL without a sync a step: a killed run loses nothing that it had gone to sleep on, and the disk
 * is waited for apart (`settle`).  The journal is cleared away at 16 MiB instead of 4, since that
 * waits for the disk twice, and a page that was written many times by then is moved once.  SQLite's
 * busy handler does not wait when two runs change a new file's journal at once: so it is done here.
 */
static int choose_journal(struct sulih_sqlite *s, struct sulih_error *error)
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
	return code == SQLITE_OK ? sulih_sqlite_execute(s,
							"PRAGMA synchronous = NORMAL;"
							"PRAGMA wal_autocheckpoint = 4000",
							error)
				 : sulih_sqlite_fault(s, error);
}

static int read_version(struct sulih_sqlite *s, int *version, struct sulih_error *error)
{
	sqlite3_stmt *statement;

	if (sqlite3_prepare_v2(s->db, "PRAGMA user_version", -1, &statement, NULL) != SQLITE_OK)
		return sulih_sqlite_fault(s, error);
	*version = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int(statement, 0) : -1;
	return sqlite3_finalize(statement) == SQLITE_OK ? 0 : sulih_sqlite_fault(s, error);
}

/* The schema's files from `version` on, within a transaction. */
static int apply(struct sulih_sqlite *s, int version, int count, struct sulih_error *error)
{
	char pragma[64];
	int status = 0;

	for (; version < count && status == 0; version++)
		status = sulih_sqlite_execute(s, sulih_schema[version].data.data, error);
	snprintf(pragma, sizeof(pragma), "PRAGMA user_version = %d", count);
	return status == 0 ? sulih_sqlite_execute(s, pragma, error) : status;
}

/* Brings the schema up to date; one that can only be read serves as it is.  The version is read
 * again once the database is this run's alone: another run may have done the work in the meantime.
 */
static int migrate(struct sulih_sqlite *s, struct sulih_error *error)
{
	int version = 0, count = 0, status = read_version(s, &version, error);

	while (sulih_schema[count].name != NULL)
		count++;
	if (status == 0 && version > count)
		status =
			sulih_fail(error, SULIH_ERROR_IO,
				   "store %s: made by a newer sulih (schema %d, this one knows %d)",
				   s->path, version, count);
	s->schema = version;
	if (status != 0 || version == count || (s->face.why_read != NULL && version > 0))
		return status;
	if (s->face.why_read != NULL)
		return sulih_fail(error, SULIH_ERROR_IO,
				  "store %s: it holds nothing, and cannot be written: %s", s->path,
				  s->face.why_read);
	status = sulih_sqlite_execute(s, "BEGIN IMMEDIATE", error);
	if (status == 0)
		status = read_version(s, &version, error);
	if (status == 0)
		status = apply(s, version, count, error);
	s->schema = count;
	return status == 0 ? sulih_sqlite_execute(s, "COMMIT", error) : status;
}

/* The folders above `path`, and the file itself for this user alone.  `why_read` gets why it
 * can only be read. */
static int make_file(const char *path, const char **why_read, struct sulih_error *error)
{
	char *copy = strdup(path);
	int fd, fault, status = 0;

	if (copy == NULL)
		return sulih_fail_memory(error);
	for (char *c = copy; *c != '\0' && status == 0; c++) {
		if (*c != '/' || c == copy)
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

/* "file:PATH?immutable=1", in which SQLite reads % ? and # its own way. */
static char *immutable_name(const char *path)
{
	struct sulih_buffer name = SULIH_BUFFER_INIT;
	char *taken;

	sulih_buffer_puts(&name, "file:");
	for (const char *c = path; *c != '\0'; c++)
		if (*c == '%' || *c == '?' || *c == '#')
			sulih_buffer_printf(&name, "%%%02X", (unsigned)*c);
		else
			sulih_buffer_putc(&name, *c);
	sulih_buffer_puts(&name, "?immutable=1");
	taken = name.failed ? NULL : sulih_buffer_take(&name, NULL);
	sulih_buffer_release(&name);
	return taken;
}

/* Whether some run has left, or has, answers in the journal beside the file. */
static bool has_journal(const char *path)
{
	struct stat about;
	char *journal;
	bool has;

	if (asprintf(&journal, "%s-wal", path) < 0)
		return true;
	has = stat(journal, &about) == 0 && about.st_size > 0;
	free(journal);
	return has;
}

/* A database that can only be read, its folder too: SQLite would make files beside it to agree with
 * writers.  Where there are none it is read without. */
static int open_unchanging(struct sulih_sqlite *s, struct sulih_error *error)
{
	char *name;
	int code, version;

	if (sqlite3_open_v2(s->path, &s->db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
		return sulih_sqlite_fault(s, error);
	if (has_journal(s->path) || read_version(s, &version, NULL) == 0)
		return 0;
	sqlite3_close(s->db);
	s->db = NULL;
	name = immutable_name(s->path);
	if (name == NULL)
		return sulih_fail_memory(error);
	code = sqlite3_open_v2(name, &s->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
	free(name);
	return code == SQLITE_OK ? 0 : sulih_sqlite_fault(s, error);
}

int sulih_store_open_sqlite(const char *path, struct sulih_store **store, struct sulih_error *error)
{
	struct sulih_sqlite *s;
	const char *why_read = NULL;
	int status = make_file(path, &why_read, error);

	*store = NULL;
	if (status != 0)
		return status;
	s = calloc(1, sizeof(*s));
	if (s == NULL)
		return sulih_fail_memory(error);
	s->face.is = &sulih_sqlite_backend;
	s->path = strdup(path);
	s->face.name = s->path;
	s->face.why_read = why_read;
	if (s->path == NULL)
		status = sulih_fail_memory(error);
	if (status == 0 && why_read != NULL)
		status = open_unchanging(s, error);
	else if (status == 0 &&
		 sqlite3_open_v2(path, &s->db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
		status = sulih_sqlite_fault(s, error);
	if (status == 0 && why_read == NULL)
		status = choose_journal(s, error);
	if (status == 0)
		status = migrate(s, error);
	if (status != 0) {
		s->face.is->close(&s->face);
		return status;
	}
	*store = &s->face;
	return 0;
}
