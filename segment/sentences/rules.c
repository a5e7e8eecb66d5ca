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
	return k->bracket && !k->closed && k->stop > k->block && k->data[k->stop - 1] == '(' &&
			       k->data[k->end - 1] != '.' /* `(!). Bupati` */
		       ? KEEP
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

/* `akun @budi.Ia viral`: behind a handle in small letters a capital begins a sentence. */
static bool is_small_handle(const struct candidate *k, struct sulih_view word)
{
	if (k->follow != FOLLOW_UPPER || word.length < 3 || word.data[0] != '@' ||
	    k->letter + 1 >= k->limit || !sulih_byte_is_lower(k->data[k->letter + 1]))
		return false;
	for (size_t i = 1; i < word.length; i++)
		if (sulih_byte_is_upper(word.data[i]))
			return false;
	return true;
}

/* `https://…`, `budi@…`: no sentence ends inside an address. */
static enum verdict inside_address(const struct candidate *k)
{
	struct sulih_view word = sulih_candidate_word(k);

	if (!sulih_candidate_glued(k) || k->closed || k->opened)
		return PASS;
	/* `kpk.go.id.Silakan`: behind a last label a capital word begins a sentence */
	if (k->follow == FOLLOW_UPPER && sulih_is_domain_label(sulih_behind_last(word, "./@")) &&
	    k->letter + 1 < k->limit && sulih_byte_is_lower(k->data[k->letter + 1]))
		return PASS;
	if (is_small_handle(k, word))
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
	/* a name stands before the ending */
	return token.length > 1 &&
	       SULIH_VIEW_ENDS_WITH_ONE_OF(sulih_view_slice(token, 1, token.length), endings);
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

static unsigned item_number(struct sulih_view word)
{
	unsigned number = 0;

	if (!all_digits(word) || word.length > 2)
		return 0;
	for (size_t i = 0; i < word.length; i++)
		number = number * 10 + (unsigned)(word.data[i] - '0');
	return number;
}

/* `1.Forum Kepala Sekolah` at the head of a line or behind a colon, and `… Sekolah2.Badan …`
 * where the blank before the marker was lost too: items count up. */
static bool is_glued_marker(const struct candidate *k)
{
	struct sulih_view word = sulih_candidate_word(k);
	size_t digits = sulih_trailing_digits(word);
	unsigned number = item_number(sulih_view_slice(word, word.length - digits, word.length));
	uint32_t before = char_before(k, k->word.start);

	if (digits == 0 || number == 0)
		return false;
	if (digits < word.length)
		return number > 1 && number == k->last_item + 1 &&
		       sulih_byte_is_lower(word.data[word.length - digits - 1]);
	return k->word.start == k->block || number == k->last_item + 1 ||
	       (number == 1 && before == ' ' && k->word.start >= k->block + 2 &&
		k->data[k->word.start - 2] == ':');
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
	if (is_glued_marker(k))
		return KEEP;
	if (sulih_is_digit(before) && (next.length < 2 || sulih_byte_is_upper(next.data[1])))
		return KEEP;
	return CUT;
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

/* `“Tolonglah sesamamu.” (HR. Muslim). Hadis itu …`: the stop behind the bracket is the
 * sentence's. */
static bool source_follows(const struct candidate *k)
{
	enum { LONGEST = 80 };
	size_t at = k->next + 1;

	if (k->data[k->next] != '(')
		return false;
	while (at < k->limit && at - k->next < LONGEST && strchr("()", k->data[at]) == NULL)
		at++;
	return at + 1 < k->limit && k->data[at] == ')' && strchr(".!?", k->data[at - 1]) == NULL &&
	       strchr(".,", k->data[at + 1]) != NULL;
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
	if ((all_digits(word) && word.length <= 3) || sulih_is_single_letter(word) ||
	    (k->sentence == k->block && sulih_is_roman(word)))
		return KEEP;
	return PASS;
}

/* `Rinciannya: a. 5 luka; b. 2 tewas` */
static bool is_lettered_item(const struct candidate *k, uint32_t before)
{
	return k->mark == MARK_STOP && k->word.end == k->word.start + 1 &&
	       sulih_byte_is_lower(k->data[k->word.start]) &&
	       (before == ':' || before == ';' || before == ',');
}

/* `… tiga hal: 1. Jujur 2. Adil 3. Berani`: items count up. */
static enum verdict inline_item(const struct candidate *k)
{
	unsigned number = item_number(sulih_candidate_word(k));
	uint32_t before =
		k->word.start >= k->block + 2 ? (unsigned char)k->data[k->word.start - 2] : 0;

	if (number == 0)
		return is_lettered_item(k, before) ? KEEP : PASS;
	if (number == k->last_item + 1 && (number > 1 || before == ':' || before == ';'))
		return KEEP;
	return PASS;
}

/* `Telepon kantor itu 555. 1234`: the parts of a number that is dialled. */
static enum verdict parts_of_phone(const struct candidate *k)
{
	enum { NEAR = 4 };
	static const char *const words[] = { "telepon", "telp", "tlp",	"hp",	   "fax",
					     "faks",	"wa",	"call", "hubungi", "nomor" };
	struct sulih_view word = sulih_candidate_word(k), next;
	size_t at = k->word.start;

	if (k->follow != FOLLOW_DIGIT || k->opened || word.length < 2 || !all_digits(word))
		return PASS;
	next = sulih_word_at(k, k->letter);
	if (next.length < 3 || !all_digits(next))
		return PASS;
	for (unsigned i = 0; i < NEAR; i++) {
		struct sulih_view before = sulih_token_before(k, at);
		char room[16];

		if (before.length == 0)
			break;
		at = (size_t)(before.data - k->data);
		if (before.data[before.length - 1] == '.')
			before.length--;
		if (SULIH_VIEW_IS_ONE_OF(sulih_lower_key(before, room, sizeof(room)), words))
			return KEEP;
	}
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
	{ "glued-abbreviation", sulih_rule_glued_abbreviation },
	{ "missing-space", missing_space },
	{ "quote-attribution", quote_attribution },
	{ "small-letter", small_letter },
	{ "pause-before-figure", pause_before_figure },
	{ "strong-mark", strong_mark },
	{ "closed-stop", closed_stop },
	{ "list-marker", list_marker },
	{ "inline-item", inline_item },
	{ "label", sulih_rule_label },
	{ "abbreviation", sulih_rule_abbreviation },
	{ "initial", sulih_rule_initial },
	{ "unknown-short-form", sulih_rule_unknown_short_form },
	{ "parts-of-phone", parts_of_phone },
	{ "plain-stop", plain_stop },
	{ NULL, NULL },
};
