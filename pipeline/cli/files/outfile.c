#include "pipeline/cli/files/outfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pipeline/cli/stop.h"

static int fail_to_write(const char *name, struct sulih_error *error)
{
	return sulih_fail(error, SULIH_ERROR_IO, "%s: cannot be written: %s", name,
			  strerror(errno));
}

int sulih_write_all(int fd, struct sulih_view bytes, const char *name, struct sulih_error *error)
{
	while (bytes.length > 0) {
		ssize_t done = write(fd, bytes.data, bytes.length);

		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return fail_to_write(name, error);
		bytes = sulih_view_slice(bytes, (size_t)done, bytes.length);
	}
	return 0;
}

static int make_folders(char *path, struct sulih_error *error)
{
	for (char *c = path; *c != '\0'; c++) {
		if (*c != '/' || c == path)
			continue;
		*c = '\0';
		if (mkdir(path, 0777) != 0 && errno != EEXIST) {
			int status = sulih_fail(error, SULIH_ERROR_IO, "%s: cannot be made: %s",
						path, strerror(errno));

			*c = '/';
			return status;
		}
		*c = '/';
	}
	return 0;
}

/* Makes the folders of a path unless they are those of the path before. */
static int make_folders_of(struct sulih_outfile *file, char *path, struct sulih_error *error)
{
	const char *slash = strrchr(path, '/');
	size_t length = slash != NULL ? (size_t)(slash - path) : 0;
	int status;

	if (file->folder != NULL && strncmp(file->folder, path, length) == 0 &&
	    file->folder[length] == '\0')
		return 0;
	status = make_folders(path, error);
	if (status != 0)
		return status;
	free(file->folder);
	file->folder = strndup(path, length);
	return file->folder != NULL ? 0 : sulih_fail_memory(error);
}

