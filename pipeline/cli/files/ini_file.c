/* Lines of sulih.ini, as inih shall see them. */
#include "pipeline/cli/files/ini_file.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct lines {
	FILE *file;
	int number, too_long; /* of the line; of the first that inih would cut */
};

/* Without its indent, which inih takes for a value that goes on; what is too long for inih ends
 * the file, before a part of it is taken for the whole. */
static char *next_line(char *line, int size, void *context)
{
	struct lines *l = context;
	int c;

	while ((c = getc(l->file)) == ' ' || c == '\t')
		;
	if (c != EOF)
		ungetc(c, l->file);
	l->number++;
	if (fgets(line, size, l->file) == NULL)
		return NULL;
	if (strchr(line, '\n') != NULL || (c = getc(l->file)) == EOF)
		return line;
	l->too_long = l->number;
	return NULL;
}

int sulih_ini_read(const char *path, ini_handler handler, void *context, struct sulih_error *error)
{
	struct lines lines = { NULL, 0, 0 };
	int line = -1;

	if (access(path, F_OK) != 0)
		return 0;
	lines.file = fopen(path, "re");
	if (lines.file != NULL)
		line = ini_parse_stream(next_line, &lines, handler, context);
	if (lines.file != NULL && ferror(lines.file))
		line = -1;
	if (lines.file != NULL)
		fclose(lines.file);
	if (error->code != 0)
		return error->code;
	if (line < 0)
		return sulih_fail(error, SULIH_ERROR_CONFIG, "%s: cannot be read", path);
	if (line > 0)
		return sulih_fail(error, SULIH_ERROR_CONFIG,
				  "%s:%d: neither a [section] nor name = value", path, line);
	if (lines.too_long > 0)
		return sulih_fail(error, SULIH_ERROR_CONFIG,
				  "%s:%d: the line is longer than %d bytes", path, lines.too_long,
				  INI_MAX_LINE - 2);
	return 0;
}
