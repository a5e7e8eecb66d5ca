/*
 * Another program with a hand on the translation memory, for the tests.
 *
 *     store_lock FILE SQL
 *
 * Waits for its turn, runs the SQL (BEGIN IMMEDIATE holds the lock), prints "ready" and keeps the
 * file open until its standard input ends.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <unistd.h>

enum { PATIENCE_MS = 5000 };

int main(int argc, char **argv)
{
	sqlite3 *db = NULL;
	char block[64];
	int code = 1;

	if (argc != 3) {
		fprintf(stderr, "usage: store_lock FILE SQL\n");
		return 2;
	}
	if (sqlite3_open(argv[1], &db) == SQLITE_OK &&
	    sqlite3_busy_timeout(db, PATIENCE_MS) == SQLITE_OK &&
	    sqlite3_exec(db, argv[2], NULL, NULL, NULL) == SQLITE_OK) {
		puts("ready");
		fflush(stdout);
		while (read(STDIN_FILENO, block, sizeof(block)) > 0)
			continue;
		code = 0;
	} else {
		fprintf(stderr, "store_lock: %s\n", sqlite3_errmsg(db));
	}
	sqlite3_close(db);
	return code;
}
