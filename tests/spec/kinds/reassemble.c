#include "pipeline/reassemble/typography.h"

#include "tests/spec/spec.h"

static int run_blanks(struct sulih_view input, struct sulih_buffer *output,
		      struct sulih_error *error)
{
	sulih_buffer_add(output, input);
	sulih_tidy_blanks(output, 0);
	return sulih_buffer_status(output, error);
}

static int run_american(struct sulih_view input, struct sulih_buffer *output,
			struct sulih_error *error)
{
	sulih_buffer_add(output, input);
	sulih_american_stops(output, 0);
	return sulih_buffer_status(output, error);
}

SPEC_KIND("blanks", run_blanks);
SPEC_KIND("american", run_american);
