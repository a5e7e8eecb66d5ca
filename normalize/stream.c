#include "normalize/stream.h"

#include <stdlib.h>

#include "normalize/clean.h"
#include "normalize/encoding.h"

/* UTF-16 is turned into UTF-8 in blocks of this size. */
#define UTF16_BLOCK ((size_t)65536)

struct sulih_stream {
	struct sulih_clean clean;
	struct sulih_diagnostics *diagnostics;
	struct sulih_buffer carry; /* received, not settled yet */
	enum sulih_encoding encoding;
	struct sulih_utf16 utf16;
	bool begun; /* the encoding is settled */
};

struct sulih_stream *sulih_stream_new(const struct sulih_stream_options *options)
{
	struct sulih_stream *stream = calloc(1, sizeof(*stream));

	if (stream == NULL)
		return NULL;
	sulih_clean_init(&stream->clean, options);
	stream->diagnostics = options->diagnostics;
	return stream;
}

void sulih_stream_free(struct sulih_stream *stream)
{
	if (stream == NULL)
		return;
	sulih_clean_release(&stream->clean);
	sulih_buffer_release(&stream->carry);
	free(stream);
}

size_t sulih_stream_source_length(const struct sulih_stream *stream)
{
	return stream->clean.source;
}

static int begin(struct sulih_stream *stream, struct sulih_view prefix, struct sulih_error *error)
{
	stream->begun = true;
	if (!stream->clean.options.decoded)
		stream->encoding = sulih_encoding_guess(prefix);
	if (stream->encoding == SULIH_ENCODING_BINARY)
		return sulih_fail(error, SULIH_ERROR_INPUT, "the input is binary, not text");
	if (stream->encoding != SULIH_ENCODING_UTF8) {
		struct sulih_span first = { 0, 1 };

		stream->utf16.big_endian = stream->encoding == SULIH_ENCODING_UTF16_BE;
		stream->clean.binary_allowed = true;
		sulih_clean_tally(&stream->clean, SULIH_DIAGNOSTIC_CHARSET_GUESSED, first, 0);
	}
	return 0;
}

/* Drops the first `length` bytes of the carry. */
static void drop_front(struct sulih_buffer *carry, size_t length)
{
	if (length == 0)
		return;
	memmove(carry->data, carry->data + length, carry->length - length);
	sulih_buffer_truncate(carry, carry->length - length);
}

static int take_carry(struct sulih_stream *stream, bool final, struct sulih_error *error)
{
	size_t taken = 0;
	int status = sulih_buffer_status(&stream->carry, error);

	if (status == 0)
		status = sulih_clean_take(&stream->clean, sulih_buffer_view(&stream->carry), final,
					  &taken, error);
	if (status == 0)
		drop_front(&stream->carry, taken);
	return status;
}

/* How much of a new block is added to what is carried, so that its line comes to an end. */
static size_t share_for_carry(struct sulih_view bytes)
{
	const size_t most = 65536;
	size_t length = bytes.length < most ? bytes.length : most;
	const char *end = memchr(bytes.data, '\n', length);

	return end != NULL ? (size_t)(end - bytes.data) + 1 : length;
}

static int push_utf8(struct sulih_stream *stream, struct sulih_view bytes,
		     struct sulih_error *error)
{
	size_t taken = 0;
	int status = 0;

	while (stream->carry.length > 0 && bytes.length > 0 && status == 0) {
		size_t share = share_for_carry(bytes);

		sulih_buffer_append(&stream->carry, bytes.data, share);
		bytes = sulih_view_slice(bytes, share, bytes.length);
		status = take_carry(stream, false, error);
	}
	if (status == 0 && bytes.length > 0) {
		status = sulih_clean_take(&stream->clean, bytes, false, &taken, error);
		sulih_buffer_append(&stream->carry, bytes.data + taken, bytes.length - taken);
	}
	return status;
}

static int push_utf16(struct sulih_stream *stream, struct sulih_view bytes,
		      struct sulih_error *error)
{
	int status = 0;

	while (bytes.length > 0 && status == 0) {
		size_t part = bytes.length < UTF16_BLOCK ? bytes.length : UTF16_BLOCK;

		sulih_utf16_decode(&stream->utf16, sulih_view_slice(bytes, 0, part),
				   &stream->carry);
		bytes = sulih_view_slice(bytes, part, bytes.length);
		status = take_carry(stream, false, error);
	}
	return status;
}

static int push_decided(struct sulih_stream *stream, struct sulih_view bytes,
			struct sulih_error *error)
{
	if (stream->encoding == SULIH_ENCODING_UTF8)
		return push_utf8(stream, bytes, error);
	return push_utf16(stream, bytes, error);
}

