/*
 * Runs the examples of the files given (spec.h says how they look):
 *
 *     runner [-k KIND] [-n LINE] FILE...
 *
 * Prints each example that fails with its place, and at the end
 * "N passed, N failed".
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "tests/spec/spec.h"

extern const struct spec_kind *const __start_spec_kinds[];
extern const struct spec_kind *const __stop_spec_kinds[];

struct tally {
	size_t passed, failed;
};

struct filter {
	const char *kind;
	size_t line;
};

static const struct spec_kind *find_kind(struct sulih_view name)
{
	for (const struct spec_kind *const *k = __start_spec_kinds; k < __stop_spec_kinds; k++)
		if (sulih_view_is(name, (*k)->name))
			return *k;
	return NULL;
}

/* Undoes \u{…}, \x{…} and \\. */
static void unescape(struct sulih_view text, struct sulih_buffer *out)
{
	for (size_t i = 0; i < text.length; i++) {
		char *end;
		unsigned long value;

		if (text.data[i] != '\\' || i + 1 >= text.length) {
			sulih_buffer_putc(out, text.data[i]);
		} else if (text.data[i + 1] == '\\') {
			sulih_buffer_putc(out, text.data[++i]);
		} else if (i + 3 < text.length && strchr("ux", text.data[i + 1]) != NULL &&
			   text.data[i + 2] == '{') {
			value = strtoul(text.data + i + 3, &end, 16);
			if (text.data[i + 1] == 'u')
				sulih_buffer_put_code_point(out, (uint32_t)value);
			else
				sulih_buffer_putc(out, (char)value);
			i = (size_t)(end - text.data);
		} else {
			sulih_buffer_putc(out, text.data[i]);
		}
	}
}

static void run_example(const char *file, size_t line, const struct spec_kind *kind,
			struct sulih_view input, struct sulih_view expected, struct tally *tally)
{
	struct sulih_buffer in = SULIH_BUFFER_INIT, want = SULIH_BUFFER_INIT,
			    got = SULIH_BUFFER_INIT;
	struct sulih_error error = SULIH_ERROR_INIT;
	int status;

	unescape(input, &in);
	unescape(expected, &want);
	status = kind->run(sulih_buffer_view(&in), &got, &error);
	while (got.length > 0 && got.data[got.length - 1] == '\n')
		sulih_buffer_truncate(&got, got.length - 1);
	if (status == 0 && sulih_view_equal(sulih_buffer_view(&got), sulih_buffer_view(&want))) {
		tally->passed++;
	} else {
		tally->failed++;
		printf("%s:%zu: %s\n  input:    %.*s\n  expected: %.*s\n  got:      %.*s\n", file,
		       line, kind->name, SULIH_VIEW_ARGS(sulih_buffer_view(&in)),
		       SULIH_VIEW_ARGS(sulih_buffer_view(&want)),
		       SULIH_VIEW_ARGS(sulih_buffer_view(&got)));
		if (status != 0)
			printf("  error:    %s\n", error.message);
	}
	sulih_buffer_release(&in);
	sulih_buffer_release(&want);
	sulih_buffer_release(&got);
}

struct lines {
	struct sulih_view rest;
	size_t number;
};

static bool next_line(struct lines *lines, struct sulih_view *line)
{
	const char *end;

	if (lines->rest.length == 0)
		return false;
	end = memchr(lines->rest.data, '\n', lines->rest.length);
	line->data = lines->rest.data;
	line->length = end ? (size_t)(end - lines->rest.data) : lines->rest.length;
	lines->rest.data += line->length + (end != NULL);
	lines->rest.length -= line->length + (end != NULL);
	lines->number++;
	return true;
}

/* Reads lines up to one that is `stop`; false when the file ends first. */
static bool read_until(struct lines *lines, const char *stop, struct sulih_view *body)
{
	struct sulih_view line;
	const char *start = lines->rest.data;

	while (next_line(lines, &line))
		if (sulih_view_is(line, stop)) {
			size_t length = (size_t)(line.data - start);

			*body = sulih_view_make(start, length > 0 ? length - 1 : 0);
			return true;
		}
	return false;
}

static void run_text(const char *file, struct sulih_view text, const struct filter *filter,
		     struct tally *tally)
{
	struct lines lines = { text, 0 };
	struct sulih_view line, input, expected;

	while (next_line(&lines, &line)) {
		size_t number = lines.number;
		const struct spec_kind *kind;

		if (!sulih_view_starts(line, SULIH_VIEW("```")))
			continue;
		line = sulih_view_slice(line, 3, line.length);
		kind = find_kind(line);
		if (kind == NULL || !read_until(&lines, ".", &input) ||
		    !read_until(&lines, "```", &expected)) {
			printf("%s:%zu: unknown kind '%.*s', or the example does not end, or "
			       "nothing "
			       "begins it\n",
			       file, number, SULIH_VIEW_ARGS(line));
			tally->failed++;
			continue;
		}
		if ((filter->kind == NULL || strcmp(filter->kind, kind->name) == 0) &&
		    (filter->line == 0 || filter->line == number))
			run_example(file, number, kind, input, expected, tally);
	}
}

static bool run_file(const char *path, const struct filter *filter, struct tally *tally)
{
	struct sulih_buffer text = SULIH_BUFFER_INIT;
	FILE *file = fopen(path, "rb");
	char block[4096];
	size_t got;

	if (file == NULL) {
		perror(path);
		return false;
	}
	while ((got = fread(block, 1, sizeof(block), file)) > 0)
		sulih_buffer_append(&text, block, got);
	fclose(file);
	run_text(path, sulih_buffer_view(&text), filter, tally);
	sulih_buffer_release(&text);
	return true;
}

int main(int argc, char **argv)
{
	struct filter filter = { NULL, 0 };
	struct tally tally = { 0, 0 };
	int option;

	while ((option = getopt(argc, argv, "k:n:")) != -1) {
		if (option == 'k')
			filter.kind = optarg;
		else if (option == 'n')
			filter.line = strtoul(optarg, NULL, 10);
		else
			return 2;
	}
	for (int i = optind; i < argc; i++)
		if (!run_file(argv[i], &filter, &tally))
			tally.failed++;
	printf("%zu passed, %zu failed\n", tally.passed, tally.failed);
	return tally.failed > 0;
}
