/*
 * Inside the SQLite backend: sqlite_open.c makes and opens the file, sqlite.c works on its rows.
 */
#ifndef SULIH_PIPELINE_STORE_SQLITE_H
#define SULIH_PIPELINE_STORE_SQLITE_H

#include <sqlite3.h>

#include "pipeline/store/store.h"

/* Statements that are asked for often enough to be kept. */
enum sulih_sqlite_statement {
	SULIH_SQLITE_FIND,
	SULIH_SQLITE_PUT,
	SULIH_SQLITE_USED,
	SULIH_SQLITE_STATEMENTS
};

struct sulih_sqlite {
	struct sulih_store face; /* first */
	sqlite3 *db;
	sqlite3_stmt *statements[SULIH_SQLITE_STATEMENTS];
	char *path;
};

extern const struct sulih_store_backend sulih_sqlite_backend;

/* Fails with what the database says is wrong. */
int sulih_sqlite_fault(const struct sulih_sqlite *s, struct sulih_error *error);
int sulih_sqlite_execute(struct sulih_sqlite *s, const char *sql, struct sulih_error *error);
int sulih_sqlite_prepare(struct sulih_sqlite *s, struct sulih_error *error);

#endif
