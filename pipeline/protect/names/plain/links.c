/* What the names of a document say of a run of capitals that stands at another place of it. */
#include "pipeline/protect/names/plain/links.h"

/* A chain longer than this tells no more than its newest links. */
enum { MOST_LINKS = 32 };

struct link_walk links_at(const struct name_finder *f, uint32_t at)
{
	return (struct link_walk){ .next = names_at(f, at).link };
}

const struct name_link *next_link(const struct name_finder *f, struct link_walk *walk)
{
	const struct name_link *link;

	if (walk->next == 0 || walk->seen++ == MOST_LINKS)
		return NULL;
	link = &f->links.items[walk->next - 1];
	walk->next = link->earlier;
	return link;
}

const struct name_link *next_begun(const struct name_finder *f, struct link_walk *walk, uint32_t at)
{
	const struct name_link *link;

	do
		link = next_link(f, walk);
	while (link != NULL && (link->role != PERSON_BEGINS || link->at == at));
	return link;
}

void note_name(struct name_finder *f, uint32_t word, uint32_t at, uint32_t end, enum name_role role)
{
	const bool none = token_at(f, word)->word == WORD_NONE; /* no name begins with a figure */
	struct word_names *names = none ? NULL : names_change(f, word_at(f, word));
	struct name_link *one = names != NULL ? NAME_ADD(f, &f->links) : NULL;

	if (one == NULL)
		return;
	*one = (struct name_link){ .at = at, .end = end, .earlier = names->link, .role = role };
	names->link = (uint32_t)f->links.count;
}

struct sighting compare_link(const struct name_finder *f, const struct name_link *other,
			     uint32_t at, uint32_t end)
{
	struct sighting seen = { .length = other->end - other->at };

	while (seen.same < seen.length && at + seen.same < end &&
	       token_at(f, other->at + seen.same)->word == token_at(f, at + seen.same)->word)
		seen.same++;
	seen.whole = seen.same == seen.length;
	seen.before = other->at < at && !is_free_case(f, other->at);
	for (uint32_t i = at + seen.same; i < end; i++)
		seen.bridged |=
			!seen.whole && token_at(f, i)->word == token_at(f, other->end - 1)->word;
	return seen;
}

bool begins_again(const struct name_finder *f, uint32_t at, uint32_t count)
{
	struct link_walk walk = links_at(f, at);
	const struct name_link *other;

	while ((other = next_begun(f, &walk, at)) != NULL) {
		if (compare_link(f, other, at, at + count).same == count)
			return true;
	}
	return false;
}

bool begins_listed_person(const struct name_finder *f, uint32_t at)
{
	struct link_walk walk = links_at(f, at);
	const struct name_link *other;

	while ((other = next_begun(f, &walk, at)) != NULL) {
		if (other->end > other->at + 1 && token_facts(f, other->end - 1) & FACT_GIVEN &&
		    word_at(f, other->end - 1)->person > 0)
			return true;
	}
	return false;
}

bool ends_body(const struct name_finder *f, uint32_t at)
{
	struct link_walk walk = links_at(f, at);
	const struct name_link *other;

	while ((other = next_link(f, &walk)) != NULL) {
		if (other->role == BODY_ENDS)
			return true;
	}
	return false;
}

bool is_in_full_name(const struct name_finder *f, uint32_t at)
{
	struct link_walk walk = links_at(f, at);
	const struct name_link *other;

	while ((other = next_link(f, &walk)) != NULL) {
		if (other->at != at && other->end > other->at + 1 && other->role != BODY_ENDS)
			return true;
	}
	return false;
}

bool is_last_name(const struct name_finder *f, uint32_t at)
{
	struct link_walk walk = links_at(f, at);
	const struct name_link *other;

	while ((other = next_link(f, &walk)) != NULL) {
		if (other->role == PERSON_ENDS && other->end != at + 1 &&
		    other->end - other->at <= 3 && is_given_alone(token_facts(f, other->at)))
			return true;
	}
	return false;
}

bool begins_bridged(const struct name_finder *f, uint32_t at, uint32_t end)
{
	struct link_walk walk = links_at(f, at);
	const struct name_link *other;

	while ((other = next_begun(f, &walk, at)) != NULL) {
		if (compare_link(f, other, at, end).bridged)
			return true;
	}
	return false;
}

/* A person's name elsewhere has the words of [at, end), and no more. */
static bool stands_alone(const struct name_finder *f, uint32_t at, uint32_t end)
{
	struct link_walk walk = links_at(f, at);
	const struct name_link *other;

	/* Shai Gilgeous-Alexander, and later Gilgeous-Alexander: the last name is one word */
	if (word_at(f, at)->person == 0 || token_facts(f, end - 1) & FACT_ORG ||
	    (at + 1 < end && is_mark(f, at + 1, '-')))
		return false;
	while ((other = next_begun(f, &walk, at)) != NULL) {
		if (other->end - other->at > 1 && other->end - other->at == end - at &&
		    compare_link(f, other, at, end).whole)
			return true;
	}
	return false;
}

/* A word that a person's name may begin with, or a part of one. */
static bool is_personal(const struct name_finder *f, uint32_t at)
{
	return token_facts(f, at) & (FACT_PARTICLE | FACT_SHORT | FACT_GROWN | FACT_FAMILY) ||
	       token_length(f, at) < 2 || is_only_given(token_facts(f, at));
}

static bool is_personal_run(const struct name_finder *f, uint32_t at, uint32_t end)
{
	while (at < end && !is_personal(f, at))
		at++;
	return at < end;
}

uint32_t known_person_start(const struct name_finder *f, const struct name_scene *scene,
			    uint32_t at, uint32_t end)
{
	/* Dirut PT AJS | Hendrisman Rahim; later: Dirut AJS | Hendrisman */
	bool acronym = scene->title_end <= at && token_at(f, at)->shape == SHAPE_UPPER &&
		       token_length(f, at) > 2;

	/* the first pass does not know them all yet; most names begin with a part of a person's */
	if (f->collecting || end < at + 2 || is_personal(f, at))
		return end;
	for (uint32_t i = at + 1; i < end; i++) {
		bool first = acronym && i == at + 1;

		/* most words of a run begin no name elsewhere */
		if (token_at(f, i)->word == WORD_NONE || word_at(f, i)->person == 0 ||
		    !token_is_capital(f, i) || !token_is_apart(f, i))
			continue;
		if (is_personal_run(f, at, i))
			return end;
		/* Presiden Napoli | Aurelio De Laurentiis; later: tulis De Laurentiis */
		if (i == at + 1 && token_facts(f, i) & FACT_LEAD && i + 1 < end &&
		    !(token_facts(f, at) & (FACT_COMMON | FACT_ORG | FACT_MAP)) && !acronym)
			return end;
		if (stands_alone(f, i, end) && (first || !begins_again(f, at, i - at + 1)))
			return i;
		if (first && i + 1 == end && scene->title_end == at && begins_again(f, i, 1))
			return i;
	}
	return end;
}

uint32_t known_person_end(struct name_finder *f, uint32_t at, uint32_t end)
{
	struct name_match map;

	for (uint32_t i = at + 2; !f->collecting && i < end; i++) {
		if (token_facts(f, i) & FACT_MAP && token_is_apart(f, i) &&
		    token_is_capital(f, i) && match_map(f, i, end, &map) &&
		    map.kind == SULIH_KIND_PLACE && !begins_again(f, at, i - at + 1) &&
		    stands_alone(f, at, i))
			return i;
	}
	return end;
}
