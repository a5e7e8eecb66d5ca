#include "segment/sentences/proposals.h"

#include "base/bytes.h"

/* The first byte of Greek; Latin letters and their accents begin with less. */
#define FAR_FIRST 0xCE

static size_t next_far_byte(struct sulih_view text, size_t at)
{
	return sulih_bytes_find(text.data, at, text.length, "", FAR_FIRST);
}

/* Whether a character that begins with these two bytes is Latin, a common mark or an
 * emoji: U+1E00 … 1EFF, U+2000 … 2DFF, variation selectors, U+1F000 … 1FFFF. */
static bool is_near(unsigned char first, unsigned char second)
{
	switch (first) {
	case 0xE1:
		return second >= 0xB8 && second <= 0xBB;
	case 0xE2:
		return second < 0xB8;
	case 0xEF:
		return second == 0xB8;
	case 0xF0:
		return second == 0x9F;
	default:
		return false;
	}
}

bool sulih_is_far_script(struct sulih_view text)
{
	for (size_t at = next_far_byte(text, 0); at + 1 < text.length;
	     at = next_far_byte(text, at + 2))
		if (!is_near((unsigned char)text.data[at], (unsigned char)text.data[at + 1]))
			return true;
	return false;
}

void sulih_proposals_release(struct proposals *p)
{
	if (p->iterator != NULL)
		ubrk_close(p->iterator);
	if (p->text != NULL)
		utext_close(p->text);
	p->iterator = NULL;
	p->text = NULL;
}

static int fail(UErrorCode status, struct sulih_error *error)
{
	if (status == U_MEMORY_ALLOCATION_ERROR)
		return sulih_fail_memory(error);
	return sulih_fail(error, SULIH_ERROR_INTERNAL, "sentence iterator: %s",
			  u_errorName(status));
}

static void advance(struct proposals *p)
{
	int32_t border = ubrk_next(p->iterator);

	p->next = border == UBRK_DONE ? SULIH_PROPOSAL_NONE : p->start + (size_t)border;
}

int sulih_proposals_begin(struct proposals *p, struct sulih_view text, struct sulih_span block,
			  struct sulih_error *error)
{
	struct sulih_view part = sulih_view_slice(text, block.start, block.end);
	UErrorCode status = U_ZERO_ERROR;

	p->next = SULIH_PROPOSAL_NONE;
	/* ICU's borders are 32 bits wide */
	if (part.length > INT32_MAX || !sulih_is_far_script(part))
		return 0;
	if (p->iterator == NULL)
		p->iterator = ubrk_open(UBRK_SENTENCE, "id", NULL, 0, &status);
	p->text = utext_openUTF8(p->text, part.data, (int64_t)part.length, &status);
	if (U_SUCCESS(status))
		ubrk_setUText(p->iterator, p->text, &status);
	if (U_FAILURE(status))
		return fail(status, error);
	p->start = block.start;
	advance(p);
	return 0;
}

void sulih_proposals_pass(struct proposals *p, size_t offset)
{
	while (p->next <= offset)
		advance(p);
}
