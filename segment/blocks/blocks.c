#include "segment/blocks/blocks.h"

#include "base/letter.h"
#include "base/utf8.h"

/* Takes the white space off both ends of a line that may hold any space. */
static struct sulih_span trim(struct sulih_view text, struct sulih_span line)
{
	size_t used, start;

	while (line.start < line.end &&
	       sulih_is_space(
		       sulih_utf8_decode(text.data + line.start, line.end - line.start, &used)))
		line.start += used;
	while (line.end > line.start &&
	       sulih_is_space(sulih_utf8_before(text.data, line.end, &start)))
		line.end = start;
	return line;
}

int sulih_find_blocks(struct sulih_view clean, struct sulih_segmentation *out,
		      struct sulih_error *error)
{
	size_t at = 0;

	out->running = clean;
	while (at < clean.length) {
		const char *end = memchr(clean.data + at, '\n', clean.length - at);
		struct sulih_span line = { at, end ? (size_t)(end - clean.data) : clean.length };
		struct sulih_block *block;

		at = line.end + 1;
		line = trim(clean, line);
		if (line.start == line.end)
			continue;
		block = SULIH_VECTOR_ADD(&out->blocks);
		if (block == NULL)
			return sulih_fail_memory(error);
		block->span = line;
	}
	return 0;
}
