#include "pipeline/cli/files/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "pipeline/cli/cli.h"

static const char *why(const struct sulih_walk *walk, enum sulih_skip reason)
{
	switch (reason) {
	case SULIH_SKIP_HIDDEN:
		return "hidden (what is named itself is read)";
	case SULIH_SKIP_ENDING:
		return walk->from ? walk->from->summary
				  : "no format has this ending (--from names one)";
	case SULIH_SKIP_LINK:
		return "a link to a folder (what is named itself is read)";
	case SULIH_SKIP_OUTPUT:
		return "the output goes there";
	default:
		return "no plain file";
	}
}

static int skip(struct sulih_walk *walk, const char *path, enum sulih_skip reason)
{
	if (walk->skipped[reason].count++ > 0) {
		sulih_say(SULIH_INFO, "%s: skipped, %s", path, why(walk, reason));
		return 0;
	}
	walk->skipped[reason].first = strdup(path);
	return walk->skipped[reason].first != NULL ? 0 : SULIH_ERROR_MEMORY;
}

void sulih_walk_say(struct sulih_walk *walk)
{
	for (int i = 0; i < SULIH_SKIP_REASONS; i++) {
		size_t count = walk->skipped[i].count;
		char *first = walk->skipped[i].first;

		if (first != NULL && count == 1)
			sulih_say(SULIH_WARNING, "%s: skipped, %s", first, why(walk, i));
		else if (first != NULL)
			sulih_say(SULIH_WARNING, "%s and %zu more: skipped, %s", first, count - 1,
				  why(walk, i));
		free(first);
		walk->skipped[i].first = NULL;
	}
}

static int fail(struct sulih_walk *walk, const char *path)
{
	sulih_say(SULIH_ERROR, "%s: cannot be read: %s", path, strerror(errno));
	walk->inputs->failures++;
	return 0;
}

/* The format of a file in a folder; NULL: it is none of ours. */
static const struct sulih_format *format_of(const struct sulih_walk *walk, const char *path)
{
	const struct sulih_format *from = walk->from;

	if (from == NULL)
		return sulih_format_for_path(path);
	return from->open != NULL || sulih_format_has_ending(from, path) ? from : NULL;
}

/* An output that is made inside of what is read would be the next run's input. */
static bool is_output(const struct sulih_walk *walk, const struct stat *about)
{
	struct stat output;

	return walk->output != NULL && stat(walk->output, &output) == 0 &&
	       output.st_dev == about->st_dev && output.st_ino == about->st_ino;
}

/* `type` is what the folder says of it, for most file systems. */
static int add_entry(struct sulih_walk *walk, const char *path, size_t prefix, unsigned char type)
{
	const struct sulih_format *format = format_of(walk, path);
	bool link = false;
	struct stat about;

	if (type == DT_REG && format != NULL)
		return sulih_inputs_add(walk->inputs, path, path + prefix, format);
	if (lstat(path, &about) != 0)
		return fail(walk, path);
	if (S_ISDIR(about.st_mode))
		return is_output(walk, &about) ? skip(walk, path, SULIH_SKIP_OUTPUT)
					       : sulih_walk_folder(walk, path, prefix);
	link = S_ISLNK(about.st_mode);
	if (link && stat(path, &about) != 0)
		return fail(walk, path);
	/* a link to a folder may lead round in a circle; reading a pipe may never end */
	if (!S_ISREG(about.st_mode))
		return skip(walk, path,
			    link && S_ISDIR(about.st_mode) ? SULIH_SKIP_LINK : SULIH_SKIP_NO_FILE);
	if (format == NULL)
		return skip(walk, path, SULIH_SKIP_ENDING);
	return sulih_inputs_add(walk->inputs, path, path + prefix, format);
}

int sulih_walk_folder(struct sulih_walk *walk, const char *path, size_t prefix)
{
	struct dirent **entries;
	int count = scandir(path, &entries, NULL, alphasort), status = 0;

	if (count < 0)
		return fail(walk, path);
	for (int i = 0; i < count; i++) {
		const char *name = entries[i]->d_name;
		char *inner = NULL;

		if (status == 0 && strcmp(name, ".") != 0 && strcmp(name, "..") != 0) {
			if (asprintf(&inner, "%s/%s", path, name) < 0)
				status = SULIH_ERROR_MEMORY;
			else
				status = name[0] == '.' ? skip(walk, inner, SULIH_SKIP_HIDDEN)
							: add_entry(walk, inner, prefix,
								    entries[i]->d_type);
			free(inner);
		}
		free(entries[i]);
	}
	free(entries);
	return status;
}
