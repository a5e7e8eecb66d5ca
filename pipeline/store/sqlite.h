/*
 * Inside the SQLite backend: sqlite_open.c makes and opens the file, sqlite.c works on its rows,
 * sqlite_claims.c on what runs tell each other.
 */
#ifndef SULIH_PIPELINE_STORE_SQLITE_H
#define SULIH_PIPELINE_STORE_SQLITE_H

#include <sqlite3.h>

#include "pipeline/store/store.h"

/* Statements that are asked for often enough to be kept. */
enum sulih_sqlite_statement {
	SULIH_SQLITE_FIND,
	SULIH_SQLITE_FIND_UNSAID, /* in a schema without `said` */
	SULIH_SQLITE_PUT,
	SULIH_SQLITE_USED,
	SULIH_SQLITE_LIVE,
	SULIH_SQLITE_FORGET_DEAD,
	SULIH_SQLITE_FORGET_CLAIMS,
	SULIH_SQLITE_TAKE_BACK,
	SULIH_SQLITE_LEAVE,
	SULIH_SQLITE_LOOK,
	SULIH_SQLITE_CLAIM,
	SULIH_SQLITE_RELEASE,
	SULIH_SQLITE_IS_CLAIMED,
	SULIH_SQLITE_STATEMENTS
};

struct sulih_sqlite {
	struct sulih_store face; /* first */
	sqlite3 *db;
	sqlite3_stmt *statements[SULIH_SQLITE_STATEMENTS];
	char *path;
	int schema;				   /* of the file */
	sqlite3_int64 run;			   /* this run's id; 0: none yet */
	SULIH_VECTOR(struct sulih_store_key) used; /* found, and not marked as used yet */
};

extern const struct sulih_store_backend sulih_sqlite_backend;

/* Fails with what the database says is wrong. */
int sulih_sqlite_fault(const struct sulih_sqlite *s, struct sulih_error *error);
int sulih_sqlite_execute(struct sulih_sqlite *s, const char *sql, struct sulih_error *error);
/* A statement with the key as its first parameter (NULL: none), ready to be stepped; prepared when
 * it is wanted first.  NULL: it cannot be. */
sqlite3_stmt *sulih_sqlite_statement(struct sulih_sqlite *s, enum sulih_sqlite_statement which,
				     const struct sulih_store_key *key, struct sulih_error *error);
/* Steps a statement that gives no rows. */
int sulih_sqlite_do(struct sulih_sqlite *s, sqlite3_stmt *statement, struct sulih_error *error);

/* Members of the backend that sqlite_claims.c has. */
int sulih_sqlite_live(struct sulih_store *store, bool telling, struct sulih_error *error);
int sulih_sqlite_leave(struct sulih_store *store, struct sulih_error *error);
int sulih_sqlite_look(struct sulih_store *store, struct sulih_store_company *company,
		      struct sulih_error *error);
int sulih_sqlite_claim(struct sulih_store *store, const struct sulih_store_key *key, bool *mine,
		       struct sulih_error *error);
int sulih_sqlite_release(struct sulih_store *store, const struct sulih_store_key *key,
			 struct sulih_error *error);
int sulih_sqlite_is_claimed(struct sulih_store *store, const struct sulih_store_key *key,
			    bool *claimed, struct sulih_error *error);

#endif
