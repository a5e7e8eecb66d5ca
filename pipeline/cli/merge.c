#include <stdlib.h>
#include <sys/stat.h>

#include "pipeline/cli/filter.h"
#include "pipeline/cli/stop.h"
#include "pipeline/format/xliff.h"

/* Of a folder the files with these endings are merged. */
static const char *const endings[] = { ".xlf", ".xliff", NULL };
static const struct sulih_format xliff_files = {
	.name = "xliff", .extensions = endings, .summary = "no XLIFF by its ending (.xlf, .xliff)"
};

static const struct sulih_option options[] = { SULIH_OPTION_OUTPUT,
					       { NULL, 0, NULL, NULL, false } };

/* What a merge gathers: nothing is written before all of a file is sound. */
struct merging {
	const char *path;
	struct sulih_ids originals;
	struct sulih_buffer bytes;
	size_t documents;
	size_t start; /* of the document to which the last stretch belongs */
	bool torn;    /* a stretch of it was refused: none of it is given */
	size_t counts[SULIH_DIAGNOSTIC_COUNT];
	size_t unchanged;
	long unchanged_line;
	int status;
};

/* Of one kind, in one file. */
enum { MOST_SAID = 5 };

static int set(void *settings, const char *name, const char *value, struct sulih_error *error)
{
	return sulih_common_set(settings, name, value, error);
}

/* The first few of a kind, with file and line; the rest at SULIH_LOG=info. */
static void say_diagnostics(struct merging *m, const struct sulih_diagnostics *diagnostics)
{
	for (size_t i = 0; i < diagnostics->list.count; i++) {
		const struct sulih_diagnostic *one = &diagnostics->list.items[i];
		bool first = ++m->counts[one->id] <= MOST_SAID;

		sulih_say(first ? SULIH_WARNING : SULIH_INFO, "%.*s [%s]",
			  SULIH_VIEW_ARGS(one->message), sulih_diagnostic_name(one->id));
		m->status = sulih_graver(m->status, SULIH_STATUS_FLAGGED);
	}
}

static void say_how_many_more(const struct merging *m, const char *path)
{
	for (int id = 0; id < SULIH_DIAGNOSTIC_COUNT; id++)
		if (m->counts[id] > MOST_SAID)
			sulih_say(SULIH_WARNING, "%s: and %zu more [%s]; SULIH_LOG=info lists them",
				  path, m->counts[id] - MOST_SAID,
				  sulih_diagnostic_name((enum sulih_diagnostic_id)id));
	if (m->unchanged > 0)
		sulih_say(SULIH_WARNING,
			  "%s:%ld: %zu unit%s in the words of %s; no state says that somebody "
			  "wants it so",
			  path, m->unchanged_line, m->unchanged,
			  m->unchanged == 1 ? " stands" : "s, this one the first, stand",
			  m->unchanged == 1 ? "its source" : "their source");
}

/* Of a <file> that was copied together twice, or records with one id: nothing is lost, and nobody
 * can tell them apart. */
static int note_original(struct merging *m, const struct sulih_merged *merged,
			 struct sulih_error *error)
{
	size_t earlier = 0;
	int status = 0;

	/* records without an id have none in common */
	if (!merged->continues && merged->refused == NULL && merged->original.length > 0 &&
	    !sulih_view_is(merged->original, "null"))
		status = sulih_ids_add(&m->originals, 0, merged->original, (size_t)merged->line,
				       &earlier, error);
	if (earlier > 0)
		sulih_say(
			++m->counts[SULIH_DIAGNOSTIC_ID_REPEATED] <= MOST_SAID ? SULIH_WARNING
									       : SULIH_INFO,
			"%s:%ld: a <file> of %.*s stood in line %zu already; both are merged [%s]",
			m->path, merged->line, SULIH_VIEW_ARGS(merged->original), earlier,
			sulih_diagnostic_name(SULIH_DIAGNOSTIC_ID_REPEATED));
	return status;
}

static int on_document(void *context, const struct sulih_merged *merged, struct sulih_error *error)
{
	struct merging *m = context;

	if (note_original(m, merged, error) != 0)
		return error->code;
	say_diagnostics(m, &merged->diagnostics);
	if (m->unchanged == 0)
		m->unchanged_line = merged->unchanged_line;
	m->unchanged += merged->unchanged;
	if (!merged->continues) {
		m->start = m->bytes.length;
		m->torn = false;
	}
	if (merged->refused != NULL) {
		sulih_say(SULIH_ERROR, "%s", merged->refused);
		m->status = sulih_graver(m->status, SULIH_STATUS_INPUT);
		sulih_buffer_truncate(&m->bytes, m->start);
		m->torn = true;
	}
	if (m->torn)
		return 0;
	m->documents++;
	/* two documents never run together */
	if (!merged->continues && merged->bytes.length > 0 && m->bytes.length > 0 &&
	    m->bytes.data[m->bytes.length - 1] != '\n')
		sulih_buffer_putc(&m->bytes, '\n');
	sulih_buffer_add(&m->bytes, sulih_buffer_view(&merged->bytes));
	return sulih_buffer_status(&m->bytes, error);
}

