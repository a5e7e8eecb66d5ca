/* One name, one kind and one extent: what the mentions of a name say of it, together. */
#include "pipeline/protect/names/names.h"

/* Of the names that begin with one word only so many are looked through, the newest: a text may
 * have any number. */
enum { MOST_KINDS = 32 };

/* Of names that begin with the same word those of as many words and the same last one are taken
 * for one name: which they are but for spelling. */
static struct name_kinds *find_kinds(const struct name_finder *f, uint32_t at, uint32_t end)
{
	uint32_t index = token_is_capital(f, at) ? names_at(f, at).kinds : 0;

	for (uint32_t seen = 0; index != 0 && seen < MOST_KINDS; seen++) {
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
	struct word_names *names;

	/* the counts of words that stand small (van Dijk) are not the document's */
	if (!token_is_capital(f, at) || kind > SULIH_KIND_NAME)
		return;
	if (kinds == NULL) {
		names = names_change(f, word_at(f, at));
		kinds = names != NULL ? NAME_ADD(f, &f->kinds) : NULL;
		if (kinds == NULL)
			return;
		*kinds = (struct name_kinds){ .last = token_at(f, end - 1)->word,
					      .length = end - at,
					      .next = names->kinds };
		names->kinds = (uint32_t)f->kinds.count;
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

void note_whole(struct name_finder *f, const struct name_found *found)
{
	static const char *const rules[] = { "head word", "institution", "work", "title amid",
					     "dish" };
	const bool amid = why_is(found->why, "title amid");
	const bool work = amid || why_is(found->why, "work");
	const bool two = why_is(found->why, "head word") || why_is(found->why, "dish");
	const uint32_t least = work ? 1 : two ? 2 : 3;
	struct word_names *names;
	struct name_whole *whole;

	if (found->end - found->at < least || found->kind == SULIH_KIND_PERSON ||
	    found->ruling == SULIH_LEAVE || !token_is_capital(f, found->at) ||
	    (is_free_case(f, found->at) && !amid) ||
	    !SULIH_VIEW_IS_ONE_OF(sulih_view_of(found->why), rules))
		return;
	names = names_change(f, word_at(f, found->at));
	whole = names != NULL ? NAME_ADD(f, &f->wholes) : NULL;
	if (whole == NULL)
		return;
	*whole = (struct name_whole){ .at = found->at,
				      .end = found->end,
				      .earlier = names->wholes,
				      .kind = found->kind,
				      .ruling = found->ruling,
				      .target = found->target };
	names->wholes = (uint32_t)f->wholes.count;
}

/* Whether the tokens at `at` are those of the name, word for word. */
static bool stands_again(const struct name_finder *f, const struct name_whole *whole, uint32_t at,
			 uint32_t limit)
{
	for (uint32_t i = whole->at; i < whole->end; i++, at++) {
		const struct name_token *token = token_at(f, i);

		if (at >= limit || token_at(f, at)->kind != token->kind ||
		    (token->kind == TOKEN_WORD
			     ? token_at(f, at)->word != token->word ||
				       (!token_is_capital(f, at) && token_is_capital(f, i))
			     : !sulih_view_equal(token_text(f, token_at(f, at)),
						 token_text(f, token))))
			return false;
	}
	if (at >= limit || !token_is_capital(f, at))
		return true;
	/* DPRD Lampung | Tengah, though DPRD Lampung stands elsewhere */
	if (token_facts(f, at) & FACT_COMPASS && token_is_apart(f, at))
		return false;
	/* Bank Mandiri | Taspen: a longer name, as far as two words can tell */
	return whole->end - whole->at > 2 || token_facts(f, at) & FACT_COMMON;
}

/* Pangku, Kangen: the title of one word, amid a sentence and not beside another capital; it is no
 * form of address, and nobody is called so. */
static bool is_lone_title(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	return !is_free_case(f, at) && !(token_at(f, at)->flags & TOKEN_FIRST) &&
	       scene->title_end != at && word_at(f, at)->person == 0 &&
	       !(token_facts(f, at) & (FACT_TITLE | FACT_GROWN)) &&
	       !is_only_given(token_facts(f, at)) &&
	       (at + 1 >= scene->end || !token_is_capital(f, at + 1));
}

uint32_t parse_whole(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	enum { MOST_WHOLES = 32 };
	uint32_t link = names_at(f, at).wholes;
	const struct name_whole *best = NULL;
	struct name_found found = { .at = at, .why = "mentioned in full" };

	/* Komandan KRI Bima Suci | Letkol X: between an office and a rank, too */
	const bool anywhere = is_free_case(f, at) || scene->title_end == at;

	for (uint32_t seen = 0; link != 0 && seen < MOST_WHOLES; seen++) {
		const struct name_whole *whole = &f->wholes.items[link - 1];

		link = whole->earlier;
		/* Menyala Pantiku, once it was called a film: the same title, whatever its words */
		if ((anywhere || whole->kind == SULIH_KIND_WORK) && whole->at != at &&
		    (!best || whole->end - whole->at > best->end - best->at) &&
		    stands_again(f, whole, at, scene->end) &&
		    (whole->end > whole->at + 1 || is_lone_title(f, scene, at)))
			best = whole;
	}
	if (best == NULL)
		return at;
	found.end = at + (best->end - best->at);
	found.kind = best->kind;
	found.ruling = best->ruling;
	found.target = best->ruling == SULIH_COPY ? SULIH_VIEW("") : best->target;
	found.evidence = tokens_text(f, best->at, best->end);
	return name_take(f, scene, found);
}
