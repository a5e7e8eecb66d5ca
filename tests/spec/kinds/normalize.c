/*
 * The kinds of normalization.txt:
 *
 *     normalize       bytes of a file in, clean text out
 *     normalize-text  the same for text that was decoded before (a JSON string)
 *     refuse          bytes in, the message of the refusal out
 *     diagnose        bytes in, "id start end" of every diagnostic out, a line each
 *
 * Each of them also proves that normalising once more changes nothing, that the
 * offset map holds in both directions, and that the stream gives the same.
 */
#include <stdlib.h>

#include "normalize/normalize.h"
#include "tests/spec/spec.h"
#include "tests/support/normalize_check.h"

static int run(struct sulih_view input, bool decoded, struct sulih_normalized *clean,
	       struct sulih_error *error)
{
	struct sulih_normalize_options options = { decoded, true };
	int status = sulih_normalize(input, &options, clean, error);

	if (status == 0)
		status = check_normalized(input, decoded, clean, error);
	return status;
}

static int run_kind(struct sulih_view input, bool decoded, struct sulih_buffer *output,
		    struct sulih_error *error)
{
	struct sulih_normalized clean;
	int status;

	sulih_normalized_init(&clean);
	status = run(input, decoded, &clean, error);
	sulih_buffer_add(output, sulih_buffer_view(&clean.text));
	sulih_normalized_release(&clean);
	return status;
}

static int run_bytes(struct sulih_view input, struct sulih_buffer *output,
		     struct sulih_error *error)
{
	return run_kind(input, false, output, error);
}

static int run_text(struct sulih_view input, struct sulih_buffer *output, struct sulih_error *error)
{
	return run_kind(input, true, output, error);
}

static int run_refuse(struct sulih_view input, struct sulih_buffer *output,
		      struct sulih_error *error)
{
	struct sulih_error refusal = SULIH_ERROR_INIT;

	if (run_kind(input, false, output, &refusal) == 0)
		return sulih_fail(error, SULIH_ERROR_INTERNAL, "not refused");
	sulih_buffer_clear(output);
	sulih_buffer_puts(output, refusal.message);
	return 0;
}

static int run_diagnose(struct sulih_view input, struct sulih_buffer *output,
			struct sulih_error *error)
{
	struct sulih_normalized clean;
	int status;

	sulih_normalized_init(&clean);
	status = run(input, false, &clean, error);
	for (size_t i = 0; i < clean.diagnostics.list.count; i++) {
		const struct sulih_diagnostic *d = &clean.diagnostics.list.items[i];

		sulih_buffer_printf(output, "%s %zu %zu\n", sulih_diagnostic_name(d->id),
				    d->span.start, d->span.end);
	}
	sulih_normalized_release(&clean);
	return status;
}

SPEC_KIND("normalize", run_bytes);
SPEC_KIND("normalize-text", run_text);
SPEC_KIND("refuse", run_refuse);
SPEC_KIND("diagnose", run_diagnose);
