/* What acronyms look like, and what they stand for in this document. */
#include "pipeline/protect/names/names.h"

#include "base/letter.h"
#include "base/utf8.h"

/* Looks like an acronym or clipped name: KPK, Polri, BPJSTK; not a plain small word. */
static bool is_acronym_shape(const struct name_token *token)
{
	size_t length = token->end - token->start;

	return token->kind == TOKEN_WORD && length >= 2 && length <= 16 &&
	       (token->shape == SHAPE_UPPER || token->shape == SHAPE_MIXED ||
		token->shape == SHAPE_CAPITAL);
}

/* The bracketed acronym behind token `at`: tokens `(`, acronym, `)`; 0 or the acronym's index. */
uint32_t bracketed_acronym(const struct name_finder *f, uint32_t at, uint32_t end)
{
	if (at + 2 >= end || !is_mark(f, at, '(') || !is_mark(f, at + 2, ')'))
		return 0;
	return is_acronym_shape(token_at(f, at + 1)) ? at + 1 : 0;
}

/* The letter or digit at `at`, lower-cased; 0: another sign.  *used: its bytes. */
static uint32_t letter_at(struct sulih_view text, size_t at, size_t *used)
{
	uint32_t c;

	*used = 1;
	if ((unsigned char)text.data[at] < 0x80) /* nearly all */
		return sulih_byte_is_letter(text.data[at]) || sulih_byte_is_digit(text.data[at])
			       ? (uint32_t)sulih_byte_lower(text.data[at])
			       : 0;
	c = sulih_utf8_decode(text.data + at, text.length - at, used);
	return sulih_is_letter(c) || sulih_is_digit(c) ? sulih_to_lower(c) : 0;
}

/*
 * Whether the letters of the acronym stand in the long form in order, the first
 * at a word's beginning: KPK in Komisi Pemberantasan Korupsi, Kemenkeu in
 * Kementerian Keuangan.
 */
bool acronym_fits(struct sulih_view acronym, struct sulih_view name)
{
	size_t a = 0, n = 0, used, step;
	bool border = true;

	while (a < acronym.length && n < name.length) {
		uint32_t x = letter_at(acronym, a, &used), y;

		if (x == 0) {
			a += used;
			continue;
		}
		y = letter_at(name, n, &step);
		if (y == x && (a > 0 || border))
			a += used;
		n += step;
		border = y == 0;
	}
	for (; a < acronym.length; a += used) {
		if (letter_at(acronym, a, &used) != 0)
			return false;
	}
	return true;
}

struct sulih_view acronym_full(const struct name_finder *f, const struct name_acronym *meaning)
{
	if (meaning->full.length > 0 || meaning->count == 0)
		return meaning->full;
	return tokens_text(f, meaning->start, meaning->start + meaning->count);
}

struct name_acronym *acronym_note(struct name_finder *f, struct name_word *word,
				  const struct name_acronym *meaning)
{
	struct word_names *names = names_change(f, word);
	struct name_acronym *bound = NULL;

	if (names == NULL)
		return NULL;
	bound = NAME_ADD(f, &f->acronyms);
	if (bound != NULL) {
		*bound = *meaning;
		names->acronym = (uint32_t)f->acronyms.count;
	}
	return bound;
}

/* The acronym in brackets stands for [at, end) through the document; the first meaning stays. */
void acronym_bind(struct name_finder *f, uint32_t acronym, const struct name_acronym *meaning)
{
	if (!names_at(f, acronym).acronym)
		acronym_note(f, word_at(f, acronym), meaning);
}

static bool is_ticker_form(const struct name_finder *f, uint32_t at)
{
	return token_at(f, at)->shape == SHAPE_UPPER && token_length(f, at) == 4 &&
	       !(token_at(f, at)->flags & (TOKEN_SHOUTED | TOKEN_DOTTED));
}

uint32_t parse_ticker(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	uint32_t from = at;

	if (!(token_facts(f, at) & (FACT_COMMON | FACT_TITLE)) || !is_ticker_form(f, at))
		return at;
	while (from > scene->start + 1 && is_ticker_form(f, from - 2) &&
	       (is_mark(f, from - 1, ',') || sulih_view_is(token_lower(f, from - 1), "dan")))
		from -= 2;
	if (from == scene->start || !token_is_cue(f, from - 1, "security"))
		return at;
	return name_take(f, scene,
			 (struct name_found){ .at = at,
					      .end = at + 1,
					      .kind = SULIH_KIND_ORGANIZATION,
					      .ruling = SULIH_COPY,
					      .why = "capital" });
}
