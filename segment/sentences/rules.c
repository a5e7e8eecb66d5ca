#include "segment/sentences/rules.h"

#include "base/letter.h"
#include "base/utf8.h"
#include "segment/sentences/furniture.h"
#include "segment/sentences/words.h"

static uint32_t char_before(const struct candidate *k, size_t at)
{
	size_t start;

	return at > k->block ? sulih_utf8_before(k->data, at, &start) : ' ';
}

static bool all_digits(struct sulih_view word)
{
	for (size_t i = 0; i < word.length; i++)
		if (word.data[i] < '0' || word.data[i] > '9')
			return false;
	return word.length > 0;
}

/* What stands behind the last of the signs. */
static struct sulih_view behind_last(struct sulih_view word, const char *signs)
{
	size_t at = word.length;

	while (at > 0 && strchr(signs, word.data[at - 1]) == NULL)
		at--;
	return sulih_view_slice(word, at, word.length);
}

static bool single_letter(struct sulih_view word)
{
	size_t used;
	uint32_t c;

	if (word.length == 0 || word.length > 2)
		return false;
	c = sulih_utf8_decode(word.data, word.length, &used);
	return used == word.length && sulih_is_letter(c);
}

/* `… kasus itu Baca juga: …`: found at its colon, no stop before it. */
static enum verdict page_furniture(const struct candidate *k)
{
	return k->furniture ? CUT : PASS;
}

/* `… pungkasnya. (ant/ful)`, `… itu. (*)`: a code in brackets that ends the block. */
static enum verdict reporter_code(const struct candidate *k)
{
	size_t length = k->limit - k->next;

	if (length < 3 || length > 60 || strchr("([", k->data[k->next]) == NULL)
		return PASS;
	return sulih_is_reporter_code(sulih_view_make(k->data + k->next, length)) ? CUT : PASS;
}

/* `… pergi.”, kata …`: the sentence plainly goes on. */
static enum verdict goes_on(const struct candidate *k)
{
	if (k->next < k->limit && strchr(",;:/%&+=", k->data[k->next]) != NULL)
		return KEEP;
	return PASS;
}

/* `Lalu . . . ia pergi`: dots set apart are one pause. */
static enum verdict spaced_dots(const struct candidate *k)
{
	return k->next < k->limit && k->data[k->next] == '.' ? KEEP : PASS;
}

/* `… konon kebal (?) Namun …` and `(!)`: the mark comments on a word. */
static enum verdict mark_in_brackets(const struct candidate *k)
{
	return k->bracket && !k->closed && k->stop > k->block && k->data[k->stop - 1] == '(' ? KEEP
											     : PASS;
}

/* `Kompas.com`, `14.30`, `v2.1`, `a.n`: no blank and no capital. */
static enum verdict inside_token(const struct candidate *k)
{
	if (!sulih_candidate_glued(k) || k->closed || k->bracket)
		return PASS;
	if (k->follow == FOLLOW_UPPER && (!k->opened || k->mark == MARK_STOP))
		return PASS;
	return k->opened && k->follow != FOLLOW_LOWER ? PASS : KEEP;
}

/* `https://…`, `budi@…`: no sentence ends inside an address. */
static enum verdict inside_address(const struct candidate *k)
{
	struct sulih_view word = sulih_candidate_word(k);

	if (!sulih_candidate_glued(k) || k->closed || k->opened)
		return PASS;
	/* `kpk.go.id.Silakan`: behind a last label a capital word begins a sentence */
	if (k->follow == FOLLOW_UPPER && sulih_is_domain_label(behind_last(word, "./@")) &&
	    k->letter + 1 < k->limit && sulih_byte_is_lower(k->data[k->letter + 1]))
		return PASS;
	if (memchr(word.data, '@', word.length) || memchr(word.data, '=', word.length) ||
	    (word.length > 3 && memcmp(word.data, "www", 3) == 0))
		return KEEP;
	if (k->word.start > k->block && k->data[k->word.start - 1] == '/')
		return KEEP;
	return PASS;
}

/* `Laporan.Akhir.pdf`: the token ends with the ending of a file. */
static bool ends_as_file(const struct candidate *k)
{
	static const char *const endings[] = { ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".jpg",
					       ".png", ".mp4", ".zip",	".csv", ".txt",	 ".apk" };
	size_t end = k->letter;
	char room[80];
	struct sulih_view token;

	while (end < k->limit && end - k->letter < 64 && k->data[end] != ' ')
		end++;
	while (end > k->letter && strchr(".,;:!?)\"", k->data[end - 1]) != NULL)
		end--;
	token = sulih_lower_key(sulih_view_make(k->data + k->letter, end - k->letter), room,
				sizeof(room));
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
		if (token.length > strlen(endings[i]) &&
		    sulih_view_ends(token, sulih_view_of(endings[i])))
			return true;
	return false;
}

