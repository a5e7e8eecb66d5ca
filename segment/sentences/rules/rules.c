#include "segment/sentences/rules/rules.h"

#include "base/letter.h"
#include "base/utf8.h"
#include "segment/sentences/furniture.h"
#include "segment/sentences/words.h"

/* `… kasus itu Baca juga: …`: found at its colon, no stop before it. */
static enum verdict page_furniture(const struct candidate *k)
{
	return k->furniture ? CUT : PASS;
}

/* `… pungkasnya. (ant/ful)`, `… itu. (*)`: a code in brackets that ends the block. */
static enum verdict reporter_code(const struct candidate *k)
{
	size_t length = k->limit - k->next;

	if (length < 3 || strchr("([", k->data[k->next]) == NULL)
		return PASS;
	/* `… kepada korban.(*) Editor: Sari` */
	if (k->mark == MARK_STOP && length > 4 && memcmp(k->data + k->next, "(*) ", 4) == 0)
		return CUT;
	if (length > 60)
		return PASS;
	return sulih_is_reporter_code(sulih_view_make(k->data + k->next, length)) ? CUT : PASS;
}

/* `BANDUNG, (PR).- Banjir …`, `Rp 5.000.- per malam`: a hyphen tied to the stop. */
static bool hyphen_hangs_on(const struct candidate *k)
{
	return k->mark == MARK_STOP && k->next == k->end && k->next + 1 < k->limit &&
	       k->data[k->next] == '-' && k->data[k->next + 1] == ' ';
}

/* `… pergi.”, kata …`: the sentence plainly goes on. */
static enum verdict goes_on(const struct candidate *k)
{
	if (hyphen_hangs_on(k))
		return KEEP;
	if (k->next < k->limit && strchr(",;:/%&+=", k->data[k->next]) != NULL)
		return KEEP;
	return PASS;
}

/* `Warga mengungsi. (Foto: Ratna Dewi)`, `… di pelabuhan. REUTERS/Ratna Dewi`: a caption includes
 * its credit. */
static enum verdict photo_credit(const struct candidate *k)
{
	enum { LONGEST = 100 };
	static const char *const heads[] = { "Foto",   "FOTO",	 "Dok",	  "DOK",   "dok",
					     "Kredit", "Credit", "Photo", "Sumber" };
	struct sulih_view rest = sulih_view_make(k->data + k->next, k->limit - k->next);

	if (!k->caption || k->mark != MARK_STOP || rest.length < 3 || rest.length > LONGEST)
		return PASS;
	if (rest.data[0] == '(' || rest.data[0] == '[')
		return strchr(")]", rest.data[rest.length - 1]) != NULL ? KEEP : PASS;
	if (sulih_view_holds(rest, SULIH_VIEW(". ")) &&
	    SULIH_VIEW_STARTS_WITH_ONE_OF(rest, heads) == 0)
		return PASS;
	return memchr(rest.data, '/', rest.length) != NULL ||
			       SULIH_VIEW_STARTS_WITH_ONE_OF(rest, heads) > 0
		       ? KEEP
		       : PASS;
}

/* `Lalu . . . ia pergi`: dots set apart are one pause. */
static enum verdict spaced_dots(const struct candidate *k)
{
	return k->next < k->limit && k->data[k->next] == '.' ? KEEP : PASS;
}

/* `… konon kebal (?) Namun …` and `(!)`: the mark comments on a word. */
static enum verdict mark_in_brackets(const struct candidate *k)
{
	return k->bracket && !k->closed && k->stop > k->block && k->data[k->stop - 1] == '(' &&
			       k->data[k->end - 1] != '.' /* `(!). Bupati` */
		       ? KEEP
		       : PASS;
}

/* `Nomor Sprin.Dik/45/X/2025`: a slash and a figure behind the word make a number of it. */
static bool is_part_of_number(const struct candidate *k, struct sulih_view next)
{
	size_t slash = k->letter + next.length;

	return slash + 1 < k->limit && k->data[slash] == '/' &&
	       sulih_byte_is_digit(k->data[slash + 1]);
}

