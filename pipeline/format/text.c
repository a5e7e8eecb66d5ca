/*
 * Plain text: a file is a document.  It is read in blocks; what is over 8 MiB
 * comes as stretches cut at blank lines, so that memory stays bounded.
 */
#include "pipeline/format/format.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "normalize/encoding.h"

struct reader {
	const struct sulih_input *input;
	struct sulih_buffer pending; /* read, not yet given out */
	size_t base;		     /* code points given out */
	bool begun;
	bool ended;
	struct sulih_error fault; /* of reading ahead, not yet told */
};

struct skeleton {
	char *bytes; /* the unit's bytes as they came; the document's input is a view of them */
	struct sulih_buffer id; /* the file's name, where it is no UTF-8 */
};

static const char *const extensions[] = { ".txt", ".text", NULL };

static int open_text(const struct sulih_input *input, void **reader, struct sulih_error *error)
{
	struct reader *r = calloc(1, sizeof(*r));

	if (r == NULL)
		return sulih_fail_memory(error);
	r->input = input;
	*reader = r;
	return 0;
}

static void close_text(void *reader)
{
	struct reader *r = reader;

	if (r == NULL)
		return;
	sulih_buffer_release(&r->pending);
	free(r);
}

static void free_input(void *skeleton)
{
	struct skeleton *s = skeleton;

	free(s->bytes);
	s->bytes = NULL;
}

static void free_skeleton(void *skeleton)
{
	free_input(skeleton);
	sulih_buffer_release(&((struct skeleton *)skeleton)->id);
	free(skeleton);
}

/* The file's name as an id: text, also where the name's bytes are none. */
static struct sulih_view id_of(struct skeleton *skeleton, struct sulih_view name)
{
	size_t used;

	if (sulih_utf8_valid_prefix(name) == name.length)
		return name;
	for (size_t at = 0; at < name.length; at += used)
		sulih_buffer_put_code_point(
			&skeleton->id, sulih_utf8_decode(name.data + at, name.length - at, &used));
	return sulih_buffer_view(&skeleton->id);
}

/* Reads on until more than `wanted` bytes are pending or the input ends. */
static int fill(struct reader *r, size_t wanted, struct sulih_error *error)
{
	int status = 0;

	if (r->fault.code != 0) {
		status = sulih_fail(error, r->fault.code, "%s", r->fault.message);
		r->fault = (struct sulih_error)SULIH_ERROR_INIT;
	}
	while (status == 0 && !r->ended && r->pending.length <= wanted)
		status = sulih_input_more(r->input, &r->pending, &r->ended, error);
	return status;
}

static bool ready_text(void *reader)
{
	struct reader *r = reader;

	while (!r->ended && r->fault.code == 0 && r->pending.length <= SULIH_LARGEST_DOCUMENT) {
		if (!r->input->ready(r->input->context))
			return false;
		sulih_input_more(r->input, &r->pending, &r->ended, &r->fault);
	}
	return true;
}

/* UTF-16 cannot be cut by bytes that look like line ends: such a text stays whole. */
static bool may_be_cut(struct sulih_view text)
{
	return text.length < 64 || memchr(text.data, '\0', 64) == NULL;
}

/* The first bytes of what is pending.  A long text that fills the reader's buffer is not copied:
 * it takes the buffer along. */
static char *take_bytes(struct reader *r, size_t length)
{
	char *bytes;

	if (length == r->pending.length && length > r->pending.capacity / 2)
		return sulih_buffer_take(&r->pending, NULL);
	bytes = malloc(length + 1);
	if (bytes == NULL)
		return NULL;
	memcpy(bytes, r->pending.data, length);
	memmove(r->pending.data, r->pending.data + length, r->pending.length - length);
	sulih_buffer_truncate(&r->pending, r->pending.length - length);
	return bytes;
}

static struct sulih_document *new_document(void)
{
	struct sulih_document *d = sulih_document_new();

	if (d == NULL)
		return NULL;
	d->skeleton = calloc(1, sizeof(struct skeleton));
	if (d->skeleton == NULL) {
		sulih_document_free(d);
		return NULL;
	}
	d->free_skeleton = free_skeleton;
	d->free_input = free_input;
	return d;
}

/* The document of the first bytes of what is pending; NULL: out of memory. */
static struct sulih_document *make_document(struct reader *r, size_t length)
{
	struct sulih_document *d = new_document();
	struct skeleton *skeleton = d != NULL ? d->skeleton : NULL;

	if (d == NULL)
		return NULL;
	skeleton->bytes = take_bytes(r, length);
	d->input = sulih_view_make(skeleton->bytes, length);
	d->id = id_of(skeleton, sulih_view_of(r->input->name));
	d->origin = r->input->name;
	d->line = 1;
	if (skeleton->bytes != NULL && skeleton->id.failed == 0)
		return d;
	sulih_document_free(d);
	return NULL;
}

/* Looks at the head of the input: of what is no text nothing else is read, since it may have no end
 * (/dev/zero); the stage that refuses it needs no more. */
static int begin(struct reader *r, struct sulih_error *error)
{
	int status = fill(r, SULIH_ENCODING_PREFIX, error);

	if (status != 0)
		return status;
	r->begun = true;
	if (sulih_encoding_guess(sulih_buffer_view(&r->pending)) != SULIH_ENCODING_BINARY)
		return 0;
	if (r->pending.length > SULIH_ENCODING_PREFIX)
		sulih_buffer_truncate(&r->pending, SULIH_ENCODING_PREFIX);
	r->ended = true;
	return 0;
}

static int next_text(void *reader, struct sulih_document **document, struct sulih_error *error)
{
	struct reader *r = reader;
	struct sulih_view all;
	size_t length;
	int status;

	*document = NULL;
	status = r->begun ? 0 : begin(r, error);
	if (status == 0)
		status = fill(r, SULIH_LARGEST_DOCUMENT, error);
	if (status == 0 && !may_be_cut(sulih_buffer_view(&r->pending)))
		status = fill(r, SIZE_MAX - 1, error);
	if (status != 0)
		return status;
	all = sulih_buffer_view(&r->pending);
	if (all.length == 0)
		return 0;
	length = may_be_cut(all) ? sulih_stretch_length(all, SULIH_LARGEST_DOCUMENT) : all.length;
	*document = make_document(r, length);
	if (*document == NULL)
		return sulih_fail_memory(error);
	sulih_stretch_mark(*document, r->base, length < all.length);
	if (length < all.length)
		r->base += sulih_utf8_count((*document)->input);
	return 0;
}

static void frame_text(const struct sulih_document *document, struct sulih_buffer *before,
		       struct sulih_buffer *behind)
{
	(void)document;
	(void)before;
	(void)behind;
}

static void encode_text(struct sulih_view text, struct sulih_buffer *out)
{
	sulih_buffer_add(out, text);
}

const struct sulih_format sulih_format_text = {
	.name = "text",
	.extensions = extensions,
	.summary = "plain text, a file is a document",
	.open = open_text,
	.next = next_text,
	.ready = ready_text,
	.close = close_text,
	.frame = frame_text,
	.encode = encode_text,
};