/* `Detik.Com`, `VIVA.CO.ID`, `foto.JPG`: a known last label, not a word. */
static enum verdict inside_domain(const struct candidate *k)
{
	struct sulih_view label;

	if (!sulih_candidate_glued(k) || k->closed || k->bracket || k->opened ||
	    k->mark != MARK_STOP)
		return PASS;
	label = sulih_word_at(k, k->letter);
	return sulih_is_domain_label(label) || ends_as_file(k) ? KEEP : PASS;
}

static bool closes_something(char c)
{
	return c == ')' || c == ']' || c == '"' || (unsigned char)c >= 0x80;
}

/* `M.|Si.`, `ABC.|Tbk`: what stands on both sides of the stop is one abbreviation, or
 * the next token is one that stands behind a name. */
static bool makes_abbreviation(const struct candidate *k)
{
	struct sulih_view word = sulih_candidate_word(k), last = behind_last(word, "."), next;
	size_t end = k->letter;
	enum abbreviation kind;
	char room[24];
	bool noun;

	while (end < k->limit && end - k->letter < 12 && strchr(" ,;)\"", k->data[end]) == NULL)
		end++;
	while (end > k->letter && k->data[end - 1] == '.')
		end--;
	next = sulih_view_make(k->data + k->letter, end - k->letter);
	kind = sulih_abbreviation(next, &noun);
	if (kind == ABBREVIATION_DEGREE || kind == ABBREVIATION_SUFFIX)
		return true;
	if (next.length == 0 || last.length + next.length + 1 > sizeof(room))
		return false;
	memcpy(room, last.data, last.length);
	room[last.length] = '.';
	memcpy(room + last.length + 1, next.data, next.length);
	return sulih_abbreviation(sulih_view_make(room, last.length + 1 + next.length), &noun) !=
	       ABBREVIATION_NONE;
}

/* `S.H.`, `A.Yani`, `Dr.Soetomo`, `PT.Timah`: an abbreviation, then no blank. */
static enum verdict glued_abbreviation(const struct candidate *k)
{
	struct sulih_view word = sulih_candidate_word(k);
	bool noun;

	if (!sulih_candidate_glued(k) || k->closed || k->bracket || k->opened ||
	    k->mark != MARK_STOP)
		return PASS;
	if (word.length == 0)
		return k->stop > k->block && closes_something(k->data[k->stop - 1]) ? PASS : KEEP;
	if (makes_abbreviation(k))
		return KEEP;
	word = behind_last(word, ".");
	if (single_letter(word)) {
		struct sulih_view next = sulih_word_at(k, k->letter);

		return next.length > 3 && sulih_starts_strongly(next) ? PASS : KEEP;
	}
	switch (sulih_abbreviation(word, &noun)) {
	case ABBREVIATION_NONE:
	case ABBREVIATION_UNIT:
	case ABBREVIATION_ETC:
	case ABBREVIATION_SUFFIX:
		return PASS;
	default:
		return noun && sulih_is_plain_word(sulih_word_at(k, k->letter)) ? PASS : KEEP;
	}
}

/* `di hutan.Polisi lalu …`: the blank was forgotten.  A capital without small
 * letters behind it (`v1.A`, `U.S`) is no word. */
static enum verdict missing_space(const struct candidate *k)
{
	struct sulih_view next;
	uint32_t before;

	if (!sulih_candidate_glued(k) || k->next >= k->limit)
		return PASS;
	if (k->follow != FOLLOW_UPPER)
		return k->closed && k->follow == FOLLOW_OTHER ? PASS : KEEP;
	if (k->closed || k->bracket || k->opened || k->mark != MARK_STOP)
		return CUT;
	before = char_before(k, k->stop);
	next = sulih_word_at(k, k->letter);
	if (sulih_is_digit(before) && (next.length < 2 || sulih_byte_is_upper(next.data[1])))
		return KEEP;
	return CUT;
}

/* `“Benarkah?” tanya Sari`, `“Sudah.” kata dia`: quote and attribution are one
 * sentence; a plain stop needs a verb of saying near. */
static enum verdict quote_attribution(const struct candidate *k)
{
	struct sulih_view word;

	if (!k->closed || k->follow != FOLLOW_LOWER)
		return PASS;
	if (k->mark != MARK_STOP)
		return KEEP;
	word = sulih_word_at(k, k->letter);
	return sulih_is_attribution(word) ? KEEP : CUT;
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
	if (k->mark == MARK_ELLIPSIS && k->stop == k->sentence)
		return KEEP;
	if (k->mark != MARK_STOP && !k->closed && dash_follows(k))
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

/* `1. Pendahuluan`, `a. Pasal`, `IV. Penutup` at the head of a line. */
static enum verdict list_marker(const struct candidate *k)
{
	struct sulih_view word = sulih_candidate_word(k);

