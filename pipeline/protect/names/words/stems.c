/* Where a name ends that a clitic or a prefix is written to without a hyphen. */
#include "base/letter.h"
#include "base/utf8.h"
#include "lists.h"
#include "pipeline/protect/names/words/tokens.h"

/* KPKnya, DPRpun: small letters behind capitals that are a clitic; `end` when they are none. */
static size_t acronym_end(struct sulih_view text, size_t start, size_t end)
{
	size_t at = start;

	while (at < end && text.data[at] >= 'A' && text.data[at] <= 'Z')
		at++;
	return at - start >= 2 && sulih_table_says(&sulih_list_affixes,
						   sulih_view_slice(text, at, end), "glued")
		       ? at
		       : end;
}

size_t stem_prefix_end(struct sulih_view text, size_t start, size_t end)
{
	size_t at = start;

	while (at < end && text.data[at] >= 'a' && text.data[at] <= 'z')
		at++;
	return at - start >= 2 && at < end && text.data[at] >= 'A' && text.data[at] <= 'Z' &&
			       sulih_table_has(&sulih_list_prefixes,
					       sulih_view_slice(text, start, at))
		       ? at
		       : end;
}

/* "Nasrullah" and "Jamilah" are whole names. */
size_t stem_end(struct sulih_word_memory *memory, struct sulih_view text, size_t start, size_t end)
{
	struct sulih_view word = sulih_view_slice(text, start, end);
	const uint32_t known = FACT_COMMON | FACT_GIVEN | FACT_LISTED | FACT_FUNCTION;
	uint32_t facts, at;
	size_t used;
	char before;

	if (acronym_end(text, start, end) < end)
		return acronym_end(text, start, end);
	if (word.length < 7 || !sulih_is_upper(sulih_utf8_decode(word.data, word.length, &used)) ||
	    !sulih_table_says(&sulih_list_affixes,
			      sulih_view_slice(word, word.length - 3, word.length), "glued"))
		return end;
	before = word.data[word.length - 4];
	if (word.data[word.length - 3] == 'l' && (before == 'l' || before == 'u'))
		return end;
	at = word_intern_text(memory, word, SHAPE_CAPITAL);
	if (at == NAMES_NONE)
		return end;
	if (word_raise(memory, at) != 0)
		return end;
	if (memory->words.items[at].facts & known)
		return end;
	at = word_intern_text(memory, sulih_view_slice(word, 0, word.length - 3), SHAPE_CAPITAL);
	if (at == NAMES_NONE)
		return end;
	if (word_raise(memory, at) != 0)
		return end;
	facts = memory->words.items[at].facts;
	return facts & (FACT_GIVEN | FACT_MAP) && !(facts & (FACT_COMMON | FACT_FUNCTION)) ? end - 3
											   : end;
}
