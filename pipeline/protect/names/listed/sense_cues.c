/* What the words around an acronym of several senses say which it is. */
#include "lists.h"
#include "pipeline/protect/names/listed/senses.h"

struct sulih_row sense_row(struct sulih_view key, unsigned number)
{
	char room[48];

	if (key.length + 2 > sizeof(room))
		return (struct sulih_row){ .listed = false };
	memcpy(room, key.data, key.length);
	if (number > 0) {
		room[key.length++] = ' ';
		room[key.length++] = (char)('1' + number);
	}
	return sulih_table_find(&sulih_list_senses, sulih_view_make(room, key.length));
}

/* Whether a list of cues, parted by blanks, has `word`, or as "ketua_umum" both words. */
static bool has_cue(struct sulih_view cues, struct sulih_view prior, struct sulih_view word)
{
	while (word.length > 0 && cues.length > 0) {
		struct sulih_view cue = sulih_view_cut(&cues, ' ');

		if (sulih_view_equal(cue, word))
			return true;
		if (prior.length > 0 && cue.length == prior.length + 1 + word.length &&
		    cue.data[prior.length] == '_' && sulih_view_starts(cue, prior) &&
		    sulih_view_ends(cue, word))
			return true;
	}
	return false;
}

/* Whether the word at `at`, or together with the one before it, is a cue. */
static bool is_cue(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
		   struct sulih_view cues)
{
	return token_at(f, at)->kind == TOKEN_WORD && cues.length > 0 &&
	       has_cue(cues, at > scene->start ? token_lower(f, at - 1) : SULIH_VIEW(""),
		       token_lower(f, at));
}

/* A bit for each letter that a cue begins with: most words near a mention are told by theirs. */
static uint32_t first_letters(struct sulih_view cues)
{
	uint32_t letters = 0;

	for (size_t i = 0; i < cues.length; i++)
		if (i == 0 || cues.data[i - 1] == ' ')
			letters |= UINT32_C(1) << (cues.data[i] & 31);
	return letters;
}

static bool may_begin_cue(struct sulih_view word, uint32_t letters)
{
	return word.length > 0 && letters >> (word.data[0] & 31) & 1;
}

/* The words near [at, end) that are cues: how many, and the first. */
static unsigned count_near(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
			   uint32_t end, struct sulih_view words, uint32_t *first)
{
	const struct name_reach reach = reach_around(scene, at, end, NAMES_NEAR);
	uint32_t letters = first_letters(words);
	bool may, may_prior = false; /* the word before may be the first of two */
	unsigned count = 0;

	for (uint32_t i = reach.from; i < reach.to && letters != 0; i++, may_prior = may) {
		may = may_begin_cue(token_lower(f, i), letters);
		if ((!may && !may_prior && i > reach.from) || (i >= at && i < end))
			continue;
		if (is_cue(f, scene, i, words) && count++ == 0)
			*first = i;
	}
	return count;
}

/* Kenaikan PBB, Sekjen PBB, PBB-P2: a word directly beside it that admits one sense alone. */
static bool cue_beside(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
		       uint32_t end, const struct sulih_row *row, uint32_t *token)
{
	if (at > scene->start && is_cue(f, scene, at - 1, sulih_row_column(row, 3))) {
		*token = at - 1;
		return true;
	}
	if (end + 1 < scene->end && is_mark(f, end, '-') && !token_is_apart(f, end))
		end++;
	*token = end;
	return end < scene->end && is_cue(f, scene, end, sulih_row_column(row, 4));
}

struct sense_cue find_cue(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
			  uint32_t end, struct sulih_view key)
{
	struct sense_cue best = { .sense = NAMES_SENSES };
	unsigned most = 0;

	for (unsigned i = 0; i < NAMES_SENSES; i++) {
		struct sulih_row row = sense_row(key, i);
		uint32_t token = at;
		unsigned count;

		if (!row.listed)
			break;
		if (cue_beside(f, scene, at, end, &row, &token))
			return (struct sense_cue){ i, WEIGHT_BESIDE, token };
		count = count_near(f, scene, at, end, sulih_row_column(&row, 5), &token);
		if (count == most && count > 0)
			best.sense = NAMES_SENSES;
		if (count > most) {
			best = (struct sense_cue){ i, WEIGHT_NEAR, token };
			most = count;
		}
	}
	return best;
}