	if (k->word.start != k->sentence)
		return PASS;
	if ((all_digits(word) && word.length <= 3) || single_letter(word) ||
	    (k->sentence == k->block && sulih_is_roman(word)))
		return KEEP;
	return PASS;
}

static unsigned item_number(struct sulih_view word)
{
	unsigned number = 0;

	if (!all_digits(word) || word.length > 2)
		return 0;
	for (size_t i = 0; i < word.length; i++)
		number = number * 10 + (unsigned)(word.data[i] - '0');
	return number;
}

/* `… tiga hal: 1. Jujur 2. Adil 3. Berani`: items count up. */
static enum verdict inline_item(const struct candidate *k)
{
	unsigned number = item_number(sulih_candidate_word(k));
	uint32_t before =
		k->word.start >= k->block + 2 ? (unsigned char)k->data[k->word.start - 2] : 0;

	if (number == 0)
		return PASS;
	if (number == k->last_item + 1 && (number > 1 || before == ':' || before == ';'))
		return KEEP;
	return PASS;
}

/* The abbreviation before the stop, also when blanks were put into it: `S. H.`, `Ph. D.` */
static enum abbreviation abbreviation_before(const struct candidate *k, bool *noun)
{
	struct sulih_view word = sulih_candidate_word(k), before;
	enum abbreviation kind = sulih_abbreviation(word, noun);
	char room[16];

	if (kind == ABBREVIATION_NONE && memchr(word.data, '.', word.length) != NULL) {
		struct sulih_view last = behind_last(word, "."); /* `ditunda.dr. Budi` */

		return last.length > 1 ? sulih_abbreviation(last, noun) : kind;
	}
	if (kind != ABBREVIATION_NONE || word.length == 0 || word.length > 5)
		return kind;
	before = sulih_token_before(k, k->word.start);
	if (before.length < 2 || before.length > 5 || before.data[before.length - 1] != '.')
		return kind;
	memcpy(room, before.data, before.length);
	memcpy(room + before.length, word.data, word.length);
	return sulih_abbreviation(sulih_view_make(room, before.length + word.length), noun);
}

/* Whether a subject and its verb follow: a capital word, then a small one. */
static bool subject_follows(const struct candidate *k)
{
	struct sulih_view word = sulih_word_after(k, sulih_word_at(k, k->letter));

	return word.length > 1 && sulih_byte_is_lower(word.data[0]);
}

static bool degree_follows(const struct candidate *k)
{
	bool noun;
	size_t end = k->letter;
	struct sulih_view next;

	while (end < k->limit && end - k->letter < 16 && k->data[end] != ' ' && k->data[end] != ',')
		end++;
	while (end > k->letter && k->data[end - 1] == '.')
		end--;
	next = sulih_view_make(k->data + k->letter, end - k->letter);
	return sulih_abbreviation(next, &noun) == ABBREVIATION_DEGREE;
}

static enum verdict before_name(const struct candidate *k, bool noun)
{
	struct sulih_view next = sulih_word_at(k, k->letter);

	if (k->follow != FOLLOW_UPPER)
		return KEEP;
	if (sulih_starts_strongly(next) || (noun && sulih_is_plain_word(next)))
		return CUT;
	return KEEP;
}

/* `S.H. Mintardja`, `M.A. Rahman`: letters that no comma parts from a name are initials. */
static bool are_initials(const struct candidate *k)
{
	size_t at = k->word.start;

	for (size_t i = k->word.start; i < k->word.end; i++)
		if (k->data[i] != '.' && i + 1 < k->word.end && k->data[i + 1] != '.')
			return false;
	while (at > k->block &&
	       (k->data[at - 1] == ' ' || k->data[at - 1] == '.' ||
		(at >= k->block + 2 && k->data[at - 2] == ' ' && at + 3 > k->word.start)))
		at--;
	return at == k->block || (k->data[at - 1] != ',' && k->data[at - 1] != ')');
}

static enum verdict behind_name(const struct candidate *k)
{
	struct sulih_view next = sulih_word_at(k, k->letter);

	if (k->follow == FOLLOW_LOWER || k->follow == FOLLOW_DIGIT)
		return KEEP;
	if (k->opened)
		return k->data[k->next] == '(' ? KEEP : CUT;
	if (degree_follows(k))
		return KEEP;
	return sulih_is_plain_word(next) || subject_follows(k) ? CUT : KEEP;
}

/* Titles, degrees, forms of firms, addresses: by the kind of the abbreviation. */
static enum verdict abbreviation(const struct candidate *k)
{
	bool noun;

