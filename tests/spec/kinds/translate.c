/* Whole texts through the gloss engine: what stands in English, what stays. */
#include "tests/spec/spec.h"
#include "tests/support/article.h"

static int run(struct sulih_view input, bool us_style, enum sulih_quote_mode quotes,
	       struct sulih_buffer *output, struct sulih_error *error)
{
	const struct sulih_pipeline_options options = {
		.until = SULIH_PHASE_REASSEMBLE,
		.protect = { .now = 1768464000, .us_style = us_style, .quotes = quotes },
		.reassemble = { .us_style = us_style,
				.verbatim_quotes = quotes == SULIH_QUOTES_VERBATIM },
		.verify = true,
	};
	struct sulih_document *document;
	int status = article_run(input, true, "gloss", &options, &document, error);

	if (status == 0)
		sulih_buffer_add(output, sulih_buffer_view(&document->target));
	sulih_document_free(document);
	return status;
}

static int run_english(struct sulih_view input, struct sulih_buffer *output,
		       struct sulih_error *error)
{
	return run(input, false, SULIH_QUOTES_ISOLATE, output, error);
}

static int run_american(struct sulih_view input, struct sulih_buffer *output,
			struct sulih_error *error)
{
	return run(input, true, SULIH_QUOTES_ISOLATE, output, error);
}

static int run_verbatim(struct sulih_view input, struct sulih_buffer *output,
			struct sulih_error *error)
{
	return run(input, false, SULIH_QUOTES_VERBATIM, output, error);
}

SPEC_KIND("english", run_english);
SPEC_KIND("english-us", run_american);
SPEC_KIND("english-verbatim", run_verbatim);
