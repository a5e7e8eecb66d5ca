/*
 * Two persons side by side: whose wife, lawyer or driver somebody is stands before her own name
 * without a comma (Istri Hasto | Maria Stefani, Kuasa hukum Tom Lembong | Ari Yusuf Amir).  The
 * article mostly names one of them elsewhere; else long runs are cut where a name may begin.
 */
#include "lists.h"
#include "pipeline/protect/names/plain/links.h"

/* What the document says of a seam. */
struct seam_witness {
	bool joined; /* a name stands across it elsewhere */
	bool other;  /* the words before it are the short form of another person's name … */
	bool owner;  /* … or a person's name by their place … */
	bool maybe;  /* … or may be the short form of the whole */
	bool holder; /* a name begins with the words behind it */
};

/* What names that begin with the first word say of a seam. */
static void ask_owner(const struct name_finder *f, uint32_t at, uint32_t seam, uint32_t end,
		      struct seam_witness *witness)
{
	struct link_walk walk = links_at(f, at);
	const struct name_link *other;

	while ((other = next_link(f, &walk)) != NULL) {
		struct sighting sighting = compare_link(f, other, at, end);

		if (other->at >= at && other->at < end)
			continue;
		/* Istri Sambo Putri Candrawathi, though he is Ferdy Sambo */
		if (other->role == PERSON_ENDS && seam == at + 1)
			witness->other = true;
		if (other->role != PERSON_BEGINS)
			continue;
		if (sighting.same > seam - at || sighting.bridged) {
			witness->joined = true;
		} else if (sighting.same == seam - at) {
			witness->maybe = true;
			witness->other |= !sighting.whole;
			witness->owner |= seam > at + 1 || sighting.before;
		}
	}
}

/* Whether a name begins elsewhere with the word behind the seam. */
static bool ask_holder(const struct name_finder *f, uint32_t seam, uint32_t end)
{
	struct link_walk walk = links_at(f, seam);
	const struct name_link *other;

	while ((other = next_begun(f, &walk, seam)) != NULL) {
		struct sighting sighting = compare_link(f, other, seam, end);

		if (sighting.whole || sighting.same == end - seam)
			return true;
	}
	return false;
}

/* Ariati mengajak kader muda: the word, which no list has, begins a sentence as a name of its own.
 */
static bool opens_sentence(const struct name_finder *f, uint32_t at)
{
	struct link_walk walk = links_at(f, at);
	const struct name_link *other;

	while ((other = next_begun(f, &walk, at)) != NULL) {
		if (other->end == other->at + 1 && token_at(f, other->at)->flags & TOKEN_FIRST)
			return true;
	}
	return false;
}

bool stands_apart(const struct name_finder *f, uint32_t at, uint32_t end)
{
	const uint32_t known = FACT_COMMON | FACT_LISTED | FACT_HEAD | FACT_TITLE | FACT_COMPASS;

	if (!token_is_capital(f, at) || token_facts(f, at) & FACT_ORG)
		return false;
	if (token_facts(f, at) & FACT_GIVEN || word_at(f, at)->person > 0)
		return ask_holder(f, at, end);
	return token_at(f, at)->shape == SHAPE_CAPITAL && !(token_facts(f, at) & known) &&
	       opens_sentence(f, at);
}

/* Words that never end a name, and those that are no whole one (`first`): Siti, Muhammad, what
 * tells a caste. */
static bool is_opening(const struct name_finder *f, uint32_t at, bool first)
{
	return token_length(f, at) < 2 || token_facts(f, at) & (FACT_SHORT | FACT_GROWN) ||
	       token_is_cue(f, at, "unending") || (first && token_is_cue(f, at, "no-whole"));
}

/* Two names may meet before `at`: two words, apart, none of them a particle or initial. */
static bool is_seam(const struct name_finder *f, uint32_t start, uint32_t at)
{
	return token_at(f, at)->shape == SHAPE_CAPITAL && token_is_apart(f, at) &&
	       token_is_capital(f, at - 1) && !is_opening(f, at - 1, at - 1 == start) &&
	       token_length(f, at) > 1 && !(token_facts(f, at) & FACT_PARTICLE);
}

/* A name may begin with the word. */
static bool may_begin(const struct name_finder *f, uint32_t at)
{
	return (token_facts(f, at) & (FACT_GIVEN | FACT_FAMILY)) == FACT_GIVEN;
}

/* A name may begin with the word, as far as the lists know. */
static bool may_start(const struct name_finder *f, uint32_t at)
{
	return may_begin(f, at) ||
	       !(token_facts(f, at) & (FACT_COMMON | FACT_FAMILY | FACT_MAP | FACT_ORG));
}

