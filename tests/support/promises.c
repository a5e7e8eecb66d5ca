#include "tests/support/promises.h"

#include <stdio.h>
#include <stdlib.h>

#include "pipeline/record.h"
#include "tests/support/article.h"

static void check(bool holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "broken promise: %s\n", what);
	abort();
}

static void run(struct sulih_view text, unsigned how, bool identity)
{
	const struct sulih_pipeline_options options = {
		.until = SULIH_PHASE_REASSEMBLE,
		.protect = { .identity = identity,
			     .quotes = how & 1 ? SULIH_QUOTES_INLINE : SULIH_QUOTES_ISOLATE,
			     .us_style = how & 2,
			     .now = 1700000000 },
		.reassemble = { .identity = identity, .us_style = how & 2 },
		.verify = true,
	};
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_document *document;
	struct sulih_record record;
	struct sulih_buffer out = SULIH_BUFFER_INIT;
	int status = article_run(text, how & 4, identity ? "echo" : "gloss", &options, &document,
				 &error);

	if (status == SULIH_ERROR_INTERNAL)
		check(false, error.message);
	if (status == 0 && identity)
		check(sulih_view_equal(sulih_buffer_view(&document->target),
				       sulih_buffer_view(&document->clean.text)),
		      "the target is not the clean text");
	if (status == 0) {
		sulih_record_init(&record);
		check(sulih_record_write(&record, document, SULIH_PHASE_PROTECT, &out, &error) == 0,
		      "no record");
		sulih_record_release(&record);
	}
	sulih_buffer_release(&out);
	sulih_document_free(document);
}

void promises_keep(struct sulih_view text, unsigned how)
{
	run(text, how, true);
	run(text, how, false);
}