	switch (abbreviation_before(k, &noun)) {
	case ABBREVIATION_NONE:
		return PASS;
	case ABBREVIATION_COMPANY:
	case ABBREVIATION_NUMBER:
		/* `PT. Aneka Tambang`, `Jl. Para Pahlawan`: names hold function words too */
		if (k->follow == FOLLOW_UPPER && !subject_follows(k))
			return KEEP;
		return before_name(k, noun);
	case ABBREVIATION_TITLE:
	case ABBREVIATION_CURRENCY:
	case ABBREVIATION_PHRASE:
		return before_name(k, noun);
	case ABBREVIATION_NUMERIC:
		return k->follow == FOLLOW_DIGIT ? KEEP : PASS;
	case ABBREVIATION_DEGREE:
		return are_initials(k) ? PASS : behind_name(k);
	case ABBREVIATION_SUFFIX:
		return behind_name(k);
	case ABBREVIATION_UNIT:
		if (k->follow == FOLLOW_DIGIT && sulih_byte_is_upper(k->data[k->word.start]))
			return KEEP; /* `Km. 12` */
		return k->follow == FOLLOW_LOWER ? KEEP : CUT;
	case ABBREVIATION_ETC:
		return k->follow == FOLLOW_LOWER ? KEEP : CUT;
	case ABBREVIATION_MONTH:
		return k->follow == FOLLOW_LOWER || k->follow == FOLLOW_DIGIT ? KEEP : CUT;
	}
	return PASS;
}

/* `vitamin A. Kekurangan …`, `Perang Dunia II. Ia …`: a label ends a sentence. */
static enum verdict label(const struct candidate *k)
{
	struct sulih_view word = sulih_candidate_word(k);
	struct sulih_view before = sulih_token_before(k, k->word.start);

	if (!single_letter(word) && !sulih_is_roman(word))
		return PASS;
	if (before.length > 0 && sulih_is_label_noun(before))
		return before.data == k->data + k->block ? KEEP : CUT; /* `Bab IV. Penutup` */
	return word.length > 1 && sulih_is_roman(word) ? CUT : PASS;
}

/* `W.R. Supratman`, `Joko P. Santoso`: single letters before a name. */
static enum verdict initial(const struct candidate *k)
{
	struct sulih_view word = sulih_candidate_word(k), next;
	bool several = memchr(word.data, '.', word.length) != NULL;

	word = behind_last(word, ".-");
	if (!single_letter(word))
		return PASS;
	if (k->follow != FOLLOW_UPPER)
		return k->follow == FOLLOW_LOWER ? KEEP : PASS;
	next = sulih_word_at(k, k->letter);
	if (sulih_starts_strongly(next))
		return CUT;
	return !several && sulih_is_plain_word(next) && subject_follows(k) ? CUT : KEEP;
}

/* An unknown short form without a vowel is no word: `bdk. juga`, `Ngr. Rai`. */
static enum verdict unknown_short_form(const struct candidate *k)
{
	struct sulih_view word = sulih_candidate_word(k);

	if ((k->follow != FOLLOW_LOWER && k->follow != FOLLOW_UPPER) || word.length < 2 ||
	    word.length > 5)
		return PASS;
	if (k->follow == FOLLOW_UPPER && (sulih_byte_is_lower(word.data[0]) ||
					  sulih_starts_strongly(sulih_word_at(k, k->letter))))
		return PASS;
	for (size_t i = 0; i < word.length; i++)
		if (strchr("aeiouAEIOU0123456789", word.data[i]) != NULL ||
		    (unsigned char)word.data[i] >= 0x80)
			return PASS;
	for (size_t i = 0; i < word.length; i++)
		if (sulih_byte_is_lower(word.data[i]))
			return KEEP;
	return PASS;
}

static enum verdict plain_stop(const struct candidate *k)
{
	(void)k;
	return CUT;
}

const struct rule sulih_border_rules[] = {
	{ "page-furniture", page_furniture },
	{ "goes-on", goes_on },
	{ "reporter-code", reporter_code },
	{ "spaced-dots", spaced_dots },
	{ "mark-in-brackets", mark_in_brackets },
	{ "inside-token", inside_token },
	{ "inside-address", inside_address },
	{ "inside-domain", inside_domain },
	{ "glued-abbreviation", glued_abbreviation },
	{ "missing-space", missing_space },
	{ "quote-attribution", quote_attribution },
	{ "small-letter", small_letter },
	{ "pause-before-figure", pause_before_figure },
	{ "strong-mark", strong_mark },
	{ "closed-stop", closed_stop },
	{ "list-marker", list_marker },
	{ "inline-item", inline_item },
	{ "label", label },
	{ "abbreviation", abbreviation },
	{ "initial", initial },
	{ "unknown-short-form", unknown_short_form },
	{ "plain-stop", plain_stop },
	{ NULL, NULL },
};
