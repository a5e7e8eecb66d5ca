/* What runs on one store tell each other, in SQLite: who lives, and whose answers are on their way.
 *
 * All runs that SQLite lets share a file are on one machine, so the machine's steady clock is one
 * that they have in common: no setting of the time makes a dead run live.  What stands there from
 * before the machine was started is in the past, or too far ahead to be believed, within the time
 * of a lease. */
#include "pipeline/store/sqlite.h"

#include "base/clock.h"

/* What another run wrote a moment ago may be ahead of what was read from the clock before. */
enum { SLACK_MS = 1000 };

static sqlite3_int64 milliseconds(void)
{
	return sulih_clock_us() / 1000;
}

/* A statement whose parameters are the key, this run, and the borders within which a lease is
 * believed: behind the first, up to the second. */
static sqlite3_stmt *statement_of(struct sulih_sqlite *s, enum sulih_sqlite_statement which,
				  const struct sulih_store_key *key, struct sulih_error *error)
{
	sqlite3_stmt *statement = sulih_sqlite_statement(s, which, key, error);
	sqlite3_int64 now = milliseconds();

	if (s->run == 0) {
		sqlite3_randomness(sizeof(s->run), &s->run);
		s->run = (s->run & INT64_MAX) | 1;
	}
	if (statement == NULL)
		return NULL;
	sqlite3_bind_int64(statement, 2, s->run);
	if (sqlite3_bind_parameter_count(statement) >= 4) {
		sqlite3_bind_int64(statement, 3, now);
		sqlite3_bind_int64(statement, 4, now + SULIH_STORE_LEASE_MS + SLACK_MS);
	}
	return statement;
}

static int execute(struct sulih_sqlite *s, enum sulih_sqlite_statement which,
		   struct sulih_error *error)
{
	return sulih_sqlite_do(s, statement_of(s, which, NULL, error), error);
}

int sulih_sqlite_live(struct sulih_store *store, bool telling, struct sulih_error *error)
{
	struct sulih_sqlite *s = (struct sulih_sqlite *)store;
	sqlite3_stmt *statement;
	int status = execute(s, SULIH_SQLITE_FORGET_DEAD, error);

	if (status == 0 && sqlite3_changes(s->db) > 0)
		status = execute(s, SULIH_SQLITE_FORGET_CLAIMS, error);
	if (status == 0 && !telling)
		status = execute(s, SULIH_SQLITE_TAKE_BACK, error);
	if (status != 0)
		return status;
	statement = statement_of(s, SULIH_SQLITE_LIVE, NULL, error);
	if (statement != NULL) {
		sqlite3_bind_int64(statement, 5, milliseconds() + SULIH_STORE_LEASE_MS);
		sqlite3_bind_int(statement, 6, telling);
	}
	return sulih_sqlite_do(s, statement, error);
}

int sulih_sqlite_leave(struct sulih_store *store, struct sulih_error *error)
{
	struct sulih_sqlite *s = (struct sulih_sqlite *)store;
	int status = execute(s, SULIH_SQLITE_TAKE_BACK, error);

	return status == 0 ? execute(s, SULIH_SQLITE_LEAVE, error) : status;
}

int sulih_sqlite_look(struct sulih_store *store, struct sulih_store_company *company,
		      struct sulih_error *error)
{
	struct sulih_sqlite *s = (struct sulih_sqlite *)store;
	sqlite3_stmt *statement = statement_of(s, SULIH_SQLITE_LOOK, NULL, error);
	int step;

	*company = (struct sulih_store_company){ 0 };
	if (statement == NULL)
		return SULIH_ERROR_IO;
	step = sqlite3_step(statement);
	if (step == SQLITE_ROW) {
		company->others = (size_t)sqlite3_column_int64(statement, 0);
		company->silent = (size_t)sqlite3_column_int64(statement, 1);
	}
	sqlite3_reset(statement);
	return step == SQLITE_ROW ? 0 : sulih_sqlite_fault(s, error);
}

int sulih_sqlite_claim(struct sulih_store *store, const struct sulih_store_key *key, bool *mine,
		       struct sulih_error *error)
{
	struct sulih_sqlite *s = (struct sulih_sqlite *)store;
	int status = sulih_sqlite_do(s, statement_of(s, SULIH_SQLITE_CLAIM, key, error), error);

	*mine = status == 0 && sqlite3_changes(s->db) > 0;
	return status;
}

int sulih_sqlite_release(struct sulih_store *store, const struct sulih_store_key *key,
			 struct sulih_error *error)
{
	struct sulih_sqlite *s = (struct sulih_sqlite *)store;

	return sulih_sqlite_do(s, statement_of(s, SULIH_SQLITE_RELEASE, key, error), error);
}

int sulih_sqlite_is_claimed(struct sulih_store *store, const struct sulih_store_key *key,
			    bool *claimed, struct sulih_error *error)
{
	struct sulih_sqlite *s = (struct sulih_sqlite *)store;
	sqlite3_stmt *statement = statement_of(s, SULIH_SQLITE_IS_CLAIMED, key, error);
	int step;

	*claimed = false;
	if (statement == NULL)
		return SULIH_ERROR_IO;
	step = sqlite3_step(statement);
	*claimed = step == SQLITE_ROW;
	sqlite3_reset(statement);
	return step == SQLITE_ROW || step == SQLITE_DONE ? 0 : sulih_sqlite_fault(s, error);
}
