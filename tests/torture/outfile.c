/*
 * Any step of writing a file can fail: with the n-th failing, for every n, there is the old file or
 * the new one, whole, with nothing beside it, and a message when it is not sure to be the new one.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pipeline/cli/files/outfile.h"

int __real_open(const char *path, int flags, mode_t mode);
ssize_t __real_write(int fd, const void *bytes, size_t size);
int __real_close(int fd);
int __real_linkat(int from_fd, const char *from, int to_fd, const char *to, int flags);
int __real_rename(const char *from, const char *to);
int __wrap_open(const char *path, int flags, ...);
ssize_t __wrap_write(int fd, const void *bytes, size_t size);
int __wrap_close(int fd);
int __wrap_linkat(int from_fd, const char *from, int to_fd, const char *to, int flags);
int __wrap_rename(const char *from, const char *to);

enum { NEVER = -1 };

static int left = NEVER;    /* steps that still succeed */
static bool knows_nameless; /* whether the file system knows O_TMPFILE */
static char folder[] = "/tmp/test_outfile.XXXXXX";

static bool fails(int with)
{
	if (left == NEVER || left-- > 0)
		return false;
	left = NEVER;
	errno = with;
	return true;
}

int __wrap_open(const char *path, int flags, ...)
{
	va_list arguments;
	mode_t mode;

	va_start(arguments, flags);
	mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(arguments, mode_t) : 0;
	va_end(arguments);
	if ((flags & O_TMPFILE) == O_TMPFILE && !knows_nameless) {
		errno = EOPNOTSUPP;
		return -1;
	}
	return fails(EACCES) ? -1 : __real_open(path, flags, mode);
}

/* No more than a few bytes at once, as pipes do. */
ssize_t __wrap_write(int fd, const void *bytes, size_t size)
{
	return fails(ENOSPC) ? -1 : __real_write(fd, bytes, size < 5 ? size : 5);
}

int __wrap_close(int fd)
{
	bool failed = fails(EIO);
	int status = __real_close(fd);

	if (failed)
		errno = EIO;
	return failed ? -1 : status;
}

int __wrap_linkat(int from_fd, const char *from, int to_fd, const char *to, int flags)
{
	return fails(EPERM) ? -1 : __real_linkat(from_fd, from, to_fd, to, flags);
}

int __wrap_rename(const char *from, const char *to)
{
	return fails(EPERM) ? -1 : __real_rename(from, to);
}

static const char old_words[] = "the old words", new_words[] = "words that are new";

static size_t files_in_folder(void)
{
	size_t count = 0;
	DIR *open_folder = opendir(folder);

	assert_non_null(open_folder);
	while (readdir(open_folder) != NULL)
		count++;
	closedir(open_folder);
	return count - 2;
}

/* What the file holds; empty: there is none. */
static void read_file(const char *path, char *room, size_t size)
{
	FILE *file = fopen(path, "r");
	size_t length = file != NULL ? fread(room, 1, size - 1, file) : 0;

	room[length] = '\0';
	if (file != NULL)
		fclose(file);
}

static void make_file(const char *path, const char *words)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_true(fputs(words, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

/* Writes the file with the n-th step failing; whether there was such a step. */
static bool try_with_fault(const char *path, int nth, bool replaces)
{
	struct sulih_error error = SULIH_ERROR_INIT;
	char found[64];
	bool failed;
	int status;

	unlink(path);
	if (replaces)
		make_file(path, old_words);
	left = nth;
	status = sulih_outfile_put(path, false, SULIH_VIEW(new_words), &error);
	failed = left == NEVER;
	left = NEVER;
	read_file(path, found, sizeof(found));
	assert_int_equal(status != 0, failed);
	if (status == 0) {
		assert_string_equal(found, new_words);
	} else {
		assert_non_null(strstr(error.message, path));
		assert_non_null(strstr(error.message, "cannot be written"));
		if (strcmp(found, new_words) != 0)
			assert_string_equal(found, replaces ? old_words : "");
	}
	assert_int_equal(files_in_folder(), found[0] != '\0');
	return failed;
}

static void test_every_step(void **state)
{
	char path[64];

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/answer.txt", folder);
	for (int way = 0; way < 4; way++) {
		int nth = 0;

		knows_nameless = way & 1;
		while (try_with_fault(path, nth, way & 2))
			nth++;
		/* opened, written in four pieces, closed, and named */
		assert_true(nth >= 7);
	}
	unlink(path);
	assert_int_equal(rmdir(folder), 0);
}

/* What a killed run of the same number left, or a link that somebody laid there, is not followed.
 */
static void test_what_stands_there(void **state)
{
	char path[64], other[64], temporary[96], found[64];
	struct sulih_error error = SULIH_ERROR_INIT;

	(void)state;
	strcpy(folder + strlen(folder) - 6, "XXXXXX");
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/answer.txt", folder);
	snprintf(other, sizeof(other), "%s/other.txt", folder);
	snprintf(temporary, sizeof(temporary), "%s.sulih-%ld", path, (long)getpid());
	make_file(other, old_words);
	for (int way = 0; way < 2; way++) {
		knows_nameless = way;
		make_file(path, old_words);
		assert_int_equal(symlink(other, temporary), 0);
		assert_int_equal(sulih_outfile_put(path, false, SULIH_VIEW(new_words), &error), 0);
		read_file(path, found, sizeof(found));
		assert_string_equal(found, new_words);
		read_file(other, found, sizeof(found));
		assert_string_equal(found, old_words);
		assert_int_equal(files_in_folder(), 2);
	}
	unlink(path);
	unlink(other);
	assert_int_equal(rmdir(folder), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_every_step),
					    cmocka_unit_test(test_what_stands_there) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