/* `“…Kami siap,”`: nothing but opening marks stands before the pause. */
static bool only_marks_before(const struct candidate *k)
{
	for (size_t at = k->sentence; at < k->stop; at++)
		if (strchr("\"'([\xE2\x80\x9C\x98", k->data[at]) == NULL)
			return false;
	return true;
}

/* `di hutan.Polisi lalu …`: the blank was forgotten.  A capital without small
 * letters behind it (`v1.A`, `U.S`) is no word. */
static enum verdict missing_space(const struct candidate *k)
{
	struct sulih_view next;
	uint32_t before;

	if (!sulih_candidate_glued(k) || k->next >= k->limit)
		return PASS;
	if (k->mark == MARK_ELLIPSIS && only_marks_before(k))
		return KEEP;
	if (k->follow != FOLLOW_UPPER)
		return k->closed && k->follow == FOLLOW_OTHER ? PASS : KEEP;
	if (k->closed || k->bracket || k->opened || k->mark != MARK_STOP)
		return CUT;
	before = sulih_char_before(k, k->stop);
	next = sulih_word_at(k, k->letter);
	if (sulih_is_glued_marker(k))
		return KEEP;
	if (sulih_is_digit(before) && (next.length < 2 || sulih_byte_is_upper(next.data[1])))
		return KEEP;
	return is_part_of_number(k, next) ? KEEP : CUT;
}

/* `“Ke mana?” Budi bertanya.`: the subject before its verb, and no words of the next quote. */
static bool speaker_follows(const struct candidate *k)
{
	struct sulih_view word = sulih_word_at(k, k->letter);
	size_t end;

	for (unsigned i = 0; i < 4 && word.length > 0 && !sulih_byte_is_lower(word.data[0]); i++)
		word = sulih_word_after(k, word);
	if (word.length == 0 || !sulih_is_saying_predicate(word))
		return false;
	end = (size_t)(word.data - k->data) + word.length;
	for (size_t at = end; at < k->limit && at < end + 160; at++) {
		if (strchr(".!?", k->data[at]) != NULL)
			return true;
		if (strchr(",:\"", k->data[at]) != NULL || (unsigned char)k->data[at] == 0xE2)
			return false;
	}
	return true;
}

/* Behind a bracket that begins here and holds no stop of its own; 0: there is none. */
static size_t bracket_end(const struct candidate *k)
{
	enum { LONGEST = 80 };
	size_t at = k->next + 1;

	if (k->data[k->next] != '(')
		return 0;
	while (at < k->limit && at - k->next < LONGEST && strchr("()", k->data[at]) == NULL)
		at++;
	return at + 1 < k->limit && k->data[at] == ')' && strchr(".!?", k->data[at - 1]) == NULL
		       ? at + 1
		       : 0;
}

/* `“Tolonglah sesamamu.” (HR. Muslim). Hadis itu …`: the stop behind the bracket is the
 * sentence's. */
static bool source_follows(const struct candidate *k)
{
	size_t end = bracket_end(k);

	return end > 0 && strchr(".,", k->data[end]) != NULL;
}

/* `film Siapa Berani! (9,9 juta), …`, `Kapan Pulang? (2024) tayang`: a figure in brackets behind a
 * title, and the sentence goes on. */
static bool figure_of_title(const struct candidate *k)
{
	size_t end = k->follow == FOLLOW_DIGIT ? bracket_end(k) : 0;

	return end > 0 &&
	       (strchr(".,", k->data[end]) != NULL || (k->data[end] == ' ' && end + 1 < k->limit &&
						       sulih_byte_is_lower(k->data[end + 1])));
}

/* `“Benarkah?” tanya Sari`, `“Sudah.” kata dia`: quote and attribution are one
 * sentence; a plain stop needs a verb of saying near. */
static enum verdict quote_attribution(const struct candidate *k)
{
	struct sulih_view word;
	bool noun;

