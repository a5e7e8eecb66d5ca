#include "base/lexicon/words.h"

#include "lists.h"

/* The longest word of the list has 24 letters; with affixes twice that is no word. */
enum { WORD_MAX = 48, ROOT_MIN = 3, ROOT_LONG = 6, SYLLABLE_MAX = 4 };

/* Classes of headword that an affix may stand on, as bits. */
enum {
	VERBS = 1 << SULIH_WORD_VERB,
	NOUNS = 1 << SULIH_WORD_NOUN,
	ADJECTIVES = 1 << SULIH_WORD_ADJECTIVE,
	NUMERALS = 1 << SULIH_WORD_NUMERAL,
	CONTENT = VERBS | NOUNS | ADJECTIVES,
	ANY = ~0
};

static bool is_vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

static bool one_of(char c, const char *letters)
{
	return c != '\0' && strchr(letters, c) != NULL;
}

enum sulih_word_class sulih_word_class_of(struct sulih_view mark)
{
	static const struct {
		char text[5];
		enum sulih_word_class class;
	} marks[] = {
		{ "n", SULIH_WORD_NOUN },	    { "v", SULIH_WORD_VERB },
		{ "a", SULIH_WORD_ADJECTIVE },	    { "adv", SULIH_WORD_ADVERB },
		{ "pron", SULIH_WORD_PRONOUN },	    { "prep", SULIH_WORD_PREPOSITION },
		{ "conj", SULIH_WORD_CONJUNCTION }, { "num", SULIH_WORD_NUMERAL },
		{ "det", SULIH_WORD_DETERMINER },   { "part", SULIH_WORD_PARTICLE },
		{ "int", SULIH_WORD_INTERJECTION }, { "q", SULIH_WORD_QUESTION },
	};

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (mark.length > 0 && mark.data[0] == marks[i].text[0] &&
		    sulih_view_is(mark, marks[i].text))
			return marks[i].class;
	return SULIH_WORD_NOUN;
}

/* The word is a headword of one of the classes. */
static bool headword(struct sulih_view text, int classes, struct sulih_word *word)
{
	struct sulih_row row;
	enum sulih_word_class found;

	if (text.length < 2)
		return false;
	row = sulih_table_find(&sulih_list_words, text);
	if (!row.listed)
		return false;
	found = sulih_word_class_of(sulih_row_column(&row, 1));
	if (!(classes & (1 << found)))
		return false;
	memset(word, 0, sizeof(*word));
	word->row = row;
	word->head_class = word->word_class = found;
	word->gloss = sulih_row_column(&row, 2);
	return true;
}

/* A root: a headword long enough that an affix on it is no accident (Peru is not per- + u). */
static bool root(struct sulih_view text, int classes, struct sulih_word *word)
{
	return text.length >= ROOT_MIN && headword(text, classes, word);
}

static bool cut_end(struct sulih_view *text, const char *suffix)
{
	struct sulih_view end = sulih_view_of(suffix);

	if (text->length <= end.length + 1 || !sulih_view_ends(*text, end))
		return false;
	text->length -= end.length;
	return true;
}

static bool cut_start(struct sulih_view *text, const char *prefix)
{
	struct sulih_view start;

	/* most are told by their first letter */
	if (text->length < ROOT_MIN || text->data[0] != prefix[0])
		return false;
	start = sulih_view_of(prefix);
	if (text->length <= start.length + 1 || !sulih_view_starts(*text, start))
		return false;
	*text = sulih_view_slice(*text, start.length, text->length);
	return true;
}

static bool mark(struct sulih_word *word, enum sulih_word_class as, unsigned affixes)
{
	word->word_class = as;
	word->affixes |= affixes;
	return true;
}

/* ---- meN- and peN- ------------------------------------------------------------------- */

/*
 * What may stand behind me- or pe-: the nasal takes the place of k, p, s, t before a
 * vowel (mengirim < kirim, memukul < pukul, menyapu < sapu, menulis < tulis), and loan
 * words keep them (memproduksi, mengklaim).
 */
struct stems {
	char room[WORD_MAX];
	struct sulih_view list[3];
	unsigned count;
};

static void add_stem(struct stems *stems, struct sulih_view stem)
{
	if (stem.length >= ROOT_MIN)
		stems->list[stems->count++] = stem;
}

/* The stem with the letter that the nasal swallowed put back in front. */
static void add_restored(struct stems *stems, char letter, struct sulih_view rest)
{
	if (!is_vowel(rest.data[0]) || rest.length + 1 > sizeof(stems->room))
		return;
	stems->room[0] = letter;
	memcpy(stems->room + 1, rest.data, rest.length);
	add_stem(stems, sulih_view_make(stems->room, rest.length + 1));
}

