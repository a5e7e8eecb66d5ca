/* meN- and peN-: the sounds that the nasal takes the place of. */
#include "base/lexicon/morphology.h"

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

void sulih_word_nasal_stems(struct sulih_view rest, struct stems *stems)
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

bool sulih_word_active_verb(struct sulih_view stem, struct sulih_word *word)
{
	char room[WORD_MAX];

	if (stem.length < ROOT_MIN)
		return false;
	if (sulih_word_headword(active_form(stem, false, room), VERBS, word))
		return true;
	if (one_of(stem.data[0], "kpst"))
		return sulih_word_headword(active_form(stem, true, room), VERBS, word);
	if (stem.length > SYLLABLE_MAX || stem.length + 5 > sizeof(room))
		return false;
	/* one syllable: dicat, mengecat; but mengemas is kemas, not mas */
	memcpy(room, "menke", 5);
	memcpy(room + 5, stem.data, stem.length);
	if (sulih_word_headword(sulih_view_make(room + 3, stem.length + 2), CONTENT, word))
		return false;
	room[3] = 'g';
	return sulih_word_headword(sulih_view_make(room, stem.length + 5), VERBS, word);
}
