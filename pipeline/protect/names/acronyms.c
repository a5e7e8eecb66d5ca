/* `Nama Panjang (NP)` and initials with an age: what an acronym stands for in this document. */
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

/* The phrase as a list has it, every word but the smallest with a capital. */
static bool is_listed_phrase(struct name_finder *f, uint32_t at, uint32_t end)
{
	struct sulih_buffer title = SULIH_BUFFER_INIT;
	bool listed = false;
	char room[96];

	for (uint32_t i = at; i < end; i++) {
		bool small = sulih_view_is(token_lower(f, i), "dan");

		if (i > at)
			sulih_buffer_putc(&title, ' ');
		sulih_buffer_add(&title,
				 small ? token_lower(f, i)
				       : name_recase(token_lower(f, i), false, room, sizeof(room)));
	}
	for (unsigned i = 0; i < NAMES_MAP_TABLES && !title.failed && !listed; i++)
		listed = sulih_table_has(names_map_tables[i], sulih_buffer_view(&title));
	f->failed |= title.failed != 0;
	sulih_buffer_release(&title);
	return listed;
}

/*
 * pajak bumi dan bangunan (PBB): an acronym of ordinary words is no body of that
 * name, from here to the end of the document.  The initials must be exact.
 */
void introduce_phrase(struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	uint32_t acronym = bracketed_acronym(f, at, scene->end), i = at;
	struct name_acronym meaning = { .kind = SULIH_KIND_NAME,
					.ruling = SULIH_COPY,
					.why = "introduced" };
	struct sulih_view text;

	if (!acronym || token_at(f, acronym)->shape != SHAPE_UPPER)
		return;
	text = token_lower(f, acronym);
	for (size_t letter = text.length; letter > 0; i--) {
		if (i <= scene->start || token_at(f, i - 1)->kind != TOKEN_WORD)
			return;
		if (token_lower(f, i - 1).data[0] == text.data[letter - 1])
			letter--;
		else if (!(token_facts(f, i - 1) & FACT_FUNCTION))
			return;
	}
	if (token_facts(f, acronym) & FACT_TERM) {
		meaning.ruling = SULIH_LEAVE;
		meaning.why = "ordinary word";
	}
	meaning.start = i;
	meaning.count = at - i;
	if (!is_listed_phrase(f, i, at))
		acronym_bind(f, acronym, &meaning);
}