/* *whole: the file was read to its end; of one that a stop came before nothing is written. */
static int merge_one(struct sulih_inputs *inputs, struct sulih_output *output, size_t index,
		     bool *whole)
{
	struct sulih_error error = SULIH_ERROR_INIT;
	const char *path = inputs->files.items[index].path;
	struct merging m = { .path = path };
	struct sulih_buffer xliff = SULIH_BUFFER_INIT;
	int status = sulih_read_whole(path, &xliff, &error);

	*whole = status != SULIH_ERROR_STOPPED;
	if (!*whole) {
		sulih_buffer_release(&xliff);
		return SULIH_STATUS_OK;
	}
	if (status == 0)
		status =
			sulih_xliff_merge(sulih_buffer_view(&xliff), path, on_document, &m, &error);
	say_how_many_more(&m, path);
	sulih_output_begin(output);
	if (status == 0 && (m.documents > 0 || m.status == 0))
		status = sulih_output_write(output, index, sulih_buffer_view(&m.bytes), &error);
	inputs->files.items[index].failed = status != 0 || (m.documents == 0 && m.status != 0);
	inputs->files.items[index].documents = status == 0;
	sulih_buffer_release(&xliff);
	sulih_buffer_release(&m.bytes);
	sulih_ids_release(&m.originals);
	return status != 0 ? sulih_say_error(&error) : m.status;
}

/* The first bytes of a file, those of UTF-16 without their zeros; of a pipe none, since what is
 * read of it is gone. */
static size_t read_head(const char *path, char *head, size_t size)
{
	struct stat about;
	bool plain = stat(path, &about) == 0 && S_ISREG(about.st_mode);
	FILE *file = plain ? fopen(path, "rbe") : NULL;
	size_t got = file ? fread(head, 1, size, file) : 0, kept = 0;

	for (size_t i = 0; i < got; i++)
		if (head[i] != '\0')
			head[kept++] = head[i];
	if (file != NULL)
		fclose(file);
	return kept;
}

/* A merged file has the ending of what was extracted: a.xlf becomes a.txt. */
static int name_output(struct sulih_input_file *file)
{
	enum { HEAD = 4096 };
	const struct sulih_format *format;
	char head[HEAD], *name;
	size_t length;

	if (!sulih_format_has_ending(&xliff_files, file->relative))
		return 0;
	length = read_head(file->path, head, sizeof(head));
	format = sulih_xliff_format(sulih_view_make(head, length));
	*strrchr(file->relative, '.') = '\0';
	if (format == NULL || sulih_format_has_ending(format, file->relative))
		return 0;
	if (asprintf(&name, "%s%s", file->relative, format->extensions[0]) < 0)
		return SULIH_ERROR_MEMORY;
	free(file->relative);
	file->relative = name;
	return 0;
}

/* Where a file is left out since the command was interrupted, an older output of it stays. */
static void say_stopped(struct sulih_inputs *inputs, size_t merged)
{
	for (size_t i = merged; i < inputs->files.count; i++)
		inputs->files.items[i].torn = true;
	sulih_say(SULIH_WARNING, "interrupted by %s: %zu of %zu files were read and merged",
		  sulih_stop_name(), merged, inputs->files.count);
}

/* A file that is refused does not stop the others. */
static int merge_all(struct sulih_inputs *inputs, struct sulih_output *output)
{
	struct sulih_error error = SULIH_ERROR_INIT;
	int status = inputs->failures > 0 ? SULIH_STATUS_INPUT : SULIH_STATUS_OK;
	size_t i = 0;
	bool whole = true;

	while (i < inputs->files.count && whole && !sulih_stop_asked()) {
		status = sulih_graver(status, merge_one(inputs, output, i, &whole));
		i += whole;
	}
	if (i < inputs->files.count)
		say_stopped(inputs, i);
	if (sulih_output_finish(output, &error) != 0)
		status = sulih_graver(status, sulih_say_error(&error));
	return status;
}

static int run(void *settings, int count, char **operands)
{
	const struct sulih_common *c = settings;
	struct sulih_inputs inputs;
	struct sulih_output output = { .file = { .fd = -1 } };
	struct sulih_error error = SULIH_ERROR_INIT;
	int status = sulih_inputs_open(&inputs, count, operands, &xliff_files, c->output, &error);

	sulih_stop_watch();
	for (size_t i = 0; i < inputs.files.count && status == 0; i++)
		if (name_output(&inputs.files.items[i]) != 0)
			status = sulih_fail_memory(&error);
	if (status == 0)
		status = sulih_output_open(&output, c->output, NULL, &inputs, &error);
	status = status != 0 ? sulih_say_error(&error) : merge_all(&inputs, &output);
	sulih_output_close(&output);
	sulih_inputs_close(&inputs);
	return status;
}

const struct sulih_command sulih_command_merge = {
	.name = "merge",
	.summary = "Puts translated XLIFF of sulih extract together into documents.",
	.synopsis = "[-o PATH] [FILE.xlf]...",
	.details =
		"A unit without a translation, or whose codes are not those of its source, "
		"gives its\n"
		"Indonesian source and a message with file and line; figures that are not those of "
		"the\n"
		"source are told of too. Of many messages of a kind five are shown, all with "
		"SULIH_LOG=info.\n"
		"The status is 1 then. XML that is not well-formed, and XLIFF that sulih extract "
		"has not\n"
		"made, is refused (status 4).\n",
	.options = options,
	.set = set,
	.run = run,
	.settings_size = sizeof(struct sulih_common),
};
