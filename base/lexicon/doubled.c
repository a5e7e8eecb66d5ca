/* Words said twice: anak-anak, bermain-main, tolong-menolong, anak2. */
#include "base/lexicon/morphology.h"

/* ke-…-an around a word said twice, a touch of it: kehijau-hijauan. */
static bool touch_of(struct sulih_view half, struct sulih_view other, struct sulih_word *word)
{
	return cut_start(&half, "ke") && cut_end(&other, "an") && sulih_view_equal(half, other) &&
	       sulih_word_root(half, ADJECTIVES | NOUNS, word) &&
	       mark(word, SULIH_WORD_ADJECTIVE,
		    SULIH_AFFIX_KE | SULIH_AFFIX_AN | SULIH_AFFIX_TWICE);
}

/* Whether `half` and `other` are one word said twice, one of them inflected: bermain-main,
 * tolong-menolong, rumah-rumahan, sekuat-kuatnya. */
static bool same_word(struct sulih_view half, struct sulih_view other,
		      const struct sulih_word *word)
{
	struct sulih_word second = { 0 };
	struct sulih_view bare = other;

	cut_end(&bare, "nya");
	/* one does it to the other: the nasal hides the first letter (tolong-menolong) */
	if (sulih_view_starts(other, SULIH_VIEW("me")) &&
	    sulih_view_ends(other, sulih_view_slice(half, 1, half.length)))
		return true;
	return sulih_view_equal(half, other) || sulih_view_ends(half, bare) ||
	       sulih_view_starts(other, half) ||
	       (sulih_word_with_particle(other, &second) && second.row.entry == word->row.entry);
}

/* anak2, teman2ku, mudah2an; and sia2, where only "sia-sia" is a word. */
static bool doubled_by_figure(struct sulih_view text, struct sulih_word *word)
{
	static const char *const tails[] = { "",   "an",  "annya", "nya", "ku",
					     "mu", "lah", "kah",   "pun" };
	const char *figure = memchr(text.data, '2', text.length);
	size_t length = figure != NULL ? (size_t)(figure - text.data) : 0;
	struct sulih_view tail;
	char room[2 * WORD_MAX + 1];

	if (length < ROOT_MIN || length > WORD_MAX)
		return false;
	tail = sulih_view_slice(text, length + 1, text.length);
	if (!SULIH_VIEW_IS_ONE_OF(tail, tails))
		return false;
	text.length = length;
	memcpy(room, text.data, length);
	room[length] = '-';
	memcpy(room + length + 1, text.data, length);
	if (!sulih_word_simple(text, word) &&
	    !sulih_word_headword(sulih_view_make(room, 2 * length + 1), ANY, word))
		return false;
	word->affixes |= SULIH_AFFIX_TWICE;
	return true;
}

bool sulih_word_doubled(struct sulih_view text, struct sulih_word *word)
{
	const char *hyphen = memchr(text.data, '-', text.length);
	struct sulih_view half, other;
	struct sulih_word second = { 0 };

	if (hyphen == NULL)
		return doubled_by_figure(text, word);
	half = sulih_view_slice(text, 0, (size_t)(hyphen - text.data));
	other = sulih_view_slice(text, half.length + 1, text.length);
	if (touch_of(half, other, word))
		return true;
	if (half.length < ROOT_MIN || other.length < ROOT_MIN || !sulih_word_simple(half, word) ||
	    !same_word(half, other, word))
		return false;
	if (sulih_word_with_particle(other, &second)) /* the clitics stand on the second half */
		word->affixes |= second.affixes & ~(unsigned)(SULIH_AFFIX_NYA - 1);
	word->affixes |= SULIH_AFFIX_TWICE;
	return true;
}