/* The bytes held until the encoding was settled are pushed now. */
static int push_prefix(struct sulih_stream *stream, struct sulih_error *error)
{
	struct sulih_buffer prefix = stream->carry;
	int status = sulih_buffer_status(&prefix, error);

	sulih_buffer_init(&stream->carry);
	if (status == 0)
		status = begin(stream, sulih_buffer_view(&prefix), error);
	if (status == 0)
		status = push_decided(stream, sulih_buffer_view(&prefix), error);
	sulih_buffer_release(&prefix);
	return status;
}

int sulih_stream_push(struct sulih_stream *stream, struct sulih_view bytes,
		      struct sulih_error *error)
{
	int status = 0;

	if (!stream->begun && stream->carry.length == 0 && bytes.length >= SULIH_ENCODING_PREFIX)
		status = begin(stream, bytes, error);
	if (status == 0 && stream->begun)
		return push_decided(stream, bytes, error);
	if (status == 0) {
		sulih_buffer_add(&stream->carry, bytes);
		if (stream->carry.length >= SULIH_ENCODING_PREFIX)
			status = push_prefix(stream, error);
	}
	return status;
}

static void diagnose(struct sulih_stream *stream, enum sulih_diagnostic_id id)
{
	static const char *const what[SULIH_DIAGNOSTIC_COUNT] = {
		[SULIH_DIAGNOSTIC_CHARSET_GUESSED] = "Windows-1252 was assumed: lines",
		[SULIH_DIAGNOSTIC_BYTES_REPLACED] =
			"Bytes that are no character were replaced or guessed: bytes",
		[SULIH_DIAGNOSTIC_MOJIBAKE_REPAIRED] =
			"Text that had been read in a wrong encoding was repaired: places",
		[SULIH_DIAGNOSTIC_REFERENCE_DECODED] =
			"Character references became characters: places",
		[SULIH_DIAGNOSTIC_SPACE_REPAIRED] =
			"Odd spaces and runs of spaces became one space: places",
		[SULIH_DIAGNOSTIC_INVISIBLE_DROPPED] =
			"Invisible or control characters were dropped: characters",
		[SULIH_DIAGNOSTIC_WIDTH_FOLDED] = "Full-width forms became ASCII: characters",
		[SULIH_DIAGNOSTIC_COMPOSED] = "Decomposed letters were composed: places",
		[SULIH_DIAGNOSTIC_LINE_END_REPAIRED] =
			"Line ends of other systems became LF: places",
	};
	const struct sulih_tally *tally = &stream->clean.tallies[id];

	if (id == SULIH_DIAGNOSTIC_CHARSET_GUESSED && stream->encoding != SULIH_ENCODING_UTF8)
		sulih_diagnose(stream->diagnostics, id, tally->first, "%s was assumed.",
			       sulih_encoding_name(stream->encoding));
	else if (tally->count > 0 && what[id] != NULL)
		sulih_diagnose(stream->diagnostics, id, tally->first, "%s %zu.", what[id],
			       tally->count);
}

/* A blank held back at the very end leads nowhere. */
static void drop_pending(struct sulih_clean *clean)
{
	if (clean->options.map != NULL && clean->pending_space > 0)
		sulih_offset_map_block(clean->options.map, 0, clean->pending_space);
	clean->pending_space = 0;
}

int sulih_stream_finish(struct sulih_stream *stream, struct sulih_error *error)
{
	struct sulih_clean *clean = &stream->clean;
	int status = 0;

	if (!stream->begun)
		status = push_prefix(stream, error);
	if (status == 0 && stream->encoding != SULIH_ENCODING_UTF8) {
		sulih_utf16_finish(&stream->utf16, &stream->carry);
		if (stream->utf16.replaced > 0)
			sulih_clean_tally(
				clean, SULIH_DIAGNOSTIC_BYTES_REPLACED,
				(struct sulih_span){ stream->utf16.first, stream->utf16.first + 1 },
				stream->utf16.replaced);
	}
	if (status == 0)
		status = take_carry(stream, true, error);
	if (status != 0)
		return status;
	drop_pending(clean);
	if (clean->options.map != NULL && !clean->visible)
		sulih_offset_map_empty(clean->options.map);
	if (clean->options.map != NULL && sulih_offset_map_failed(clean->options.map))
		return sulih_fail_memory(error);
	for (int id = 0; stream->diagnostics != NULL && id < SULIH_DIAGNOSTIC_COUNT; id++)
		diagnose(stream, (enum sulih_diagnostic_id)id);
	if (stream->diagnostics != NULL && stream->diagnostics->failed)
		return sulih_fail_memory(error);
	return 0;
}
