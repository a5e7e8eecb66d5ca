#include "tests/support/normalize_check.h"

#include <stdio.h>
#include <stdlib.h>

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/utf8.h"
#include "normalize/stream.h"

static int fail(struct sulih_error *error, const char *what, size_t at)
{
	return sulih_fail(error, SULIH_ERROR_INTERNAL, "%s at %zu", what, at);
}

/* Well-formed and NFC, by ICU alone. */
static int check_form(struct sulih_view text, struct sulih_error *error)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar *units = malloc((text.length + 1) * sizeof(UChar));
	int32_t length = 0;
	UBool composed;

	if (units == NULL)
		return sulih_fail_memory(error);
	u_strFromUTF8(units, (int32_t)text.length + 1, &length, text.data, (int32_t)text.length,
		      &status);
	composed = unorm2_isNormalized(unorm2_getNFCInstance(&status), units, length, &status);
	free(units);
	if (U_FAILURE(status))
		return fail(error, "ill-formed UTF-8", 0);
	return composed ? 0 : fail(error, "not NFC", 0);
}

/* One direction after the other, at every character. */
static int check_map(const struct sulih_normalized *clean, struct sulih_error *error)
{
	struct sulih_view text = sulih_buffer_view(&clean->text);
	size_t before = 0, used;

	for (size_t at = 0; at < text.length; at += used) {
		size_t start = sulih_offset_map_source(clean->map, text, at, false), end, next,
		       back;

		sulih_utf8_decode(text.data + at, text.length - at, &used);
		end = sulih_offset_map_source(clean->map, text, at + used, true);
		if (start < before || end < start || end > clean->source_length)
			return fail(error, "the map runs backwards", at);
		next = sulih_offset_map_source(clean->map, text, at + used, false);
		back = sulih_offset_map_clean(clean->map, text, start);
		/* What was put in leads to what follows it; all else to itself. */
		if (end > start && back > at)
			return fail(error, "the way back leads behind", at);
		if (end > start && (at == 0 || before != start) && next != start && back != at)
			return fail(error, "the way back leads elsewhere", at);
		before = start;
	}
	if (sulih_offset_map_source(clean->map, text, text.length, false) != clean->source_length)
		return fail(error, "the ends do not meet", text.length);
	before = 0;
	for (size_t at = 0; at <= clean->source_length; at++) {
		size_t back = sulih_offset_map_clean(clean->map, text, at);

		if (back < before || back > text.length)
			return fail(error, "the way back is not in order", at);
		before = back;
	}
	return 0;
}

static int append(void *context, struct sulih_view text, struct sulih_error *error)
{
	struct sulih_buffer *out = context;

	sulih_buffer_add(out, text);
	return sulih_buffer_status(out, error);
}

static int check_stream(struct sulih_view input, bool decoded, size_t step,
			const struct sulih_normalized *clean, struct sulih_error *error)
{
	struct sulih_buffer out = SULIH_BUFFER_INIT;
	struct sulih_stream_options options = { .decoded = decoded,
						.write = append,
						.context = &out };
	struct sulih_stream *stream = sulih_stream_new(&options);
	int status = stream ? 0 : sulih_fail_memory(error);

	for (size_t at = 0; at < input.length && status == 0; at += step) {
		size_t end = input.length - at < step ? input.length : at + step;

		status = sulih_stream_push(stream, sulih_view_slice(input, at, end), error);
	}
	if (status == 0)
		status = sulih_stream_finish(stream, error);
	if (status == 0 &&
	    !sulih_view_equal(sulih_buffer_view(&out), sulih_buffer_view(&clean->text)))
		status = fail(error, "the stream gives another text, step", step);
	sulih_stream_free(stream);
	sulih_buffer_release(&out);
	return status;
}

static int check_again(const struct sulih_normalized *clean, bool decoded,
		       struct sulih_error *error)
{
	struct sulih_normalize_options options = { decoded, false };
	struct sulih_normalized again;
	int status;

	sulih_normalized_init(&again);
	status = sulih_normalize(sulih_buffer_view(&clean->text), &options, &again, error);
	if (status == 0 &&
	    !sulih_view_equal(sulih_buffer_view(&again.text), sulih_buffer_view(&clean->text)))
		status = sulih_fail(error, SULIH_ERROR_INTERNAL, "normalised again it is '%.200s'",
				    sulih_buffer_view(&again.text).data);
	if (status == 0 && again.diagnostics.list.count > 0)
		status = sulih_fail(error, SULIH_ERROR_INTERNAL, "clean text has diagnostics: %.*s",
				    SULIH_VIEW_ARGS(again.diagnostics.list.items[0].message));
	sulih_normalized_release(&again);
	return status;
}

int check_normalized(struct sulih_view input, bool decoded, const struct sulih_normalized *clean,
		     struct sulih_error *error)
{
	int status = check_form(sulih_buffer_view(&clean->text), error);

	if (status == 0)
		status = check_map(clean, error);
	if (status == 0)
		status = check_again(clean, decoded, error);
	if (status == 0)
		status = check_stream(input, decoded, 1, clean, error);
	if (status == 0)
		status = check_stream(input, decoded, 7001, clean, error);
	return status;
}

void fuzz_normalize(struct sulih_view input, bool decoded)
{
	struct sulih_normalize_options options = { decoded, true };
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_normalized clean;
	int status;

	sulih_normalized_init(&clean);
	status = sulih_normalize(input, &options, &clean, &error);
	if (status == 0)
		status = check_normalized(input, decoded, &clean, &error);
	else if (status == SULIH_ERROR_INPUT && !decoded)
		status = 0;
	if (status != 0) {
		fprintf(stderr, "%s\n", error.message);
		abort();
	}
	sulih_normalized_release(&clean);
}