/* A nameless file in the folder of file->path. */
static int open_nameless(struct sulih_outfile *file)
{
	char *slash = strrchr(file->path, '/');
	int fd;

	if (slash == NULL)
		return open(".", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
	if (slash == file->path)
		return open("/", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
	*slash = '\0';
	fd = open(file->path, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
	*slash = '/';
	return fd;
}

static int name_temporary(struct sulih_outfile *file, struct sulih_error *error)
{
	if (asprintf(&file->temporary, "%s.sulih-%ld", file->path, (long)getpid()) >= 0)
		return 0;
	file->temporary = NULL;
	return sulih_fail_memory(error);
}

static int open_new(struct sulih_outfile *file, struct sulih_error *error)
{
	file->fd = open_nameless(file);
	if (file->fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL))
		return 0;
	/* a file system that knows no nameless files */
	if (name_temporary(file, error) != 0)
		return error->code;
	/* what an earlier run of this number left, or a link that somebody laid there */
	unlink(file->temporary);
	file->fd = open(file->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (file->fd < 0) {
		free(file->temporary);
		file->temporary = NULL;
	}
	return 0;
}

/* Behind a link it is the file linked to; a pipe or a device is no file that another could
 * replace, it is written to as it is. */
static int open_path(struct sulih_outfile *file, struct sulih_error *error)
{
	struct stat about;
	bool old = stat(file->path, &about) == 0;
	char *real;
	int status;

	if (old) {
		if (!S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode)) {
			file->direct = true;
			file->fd = open(file->path, O_WRONLY | O_CLOEXEC);
			return 0;
		}
		real = realpath(file->path, NULL);
		if (real != NULL) {
			free(file->path);
			file->path = real;
		}
	}
	status = open_new(file, error);
	/* who may read the older one may read the new one, and nobody else */
	if (status == 0 && file->fd >= 0 && old && S_ISREG(about.st_mode) &&
	    fchmod(file->fd, about.st_mode & 0777) != 0)
		status = fail_to_write(file->path, error);
	return status;
}

int sulih_outfile_open(struct sulih_outfile *file, char *path, bool folders,
		       struct sulih_error *error)
{
	int status = 0;

	file->path = path;
	file->direct = false;
	if (folders)
		status = make_folders_of(file, path, error);
	if (status == 0)
		status = open_path(file, error);
	if (status == 0 && file->fd < 0)
		status = fail_to_write(file->path, error);
	if (status != 0)
		sulih_outfile_drop(file);
	file->open = status == 0;
	return status;
}

int sulih_outfile_write(struct sulih_outfile *file, struct sulih_view bytes,
			struct sulih_error *error)
{
	return sulih_write_all(file->fd, bytes, file->path, error);
}

/* A temporary name of this file is left by nothing but a kill: what stands there may go. */
static bool link_temporary(const struct sulih_outfile *file, const char *link)
{
	if (linkat(AT_FDCWD, link, AT_FDCWD, file->temporary, AT_SYMLINK_FOLLOW) == 0)
		return true;
	return errno == EEXIST && unlink(file->temporary) == 0 &&
	       linkat(AT_FDCWD, link, AT_FDCWD, file->temporary, AT_SYMLINK_FOLLOW) == 0;
}

/* A new name needs one step; an old file is replaced by way of another name. */
static bool give_name(struct sulih_outfile *file, struct sulih_error *error)
{
	char link[64];

	snprintf(link, sizeof(link), "/proc/self/fd/%d", file->fd);
	if (file->temporary == NULL) {
		if (linkat(AT_FDCWD, link, AT_FDCWD, file->path, AT_SYMLINK_FOLLOW) == 0)
			return true;
		if (errno != EEXIST || name_temporary(file, error) != 0)
			return false;
		if (!link_temporary(file, link)) {
			free(file->temporary);
			file->temporary = NULL;
			return false;
		}
	}
	if (rename(file->temporary, file->path) != 0)
		return false;
	free(file->temporary);
	file->temporary = NULL;
	return true;
}

/* A file system of the network, or one with quotas, may say only now that it did not take it all.
 */
static int close_file(struct sulih_outfile *file, struct sulih_error *error)
{
	int fd = file->fd;

	file->fd = -1;
	if (fd > STDERR_FILENO && close(fd) != 0 && errno != EINTR)
		return fail_to_write(file->path, error);
	return 0;
}

int sulih_outfile_finish(struct sulih_outfile *file, struct sulih_error *error)
{
	/* a nameless file can be given a name only while it is open */
	int status = file->temporary != NULL ? close_file(file, error) : 0;
	sigset_t before;

	if (status == 0 && !file->direct) {
		/* a signal between the two steps would leave the other name there */
		sulih_stop_hold(&before);
		if (!give_name(file, error))
			status = fail_to_write(file->path, error);
		sulih_stop_let_go(&before);
	}
	if (status == 0)
		status = close_file(file, error);
	sulih_outfile_drop(file);
	return status;
}

int sulih_outfile_put(const char *path, bool make_folders, struct sulih_view bytes,
		      struct sulih_error *error)
{
	struct sulih_outfile file = { .fd = -1 };
	char *name = strdup(path);
	int status = name != NULL ? sulih_outfile_open(&file, name, make_folders, error)
				  : sulih_fail_memory(error);

	if (status == 0)
		status = sulih_outfile_write(&file, bytes, error);
	if (status == 0)
		status = sulih_outfile_finish(&file, error);
	sulih_outfile_release(&file);
	return status;
}

void sulih_outfile_drop(struct sulih_outfile *file)
{
	if (file->fd > STDERR_FILENO)
		close(file->fd);
	if (file->temporary != NULL)
		unlink(file->temporary);
	free(file->temporary);
	free(file->path);
	file->temporary = file->path = NULL;
	file->fd = -1;
	file->open = false;
}

void sulih_outfile_release(struct sulih_outfile *file)
{
	sulih_outfile_drop(file);
	free(file->folder);
	file->folder = NULL;
}