static void nasal_stems(struct sulih_view rest, struct stems *stems)
{
	struct sulih_view behind = rest;

	stems->count = 0;
	if (cut_start(&behind, "ng")) {
		if (is_vowel(behind.data[0]) || one_of(behind.data[0], "ghk"))
			add_stem(stems, behind);
		add_restored(stems, 'k', behind);
		/* a root of one syllable takes menge-: mengecek < cek */
		if (behind.data[0] == 'e' && behind.length <= SYLLABLE_MAX + 1)
			add_stem(stems, sulih_view_slice(behind, 1, behind.length));
	} else if (cut_start(&behind, "ny")) {
		add_restored(stems, 's', behind);
	} else if (cut_start(&behind, "m")) {
		if (one_of(behind.data[0], "bfpv"))
			add_stem(stems, behind);
		add_restored(stems, 'p', behind);
		if (is_vowel(behind.data[0]))
			add_stem(stems, rest); /* memasak < masak */
	} else if (cut_start(&behind, "n")) {
		if (one_of(behind.data[0], "cdjstz"))
			add_stem(stems, behind);
		add_restored(stems, 't', behind);
		if (is_vowel(behind.data[0]))
			add_stem(stems, rest); /* menilai < nilai */
	} else if (rest.length > 0 && one_of(rest.data[0], "lrwy")) {
		add_stem(stems, rest);
	}
}

/* meN- before `stem`, written into `room`; `keep`: the loan form that keeps k, p, s, t. */
static struct sulih_view active_form(struct sulih_view stem, bool keep, char room[WORD_MAX])
{
	char first = stem.data[0];
	const char *prefix = "me";
	size_t drop = 0, length;

	if (one_of(first, "kpst")) {
		prefix = first == 'k'	? "meng"
			 : first == 'p' ? "mem"
			 : first == 't' ? "men"
			 : keep		? "men"
					: "meny";
		drop = keep ? 0 : 1;
	} else if (one_of(first, "bfv")) {
		prefix = "mem";
	} else if (one_of(first, "cdjz")) {
		prefix = "men";
	} else if (one_of(first, "gh") || is_vowel(first)) {
		prefix = "meng";
	}
	length = strlen(prefix);
	if (length + stem.length - drop > WORD_MAX)
		return sulih_view_make(room, 0);
	memcpy(room, prefix, length);
	memcpy(room + length, stem.data + drop, stem.length - drop);
	return sulih_view_make(room, length + stem.length - drop);
}

/* The listed verb whose active form is meN- + stem: (di)katakan, katakan → mengatakan. */
static bool active_verb(struct sulih_view stem, struct sulih_word *word)
{
	char room[WORD_MAX];

	if (stem.length < ROOT_MIN)
		return false;
	if (headword(active_form(stem, false, room), VERBS, word))
		return true;
	if (one_of(stem.data[0], "kpst"))
		return headword(active_form(stem, true, room), VERBS, word);
	if (stem.length > SYLLABLE_MAX || stem.length + 5 > sizeof(room))
		return false;
	/* one syllable: dicat, mengecat; but mengemas is kemas, not mas */
	memcpy(room, "menke", 5);
	memcpy(room + 5, stem.data, stem.length);
	if (headword(sulih_view_make(room + 3, stem.length + 2), CONTENT, word))
		return false;
	room[3] = 'g';
	return headword(sulih_view_make(room, stem.length + 5), VERBS, word);
}

/* A stem that meN- or di- may stand on bare: a verb, or a noun long enough (Dimas is no di- + mas).
 */
static bool bare_stem(struct sulih_view stem, struct sulih_word *word)
{
	return root(stem, stem.length > ROOT_MIN ? VERBS | NOUNS : VERBS, word);
}

/* With per-, -kan or -i it may be any content word: memperbesar, memutihkan, memayungi. */
static bool extended_stem(struct sulih_view stem, struct sulih_word *word)
{
	struct sulih_view inner = stem;

	cut_start(&stem, "per");
	if (stem.length < inner.length && root(stem, CONTENT, word))
		return true;
	inner = stem;
	if (cut_end(&inner, "kan") && root(inner, CONTENT, word))
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_KAN);
	inner = stem;
	if (cut_end(&inner, "i") && root(inner, CONTENT, word))
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_I);
	return false;
}

/* ---- one prefix each ------------------------------------------------------------------ */

static bool active(struct sulih_view rest, struct sulih_word *word)
{
	struct sulih_word noun;
	struct stems stems;
	bool found = false;

	nasal_stems(rest, &stems);
	/* Verbs first: mengelas is las, not kelas. */
	for (unsigned i = 0; i < stems.count; i++) {
		if (!bare_stem(stems.list[i], word))
			continue;
		if (word->head_class == SULIH_WORD_VERB)
			return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_ME);
		noun = *word;
		found = true;
	}
	if (found) {
		*word = noun;
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_ME);
	}
	/* menghitam, meninggi; not without its nasal: Merapi would be me- + rapi */
	for (unsigned i = 0; i < stems.count && one_of(rest.data[0], "mn"); i++)
		if (stems.list[i].length > ROOT_MIN && root(stems.list[i], ADJECTIVES, word))
			return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_ME);
	for (unsigned i = 0; i < stems.count; i++)
		if (extended_stem(stems.list[i], word))
			return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_ME);
	return false;
}

