/* One name, one kind: what the mentions of a plain name say of it, together. */
#include "pipeline/protect/names/names.h"

/* Of names that begin with the same word those of as many words and the same last one are taken
 * for one name: which they are but for spelling. */
static struct name_kinds *find_kinds(const struct name_finder *f, uint32_t at, uint32_t end)
{
	uint32_t index = token_is_capital(f, at) ? f->words.items[token_at(f, at)->word].kinds : 0;

	while (index != 0) {
		struct name_kinds *kinds = &f->kinds.items[index - 1];

		if (kinds->last == token_at(f, end - 1)->word && kinds->length == end - at)
			return kinds;
		index = kinds->next;
	}
	return NULL;
}

void kind_count(struct name_finder *f, uint32_t at, uint32_t end, enum sulih_span_kind kind)
{
	struct name_kinds *kinds = find_kinds(f, at, end);

	/* the counts of words that stand small (van Dijk) are not the document's */
	if (!token_is_capital(f, at) || kind > SULIH_KIND_NAME)
		return;
	if (kinds == NULL) {
		kinds = SULIH_VECTOR_ADD(&f->kinds);
		if (kinds == NULL) {
			f->failed = true;
			return;
		}
		*kinds = (struct name_kinds){ .last = token_at(f, end - 1)->word,
					      .length = end - at,
					      .next = word_at(f, at)->kinds };
		word_at(f, at)->kinds = (uint32_t)f->kinds.count;
	}
	if (kinds->counts[kind] < UINT16_MAX)
		kinds->counts[kind]++;
}

/*
 * A mention that says nothing has the kind of those that do: di El-Fasher, warga El-Fasher.  Much
 * that is no place stands behind "di", and a title makes a person of a body too (peneliti Drone
 * Emprit), so that neither may stand against most others.  Persons and other names of one form may
 * both be right, unless the others are clearly more.
 */
enum sulih_span_kind kind_agreed(const struct name_finder *f, uint32_t at, uint32_t end,
				 enum sulih_span_kind kind)
{
	const struct name_kinds *kinds = find_kinds(f, at, end);
	enum sulih_span_kind best = SULIH_KIND_NAME;
	unsigned most = 0, persons, silent;

	if (kinds == NULL)
		return kind;
	persons = kinds->counts[SULIH_KIND_PERSON];
	silent = kinds->counts[SULIH_KIND_NAME];
	for (int other = SULIH_KIND_PLACE; other < SULIH_KIND_NAME; other++) {
		if (kinds->counts[other] > most) {
			most = kinds->counts[other];
			best = (enum sulih_span_kind)other;
		}
	}
	if (best == SULIH_KIND_PLACE && 2 * most < silent)
		best = SULIH_KIND_NAME;
	/* of a person's first mention the first pass may not have known it yet */
	if (kind == SULIH_KIND_PERSON)
		return persons > 0 && most >= 2 * persons ? best : kind;
	if (persons > 0 && persons >= 2 * most && (most > 0 || persons > silent))
		return SULIH_KIND_PERSON;
	return most > 0 ? best : kind;
}
