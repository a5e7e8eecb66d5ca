#include "normalize/normalize.h"

#include "normalize/stream.h"

void sulih_normalized_init(struct sulih_normalized *normalized)
{
	sulih_buffer_init(&normalized->text);
	sulih_diagnostics_init(&normalized->diagnostics);
	normalized->map = NULL;
	normalized->source_length = 0;
}

void sulih_normalized_release(struct sulih_normalized *normalized)
{
	sulih_buffer_release(&normalized->text);
	sulih_diagnostics_release(&normalized->diagnostics);
	sulih_offset_map_free(normalized->map);
	sulih_normalized_init(normalized);
}

static int append(void *context, struct sulih_view clean, struct sulih_error *error)
{
	struct sulih_buffer *text = context;

	sulih_buffer_add(text, clean);
	return text->failed == 0 ? 0 : sulih_buffer_status(text, error);
}

int sulih_normalize(struct sulih_view input, const struct sulih_normalize_options *options,
		    struct sulih_normalized *out, struct sulih_error *error)
{
	struct sulih_stream_options stream_options = {
		.decoded = options != NULL && options->decoded,
		.write = append,
		.context = &out->text,
		.diagnostics = &out->diagnostics,
	};
	struct sulih_stream *stream;
	int status = 0;

	sulih_normalized_release(out);
	if (options != NULL && options->want_map) {
		out->map = sulih_offset_map_new();
		stream_options.map = out->map;
		if (out->map == NULL)
			return sulih_fail_memory(error);
	}
	/* Repairs seldom make a text longer. */
	sulih_buffer_reserve(&out->text, input.length + 1);
	stream = sulih_stream_new(&stream_options);
	if (stream == NULL)
		return sulih_fail_memory(error);
	status = sulih_stream_push(stream, input, error);
	if (status == 0)
		status = sulih_stream_finish(stream, error);
	out->source_length = sulih_stream_source_length(stream);
	sulih_stream_free(stream);
	return status;
}