static bool passive(struct sulih_view rest, struct sulih_word *word)
{
	if (active_verb(rest, word) || bare_stem(rest, word) || extended_stem(rest, word))
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_DI);
	return false;
}

/* ber- on verbs, nouns and numbers (berjuta-juta), with -an and -kan too: bersalaman,
 * beratapkan. */
static bool intransitive(struct sulih_view rest, struct sulih_word *word)
{
	struct sulih_view inner = rest;

	if (root(rest, VERBS | NOUNS | NUMERALS, word))
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_BER);
	if (cut_end(&inner, "kan") && root(inner, VERBS | NOUNS, word))
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_BER | SULIH_AFFIX_KAN);
	inner = rest;
	if (cut_end(&inner, "an") && root(inner, VERBS, word))
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_BER | SULIH_AFFIX_AN);
	return false;
}

/* ter-: superlative of an adjective (termegah), state of a verb (terangkut) or of a longer noun
 * (terakreditasi). */
static bool superlative_or_state(struct sulih_view rest, struct sulih_word *word)
{
	struct sulih_view inner = rest;

	if (root(rest, ADJECTIVES, word))
		return mark(word, SULIH_WORD_ADJECTIVE, SULIH_AFFIX_TER);
	if (root(rest, VERBS, word) || active_verb(rest, word))
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_TER);
	if (cut_end(&inner, "kan") && root(inner, VERBS | ADJECTIVES, word))
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_TER | SULIH_AFFIX_KAN);
	if (rest.length >= ROOT_LONG && headword(rest, NOUNS, word))
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_TER);
	return false;
}

/* peN-: who does it (penggali); with -an the doing of it (penggalian). */
static bool agent_or_action(struct sulih_view rest, struct sulih_word *word)
{
	struct sulih_view inner = rest;
	struct stems stems;

	nasal_stems(rest, &stems);
	for (unsigned i = 0; i < stems.count; i++)
		if (root(stems.list[i], VERBS, word))
			return mark(word, SULIH_WORD_NOUN, SULIH_AFFIX_PE);
	if (!cut_end(&inner, "an"))
		return false;
	nasal_stems(inner, &stems);
	for (unsigned i = 0; i < stems.count; i++)
		if (root(stems.list[i], CONTENT, word))
			return mark(word, SULIH_WORD_NOUN, SULIH_AFFIX_PE | SULIH_AFFIX_AN);
	return false;
}

static bool per_an(struct sulih_view rest, struct sulih_word *word)
{
	return cut_end(&rest, "an") && root(rest, CONTENT, word) &&
	       mark(word, SULIH_WORD_NOUN, SULIH_AFFIX_PER | SULIH_AFFIX_AN);
}

/* ke-…-an: the state (keharuman); ke- alone only on numbers (kesebelas). */
static bool state_or_ordinal(struct sulih_view rest, struct sulih_word *word)
{
	struct sulih_view inner = rest;

	if (root(rest, NUMERALS, word))
		return mark(word, SULIH_WORD_NUMERAL, SULIH_AFFIX_KE);
	return cut_end(&inner, "an") && root(inner, CONTENT, word) &&
	       mark(word, SULIH_WORD_NOUN, SULIH_AFFIX_KE | SULIH_AFFIX_AN);
}

/* se-: one, the whole, as … as: sekantor, setebal. Short roots are too often names (Sekar). */
static bool one_or_same(struct sulih_view rest, struct sulih_word *word)
{
	return rest.length > ROOT_MIN && root(rest, NOUNS | ADJECTIVES, word) &&
	       mark(word, word->head_class, SULIH_AFFIX_SE);
}

static bool by_me(struct sulih_view rest, struct sulih_word *word)
{
	return rest.length > ROOT_MIN && (active_verb(rest, word) || root(rest, VERBS, word)) &&
	       mark(word, SULIH_WORD_VERB, SULIH_AFFIX_KU_);
}