	if (!k->closed)
		return PASS;
	if (source_follows(k))
		return KEEP;
	if (k->follow == FOLLOW_UPPER)
		return k->mark != MARK_STOP && !k->opened && speaker_follows(k) ? KEEP : PASS;
	if (k->follow != FOLLOW_LOWER)
		return PASS;
	if (k->mark != MARK_STOP)
		return KEEP;
	if (sulih_abbreviation(sulih_candidate_word(k), &noun) != ABBREVIATION_NONE)
		return KEEP; /* `“Pak Dr.” dengan hormat`: the stop is the abbreviation's */
	word = sulih_word_at(k, k->letter);
	if (sulih_is_attribution(word))
		return KEEP;
	for (unsigned i = 0; i < 4 && word.length > 0; i++) { /* `“…” pria itu menambahkan` */
		if (sulih_is_saying_predicate(word))
			return KEEP;
		word = sulih_word_after(k, word);
	}
	return CUT;
}

/* `Ada Apa dengan Cinta? kembali`, `Yahoo! dan`: ? ! … before a small letter. */
static enum verdict small_letter(const struct candidate *k)
{
	if (k->mark == MARK_STOP || k->follow != FOLLOW_LOWER)
		return PASS;
	return KEEP;
}

/* `Harganya … 20 ribu`: a pause before a figure. */
static enum verdict pause_before_figure(const struct candidate *k)
{
	return k->mark == MARK_ELLIPSIS && k->follow == FOLLOW_DIGIT && !k->closed ? KEEP : PASS;
}

/* `… lupa, kan? – Begitulah …`: a dash behind the mark goes on. */
static bool dash_follows(const struct candidate *k)
{
	size_t used;
	uint32_t c = sulih_utf8_decode(k->data + k->next, k->limit - k->next, &used);

	return c == 0x2013 || c == 0x2014 ||
	       (c == '-' && k->next + 1 < k->limit && k->data[k->next + 1] == ' ');
}

/* `… di mana? Kami`: ? ! … before anything else. */
static enum verdict strong_mark(const struct candidate *k)
{
	if (k->mark == MARK_ELLIPSIS && only_marks_before(k))
		return KEEP;
	if (k->mark != MARK_STOP && !k->closed && (dash_follows(k) || figure_of_title(k)))
		return KEEP;
	return k->mark != MARK_STOP ? CUT : PASS;
}

/* A closing quotation mark or bracket after the stop: the word is no abbreviation's. */
static enum verdict closed_stop(const struct candidate *k)
{
	if (!k->closed && !k->bracket)
		return PASS;
	if (k->bracket && !k->closed && k->word.start > k->sentence &&
	    k->data[k->word.start - 1] == '(' && k->word.start - 1 != k->sentence)
		return KEEP; /* `(alm.)`, `(Bl.)`: one word in brackets is no sentence */
	if (k->bracket && !k->closed && k->follow == FOLLOW_LOWER)
		return KEEP;
	return CUT;
}

static enum verdict plain_stop(const struct candidate *k)
{
	(void)k;
	return CUT;
}

const struct rule sulih_border_rules[] = {
	{ "page-furniture", page_furniture },
	{ "goes-on", goes_on },
	{ "photo-credit", photo_credit },
	{ "reporter-code", reporter_code },
	{ "spaced-dots", spaced_dots },
	{ "mark-in-brackets", mark_in_brackets },
	{ "inside-token", sulih_rule_inside_token },
	{ "inside-address", sulih_rule_inside_address },
	{ "inside-domain", sulih_rule_inside_domain },
	{ "glued-abbreviation", sulih_rule_glued_abbreviation },
	{ "missing-space", missing_space },
	{ "quote-attribution", quote_attribution },
	{ "small-letter", small_letter },
	{ "pause-before-figure", pause_before_figure },
	{ "strong-mark", strong_mark },
	{ "closed-stop", closed_stop },
	{ "list-marker", sulih_rule_list_marker },
	{ "inline-item", sulih_rule_inline_item },
	{ "label", sulih_rule_label },
	{ "abbreviation", sulih_rule_abbreviation },
	{ "initial", sulih_rule_initial },
	{ "unknown-short-form", sulih_rule_unknown_short_form },
	{ "parts-of-phone", sulih_rule_parts_of_phone },
	{ "parts-of-figure", sulih_rule_parts_of_figure },
	{ "plain-stop", plain_stop },
	{ NULL, NULL },
};
