/* Cutting a segment into tokens. */
#include "base/letter.h"
#include "base/lexicon/words.h"
#include "base/utf8.h"
#include "pipeline/protect/names/words/cut.h"
#include "pipeline/protect/numbers/figures.h"

static bool is_known(struct sulih_view word)
{
	char room[24];

	return sulih_word_known(sulih_lower_key(word, room, sizeof(room)));
}

/* A currency or "pukul" may be glued to its number: Rp5.000, USD40. */
static bool ends_before_digit(struct sulih_view word, bool ascii)
{
	struct token probe = { .role = ROLE_NONE, .english = "" };

	/* "senilai40 juta", "Sebanyak1.200 warga": a scraper lost the blank; "Galaxy10" is a name
	 */
	if (word.length > 3 && sulih_byte_is_lower(word.data[word.length - 1]) &&
	    (sulih_byte_is_lower(word.data[0]) || is_known(word)))
		return true;
	sulih_figures_look_up(&probe, word, ascii);
	return probe.role == ROLE_CURRENCY || probe.role == ROLE_CLOCK || probe.role == ROLE_MONTH;
}

static uint32_t code_at(const struct figures *f, size_t at, size_t end, size_t *used)
{
	return sulih_utf8_decode(f->text.data + at, end - at, used);
}

/* The end of the word that begins at `at`; whether it is all ASCII. */
static size_t word_end(const struct figures *f, size_t at, size_t end, bool *ascii)
{
	size_t start = at, used, next;
	bool digits = false;

	*ascii = true;
	while (at < end) {
		uint32_t c;

		if (sulih_byte_class(f->text.data[at]) & SULIH_BYTE_LETTER) {
			at++;
			continue;
		}
		c = code_at(f, at, end, &used);
		if (c < 0x80 ? sulih_byte_is_digit((char)c) : sulih_is_digit(c)) {
			if (!digits &&
			    ends_before_digit(sulih_view_slice(f->text, start, at), *ascii))
				break;
			digits = true;
		} else if (sulih_is_apostrophe(c)) {
			/* Jum'at, Ma'ruf: only between letters */
			if (at + used >= end || !sulih_is_letter(code_at(f, at + used, end, &next)))
				break;
		} else if (!sulih_is_letter(c) && !(at > start && (c == 0xB2 || c == 0xB3))) {
			break;
		}
		*ascii &= used == 1;
		at += used;
	}
	return at;
}

/* "Rp 36.189.084.0003. Ditjen …": the number of the next line of a list, glued on by a
 * scraper, begins after three digits of the last group. */
static size_t list_number_start(const struct figures *f, size_t start, size_t at, size_t end)
{
	const char *d = f->text.data;
	size_t group = at;

	while (group > start && sulih_byte_is_digit(d[group - 1]))
		group--;
	if (at - group < 4 || at - group > 5 || group < start + 5 || d[group - 1] != '.' ||
	    d[group - 5] != '.' || (at < end && d[at] != '.'))
		return at;
	return group + 3;
}

static size_t number_end(const struct figures *f, size_t at, size_t end)
{
	return list_number_start(f, at, cut_number(f->text.data, at, end), end);
}

static uint32_t plain_mark(uint32_t c)
{
	/* hyphens, dashes and the minus sign do the same work in figures */
	if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
		return '-';
	return c;
}

static bool may_be_net(const struct figures *f, size_t at, size_t end, uint32_t c)
{
	const char *d = f->text.data;

	if (c == '@' || c == '#')
		return true;
	if (c == ':')
		return at + 2 < end && d[at + 1] == '/' && d[at + 2] == '/';
	return c == '.' && at > 0 && at + 1 < end && sulih_byte_is_letter(d[at + 1]) &&
	       (unsigned char)d[at + 1] < 0x80;
}

