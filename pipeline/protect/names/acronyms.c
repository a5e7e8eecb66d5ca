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
		uint32_t x = sulih_to_lower(
			sulih_utf8_decode(acronym.data + a, acronym.length - a, &used));
		uint32_t y = sulih_utf8_decode(name.data + n, name.length - n, &step);
		bool letter = sulih_is_letter(y) || sulih_is_digit(y);

		if (!sulih_is_letter(x) && !sulih_is_digit(x))
			a += used;
		else if (sulih_to_lower(y) == x && (a > 0 || border))
			a += used, n += step;
		else
			n += step;
		border = !letter;
	}
	while (a < acronym.length) {
		uint32_t x = sulih_utf8_decode(acronym.data + a, acronym.length - a, &used);

		if (sulih_is_letter(x) || sulih_is_digit(x))
			return false;
		a += used;
	}
	return true;
}

struct sulih_view acronym_full(const struct name_finder *f, const struct name_acronym *meaning)
{
	if (meaning->full.length > 0 || meaning->count == 0)
		return meaning->full;
	return tokens_text(f, meaning->start, meaning->start + meaning->count);
}

/* The acronym in brackets stands for [at, end) through the document; the first meaning stays. */
void acronym_bind(struct name_finder *f, uint32_t acronym, const struct name_acronym *meaning)
{
	struct name_word *word = &f->words.items[token_at(f, acronym)->word];
	struct name_acronym *bound;

	if (word->acronym)
		return;
	bound = SULIH_VECTOR_ADD(&f->acronyms);
	if (!bound) {
		f->failed = true;
		return;
	}
	*bound = *meaning;
	bound->word = token_at(f, acronym)->word;
	word->acronym = (uint32_t)f->acronyms.count;
}