/* Without prefix: katakan, ikuti (as after a doer: saya ikuti), and nouns in -an (tangkisan). */
static bool suffixed(struct sulih_view text, struct sulih_word *word)
{
	struct sulih_view inner = text;

	if (cut_end(&inner, "kan") &&
	    (active_verb(text, word) || root(inner, VERBS | ADJECTIVES, word)))
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_KAN);
	inner = text;
	if (cut_start(&inner, "per") && active_verb(text, word)) /* a headline's perluas */
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_PER);
	inner = text;
	if (cut_end(&inner, "i") &&
	    (active_verb(text, word) || (inner.length >= ROOT_LONG && root(inner, VERBS, word))))
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_I); /* Sujudi is no sujud */
	inner = text;
	return cut_end(&inner, "an") && root(inner, VERBS, word) &&
	       mark(word, SULIH_WORD_NOUN, SULIH_AFFIX_AN);
}

static bool affixed(struct sulih_view text, struct sulih_word *word)
{
	static const struct {
		const char *prefix;
		bool (*analyse)(struct sulih_view rest, struct sulih_word *word);
	} prefixes[] = {
		{ "me", active },	    { "di", passive },
		{ "ber", intransitive },    { "ter", superlative_or_state },
		{ "per", per_an },	    { "pe", agent_or_action },
		{ "ke", state_or_ordinal }, { "se", one_or_same },
		{ "kau", by_me },	    { "ku", by_me },
	};

	for (size_t i = 0; i < sizeof(prefixes) / sizeof(*prefixes); i++) {
		struct sulih_view rest = text;

		if (cut_start(&rest, prefixes[i].prefix) && prefixes[i].analyse(rest, word))
			return true;
	}
	return suffixed(text, word);
}

/* ---- clitics and reduplication -------------------------------------------------------- */

static bool simple(struct sulih_view text, struct sulih_word *word)
{
	return headword(text, ANY, word) || affixed(text, word);
}

static bool with_owner(struct sulih_view text, struct sulih_word *word)
{
	static const struct {
		const char *clitic;
		unsigned affix;
	} owners[] = { { "nya", SULIH_AFFIX_NYA },
		       { "ku", SULIH_AFFIX_KU },
		       { "mu", SULIH_AFFIX_MU } };

	if (simple(text, word))
		return true;
	for (size_t i = 0; i < sizeof(owners) / sizeof(*owners); i++) {
		struct sulih_view rest = text;

		if (!cut_end(&rest, owners[i].clitic) || rest.length < ROOT_MIN ||
		    !simple(rest, word))
			continue;
		/* -ku and -mu are rare in news and common ends of names: Tengku, Jamu. */
		if (i > 0 && word->head_class != SULIH_WORD_NOUN &&
		    word->head_class != SULIH_WORD_VERB)
			return false;
		word->affixes |= owners[i].affix;
		return true;
	}
	return false;
}

static bool with_particle(struct sulih_view text, struct sulih_word *word)
{
	static const struct {
		const char *clitic;
		unsigned affix;
	} particles[] = { { "lah", SULIH_AFFIX_LAH },
			  { "kah", SULIH_AFFIX_KAH },
			  { "pun", SULIH_AFFIX_PUN } };

	if (with_owner(text, word))
		return true;
	for (size_t i = 0; i < sizeof(particles) / sizeof(*particles); i++) {
		struct sulih_view rest = text;

		if (cut_end(&rest, particles[i].clitic) && rest.length >= ROOT_MIN &&
		    with_owner(rest, word)) {
			word->affixes |= particles[i].affix;
			return true;
		}
	}
	return false;
}

/* ke-…-an around a word said twice, a touch of it: kehijau-hijauan. */
static bool touch_of(struct sulih_view half, struct sulih_view other, struct sulih_word *word)
{
	return cut_start(&half, "ke") && cut_end(&other, "an") && sulih_view_equal(half, other) &&
	       root(half, ADJECTIVES | NOUNS, word) &&
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
	       (with_particle(other, &second) && second.row.entry == word->row.entry);
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
	if (!simple(text, word) && !headword(sulih_view_make(room, 2 * length + 1), ANY, word))
		return false;
	word->affixes |= SULIH_AFFIX_TWICE;
	return true;
}

static bool doubled(struct sulih_view text, struct sulih_word *word)
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
	if (half.length < ROOT_MIN || other.length < ROOT_MIN || !simple(half, word) ||
	    !same_word(half, other, word))
		return false;
	if (with_particle(other, &second)) /* the clitics stand on the second half */
		word->affixes |= second.affixes & ~(unsigned)(SULIH_AFFIX_NYA - 1);
	word->affixes |= SULIH_AFFIX_TWICE;
	return true;
}

bool sulih_word_find(struct sulih_view lower, struct sulih_word *word)
{
	memset(word, 0, sizeof(*word));
	if (lower.length < 2 || lower.length > WORD_MAX)
		return false;
	if (with_particle(lower, word) || doubled(lower, word))
		return true;
	memset(word, 0, sizeof(*word));
	return false;
}

bool sulih_word_known(struct sulih_view lower)
{
	struct sulih_word word;

	return sulih_word_find(lower, &word);
}