/* Takes back the tokens that a net address swallows and puts one token instead. */
static bool take_net(struct figures *f, struct sulih_span segment, size_t at, size_t *next)
{
	struct sulih_net net = sulih_net_find(f->text, segment, at);
	struct token *token;
	bool gap = true;

	/* an address ends behind the mark that told of it, or the scan would not go on */
	if (net.span.end <= at)
		return false;
	while (f->tokens.count > 0) {
		const struct token *last = SULIH_VECTOR_LAST(&f->tokens);

		if (last->kind == TOKEN_NET && last->end > net.span.start)
			return false;
		if (last->end <= net.span.start)
			break;
		gap = last->gap;
		f->tokens.count--;
	}
	token = SULIH_VECTOR_ADD(&f->tokens);
	if (token == NULL) {
		f->failed = true;
		return false;
	}
	*token = (struct token){ .kind = TOKEN_NET,
				 .start = (uint32_t)net.span.start,
				 .end = (uint32_t)net.span.end,
				 .english = "",
				 .gap = gap };
	sulih_figures_begin(f);
	sulih_figures_copy(f, f->tokens.count - 1, f->tokens.count, net.kind, "net");
	*next = net.span.end;
	return true;
}

/* Cuts what stands at *at, which is no blank. */
static void cut_token(struct figures *f, struct sulih_span segment, size_t *at, bool gap)
{
	size_t end = segment.end, start = *at, used;
	uint32_t c = code_at(f, start, end, &used);
	struct token *token;
	bool ascii;

	if (may_be_net(f, start, end, c) && take_net(f, segment, start, at))
		return;
	token = SULIH_VECTOR_ADD(&f->tokens);
	if (token == NULL) {
		f->failed = true;
		return;
	}
	*token = (struct token){ .start = (uint32_t)start, .gap = gap, .english = "" };
	if (c < 0x80 && sulih_byte_is_digit((char)c)) {
		token->kind = TOKEN_NUMBER;
		*at = number_end(f, start, end);
	} else if (sulih_is_letter(c)) {
		token->kind = TOKEN_WORD;
		token->capital = sulih_is_upper(c);
		*at = word_end(f, start, end, &ascii);
		/* a letter that can only stand amid a word (U+02BC) is one of its own */
		*at = *at > start ? *at : start + used;
		ascii &= used == 1;
		sulih_figures_look_up(token, sulih_view_slice(f->text, start, *at), ascii);
	} else {
		token->kind = TOKEN_MARK;
		token->mark = plain_mark(c);
		*at = start + used;
	}
	token->end = (uint32_t)*at;
}

static void take_over(struct figures *f, const struct name_token *from)
{
	struct token *token = &f->tokens.items[f->tokens.count++];

	*token = (struct token){ .start = from->start,
				 .end = from->end,
				 .english = "",
				 .mark = plain_mark(from->mark),
				 .kind = from->kind,
				 .gap = !(from->flags & TOKEN_GLUED) };
	if (from->kind != TOKEN_WORD)
		return;
	token->capital = from->shape != SHAPE_LOWER;
	if (from->facts & FACT_FIGURE) {
		uint32_t figure = f->words->words.items[from->word].figure;

		sulih_figures_take(token, &f->words->figures.items[figure - 1]);
	}
}

/* Cuts what stands from `at` to the next blank; gives where that is. */
static size_t cut_chunk(struct figures *f, struct sulih_span segment, size_t at)
{
	bool gap = true;
	size_t used;

	while (at < segment.end && !f->failed &&
	       !sulih_is_space(code_at(f, at, segment.end, &used))) {
		cut_token(f, segment, &at, gap);
		gap = false;
	}
	return at;
}

enum { USUAL_TOKENS = 128 };

void sulih_figures_tokenise(struct figures *f, size_t segment)
{
	const uint32_t *bounds = f->words->segments.items + segment;
	const struct name_token *token = f->words->tokens.items + bounds[0];
	const struct name_token *last = f->words->tokens.items + bounds[1];

	size_t room = (size_t)(last - token);

	f->tokens.count = 0;
	/* room for usual sentences at once: it need not grow with each longer one */
	if (room < USUAL_TOKENS)
		room = USUAL_TOKENS;
	if (SULIH_VECTOR_RESERVE(&f->tokens, room) != 0) {
		f->failed = true;
		return;
	}
	while (token < last && !f->failed) {
		size_t at;

		if (token->flags & TOKEN_PLAIN) {
			/* cut_chunk may have made more of others than were reserved */
			if (f->tokens.count == f->tokens.capacity &&
			    SULIH_VECTOR_RESERVE(&f->tokens, 1) != 0)
				f->failed = true;
			else
				take_over(f, token++);
			continue;
		}
		at = cut_chunk(f, f->document->segmentation.segments.items[segment].span,
			       token->start);
		do
			token++;
		while (token < last && token->start < at);
	}
}