static bool is_witnessed(struct name_finder *f, const struct name_scene *scene, uint32_t at,
			 uint32_t seam, uint32_t end)
{
	struct seam_witness witness = { .holder = ask_holder(f, seam, end) };
	bool longer = end > seam + 1;

	ask_owner(f, at, seam, end, &witness);
	if (witness.joined)
		return false;
	/* Ibu Laras | Fauziah, though she is Laras Faizati */
	if (witness.other &&
	    (witness.holder || (longer && may_start(f, seam)) || (!longer && may_begin(f, seam))))
		return true;
	if (scene->post == POST_KIN)
		return false;
	if (witness.owner || witness.other)
		return witness.holder || (longer && (seam > at + 1 || may_start(f, seam)));
	return witness.holder && longer && (witness.maybe || (seam > at + 1 && may_begin(f, at)));
}

static bool is_joined_to_owner(const struct name_finder *f, uint32_t at, uint32_t seam,
			       uint32_t end)
{
	struct seam_witness witness = { 0 };

	ask_owner(f, at, seam, end, &witness);
	return witness.joined;
}

/* Menantu Jokowi | Bobby Nasution: a public figure whom one name is enough for. */
static uint32_t behind_figure(const struct name_finder *f, uint32_t at, uint32_t end)
{
	struct sulih_row row = TOKEN_ROW(f, at, mononyms);
	uint32_t seam = at + 1;

	if (!row.listed)
		return end;
	if (sulih_view_has_part(sulih_row_column(&row, 1), ',', token_lower(f, seam)))
		seam++;
	return seam < end && is_seam(f, at, seam) &&
			       (token_facts(f, seam) & FACT_GIVEN ||
				!(token_facts(f, seam) & (FACT_COMMON | FACT_ORG | FACT_MAP)))
		       ? seam
		       : end;
}

/* Tom Lembong | Ari Yusuf Amir: four words or more, of which nothing is known elsewhere, are two
 * persons, the first mostly of two words. */
static uint32_t guessed_seam(const struct name_finder *f, uint32_t at, uint32_t end)
{
	uint32_t words = 0, seam;

	/* Gus Dur | Sinta Nuriyah */
	if (token_facts(f, at) & FACT_GROWN)
		return end > at + 3 && may_begin(f, at + 2) && token_is_apart(f, at + 2) &&
				       token_is_capital(f, at + 1) && token_is_capital(f, at + 3)
			       ? at + 2
			       : end;
	for (uint32_t i = at; i < end; i++) {
		if (!token_is_capital(f, i) || !token_is_apart(f, i) || is_opening(f, i, i == at))
			return end;
		words++;
	}
	if (words < 4 || !(token_facts(f, at) & FACT_GIVEN) ||
	    is_joined_to_owner(f, at, at + 1, end) || is_joined_to_owner(f, at, at + 2, end))
		return end;
	if (may_begin(f, at + 2) && is_seam(f, at, at + 2))
		return at + 2;
	seam = token_facts(f, at + 2) & FACT_FAMILY ? at + 3 : at + 2;
	return words > 4 && is_seam(f, at, seam) ? seam : end;
}

/* Pasangan Anies Rasyid Baswedan | dan Abdul Muhaimin Iskandar: the couple itself, whole names,
 * where another name is joined to it at `end`; but pasangan Hasto | Maria Stefani. */
static bool is_couple(const struct name_finder *f, const struct name_scene *scene, uint32_t end)
{
	static const uint32_t joiners[] = { '-', '/', '&', 0x2013, 0x2014 };

	if (end + 1 >= scene->end || !token_is_capital(f, end + 1) ||
	    !token_is_cue(f, scene->title_start, "couple"))
		return false;
	for (size_t i = 0; i < SULIH_COUNT(joiners); i++)
		if (is_mark(f, end, joiners[i]))
			return true;
	return sulih_view_is(token_lower(f, end), "dan");
}

uint32_t owner_end(struct name_finder *f, const struct name_scene *scene, uint32_t at, uint32_t end)
{
	uint32_t seam;

	if (scene->title_end != at || end < at + 2 || !token_is_capital(f, at) ||
	    (scene->post != POST_PERSON && scene->post != POST_EITHER && scene->post != POST_KIN))
		return end;
	/* pasangan Rieke Diah Pitaloka-Teten Masduki */
	if ((end < scene->end && is_mark(f, end, '-') && !token_is_apart(f, end)) ||
	    is_couple(f, scene, end))
		return end;
	/* pengganti Shin Tae-yong Patrick Kluivert: a Korean name is whole */
	if (end > at + 4 && is_mark(f, at + 2, '-') && token_at(f, at + 3)->shape == SHAPE_LOWER &&
	    token_is_capital(f, at + 4) && token_is_apart(f, at + 4))
		return at + 4;
	for (uint32_t i = at + 1; i < end; i++)
		if (is_seam(f, at, i) && is_witnessed(f, scene, at, i, end))
			return i;
	seam = behind_figure(f, at, end);
	if (seam != end)
		return is_joined_to_owner(f, at, seam, end) ? end : seam;
	/* Ibu Delpedro Marhaen | Magda Antista, where he is called Delpedro elsewhere */
	return scene->post == POST_PERSON || (scene->post == POST_KIN && begins_again(f, at, 1))
		       ? guessed_seam(f, at, end)
		       : end;
}
