#include "pipeline/reassemble/seams.h"

#include "base/bytes.h"
#include "base/letter.h"
#include "lists.h"
#include "pipeline/reassemble/seams_inside.h"
#include "pipeline/reassemble/sound.h"

struct sulih_view sulih_seam_last_word(const struct sulih_buffer *out, size_t from)
{
	size_t end = out->length, start;

	if (out->failed != 0 || end < from + 2 || out->data[end - 1] != ' ')
		return SULIH_VIEW("");
	start = --end;
	while (start > from && sulih_byte_is_letter(out->data[start - 1]))
		start--;
	if (start > from && out->data[start - 1] != ' ' && out->data[start - 1] != '(' &&
	    (unsigned char)out->data[start - 1] < 0x80)
		return SULIH_VIEW("");
	return sulih_view_make(out->data + start, end - start);
}

struct sulih_view sulih_seam_next_word(struct sulih_view after)
{
	size_t end = 1;

	if (after.length == 0 || after.data[0] != ' ')
		return SULIH_VIEW("");
	while (end < after.length && sulih_byte_is_letter(after.data[end]))
		end++;
	return sulih_view_slice(after, 1, end);
}

void sulih_seam_replace_last(struct sulih_buffer *out, struct sulih_view word, const char *with)
{
	sulih_buffer_truncate(out, out->length - 1 - word.length);
	if (with[0] == '\0')
		return;
	sulih_buffer_puts(out, with);
	sulih_buffer_putc(out, ' ');
}

/* ---- a and an ---------------------------------------------------------------------- */

static void agree_article(const struct sulih_seam *seam, struct sulih_buffer *out, size_t from)
{
	struct sulih_view word = sulih_seam_last_word(out, from), target = seam->target;
	size_t before;
	bool an;

	if (target.length == 0 || (!sulih_view_is(word, "a") && !sulih_view_is(word, "A") &&
				   !sulih_view_is(word, "an") && !sulih_view_is(word, "An")))
		return;
	/* Group A | SEA Games: amid the sentence a capital is a label, no article */
	before = out->length - 1 - word.length;
	if (word.data[0] == 'A' && before > from + 1 &&
	    (sulih_byte_is_letter(out->data[before - 2]) ||
	     sulih_byte_is_digit(out->data[before - 2])))
		return;
	an = sulih_takes_an(target);
	if (an != (word.length == 2))
		sulih_seam_replace_last(
			out, word, word.data[0] == 'A' ? (an ? "An" : "A") : (an ? "an" : "a"));
}

/* ---- what stands there twice ----------------------------------------------------------- */

/* "Mount ⟦Mount Rinjani⟧", "Article ⟦Article 340⟧": the writer or the engine said beside the token
 * what its English begins with.  Names that are said twice (Sirhan Sirhan) are one token. */
static void drop_doubled(const struct sulih_seam *seam, struct sulih_buffer *out, size_t from)
{
	struct sulih_view target = seam->target, word;
	enum sulih_span_kind kind = seam->placeholder->kind;
	size_t end = 0;

	if (kind != SULIH_KIND_LAW && kind != SULIH_KIND_PLACE && kind != SULIH_KIND_ORGANIZATION)
		return;
	while (end < target.length && sulih_byte_is_letter(target.data[end]))
		end++;
	word = sulih_seam_last_word(out, from);
	if (end < 2 || end == target.length || !sulih_byte_is_upper(target.data[0]) ||
	    !sulih_view_equal(word, sulih_view_slice(target, 0, end)))
		return;
	sulih_seam_replace_last(out, word, "");
}

static bool may_be_doubled(enum sulih_span_kind kind)
{
	return (kind >= SULIH_KIND_NUMBER && kind <= SULIH_KIND_RANGE) || kind == SULIH_KIND_TIME ||
	       kind == SULIH_KIND_PLACE || kind == SULIH_KIND_ORGANIZATION;
}

/* "⟦5.2 percent⟧ percent", "⟦14:30 WIB⟧ WIB", "⟦Musi River⟧ River": behind the token what its
 * English ends with. */
size_t sulih_seam_drop_again(const struct sulih_seam *seam)
{
	struct sulih_view target = seam->target, a = seam->after, word;
	size_t from = target.length, blank = a.length > 0 && a.data[0] == ' ', currency = 0;

	if (a.length == 0 || !may_be_doubled(seam->placeholder->kind))
		return 0;
	while (from > 0 && sulih_byte_is_letter(target.data[from - 1]))
		from--;
	word = sulih_view_slice(target, from, target.length);
	if (seam->placeholder->kind == SULIH_KIND_MONEY)
		currency = sulih_seam_currency_again(target, a);
	if (currency > 0)
		return currency;
	if (from == 0 || word.length < 2 || target.data[from - 1] != ' ')
		return 0;
	a = sulih_view_slice(a, blank, a.length);
	if (sulih_view_is(word, "percent") && sulih_view_starts(a, SULIH_VIEW("%")))
		return blank + 1;
	if (blank == 0 || !sulih_view_starts(a, word) ||
	    (a.length > word.length && (sulih_byte_is_letter(a.data[word.length]) ||
					(unsigned char)a.data[word.length] >= 0x80)))
		return 0;
	return blank + word.length;
}

/* ---- blanks that got lost ----------------------------------------------------------- */

/* Whether a blank belongs between `before` and `behind`: "Jakarta,Sabtu", "juga:Harga",
 * "“Ya,”kata", "(AS)Donald", "Sosial(PSI)"; but "10:30", "kata(nya)". */
static bool lost_blank(struct sulih_view before, struct sulih_view behind)
{
	char mark, next;
	bool title;

	if (before.length < 2 || behind.length < 2)
		return false;
	mark = before.data[before.length - 1];
	next = behind.data[0];
	title = next >= 'A' && next <= 'Z';
	if (next == '(') /* but "Sp.OG(K)" */
		return sulih_byte_is_letter(mark) && behind.data[1] >= 'A' &&
		       behind.data[1] <= 'Z' && (behind.length < 3 || behind.data[2] != ')');
	if (!sulih_byte_is_letter(next))
		return false;
	/* behind a blank, or behind nothing, it opens: by mistake, or as Swedes write */
	if (sulih_view_ends(before, SULIH_VIEW("\xE2\x80\x9D")))
		return before.length > 3 && strchr(" ([", before.data[before.length - 4]) == NULL;
	if (mark == ')')
		return title;
	if (!sulih_byte_is_letter(before.data[before.length - 2]))
		return false;
	return mark == ',' || mark == ';' ||
	       (mark == ':' && title && sulih_byte_is_lower(behind.data[1]));
}

/* The same behind what stands in `out` from `from` on; behind nothing none is lost. */
static bool lost_blank_behind(const struct sulih_buffer *out, size_t from, struct sulih_view behind)
{
	return out->failed == 0 && out->length > from &&
	       lost_blank(sulih_buffer_view_from(out, from), behind);
}

void sulih_seam_close(const struct sulih_seam *seam, struct sulih_buffer *out, size_t from)
{
	drop_doubled(seam, out, from);
	sulih_seam_drop_currency(seam, out, from);
	agree_article(seam, out, from);
	sulih_seam_put_the(seam, out, from);
	sulih_seam_set_preposition(seam, out, from);
	sulih_seam_put_the_decade(seam, out, from);
	if (lost_blank_behind(out, from, seam->target))
		sulih_buffer_putc(out, ' '); /* Reuters,⟦Tuesday⟧ */
}

/* Whether the token measures the noun behind it: a ⟦1.5 hours⟧ meeting, the ⟦1.5 hours⟧-long trip;
 * but the ⟦2 hours⟧ spent, ⟦2 hours⟧ waiting. */
static bool measures_noun(const struct sulih_seam *seam, const struct sulih_buffer *out,
			  size_t from)
{
	struct sulih_view target = seam->target, next = sulih_seam_next_word(seam->after),
			  determiner;
	char room[16];

	if ((seam->placeholder->kind != SULIH_KIND_MEASURE &&
	     seam->placeholder->kind != SULIH_KIND_MONEY) ||
	    target.length < 4 || !sulih_byte_is_digit(target.data[0]) ||
	    !sulih_view_ends(target, SULIH_VIEW("s")))
		return false;
	determiner = sulih_lower_key(sulih_seam_last_word(out, from), room, sizeof(room));
	if (!sulih_table_says(&sulih_list_english_words, determiner, "determiner"))
		return false;
	if (seam->after.length > 1 && seam->after.data[0] == '-')
		return sulih_byte_is_lower(seam->after.data[1]);
	if (next.length == 0 || !sulih_byte_is_lower(next.data[0]) ||
	    sulih_table_says(&sulih_list_english_words, next, "small"))
		return false;
	return determiner.data[0] == 'a' ||
	       (!sulih_view_ends(next, SULIH_VIEW("ed")) &&
		!sulih_view_ends(next, SULIH_VIEW("ing")) &&
		!sulih_table_says(&sulih_list_english_words, next, "verb"));
}

void sulih_seam_put_target(const struct sulih_seam *seam, struct sulih_buffer *out, size_t from)
{
	if (!measures_noun(seam, out, from)) {
		sulih_buffer_add(out, seam->target);
		return;
	}
	for (size_t i = 0; i + 1 < seam->target.length; i++)
		sulih_buffer_putc(out, seam->target.data[i] == ' ' ? '-' : seam->target.data[i]);
}

size_t sulih_seam_drop_s(const struct sulih_seam *seam, size_t *apostrophe)
{
	struct sulih_view a = seam->after, target = seam->target;
	size_t mark = sulih_view_starts(a, SULIH_VIEW("'s"))		  ? 1
		      : sulih_view_starts(a, SULIH_VIEW("\xE2\x80\x99s")) ? 3
									  : 0;
	struct sulih_row row;

	*apostrophe = mark;
	if (mark == 0 || !sulih_seam_is_named(seam->placeholder->kind) ||
	    (a.length > mark + 1 && sulih_byte_is_letter(a.data[mark + 1])))
		return 0;
	row = sulih_table_find(&sulih_list_articles, target);
	return row.listed && sulih_view_is(sulih_row_column(&row, 2), "plural") ? 1 : 0;
}

size_t sulih_seam_drop_stop(const struct sulih_placeholder *placeholder, struct sulih_view after)
{
	return sulih_view_ends(placeholder->target, SULIH_VIEW(".")) &&
	       !sulih_view_ends(placeholder->source, SULIH_VIEW(".")) &&
	       sulih_view_starts(after, SULIH_VIEW(".")) &&
	       !sulih_view_starts(after, SULIH_VIEW(".."));
}

/* The last bytes of what lost_blank looks for before a letter. */
static const bool before_lost_blank[256] = {
	[','] = true, [';'] = true, [':'] = true, [')'] = true, [0x9D] = true
};

/* All of them, and the opening bracket: they are high, or stand between bracket and semicolon. */
static uint64_t may_lose_blank(uint64_t bytes)
{
	return sulih_bytes_between(bytes, '(', ';') | sulih_bytes_beyond_ascii(bytes);
}

/* Past places that neither stand behind such a byte nor hold a bracket, from i > 0 on. */
static size_t skip_plain(struct sulih_view text, size_t i)
{
	size_t plain = sulih_bytes_skip(text, i - 1, may_lose_blank);

	return plain > i ? plain : i;
}

void sulih_put_text(struct sulih_buffer *out, size_t from, struct sulih_view text)
{
	size_t at = 0;

	/* the mark may stand behind a placeholder, or before one: sulih_seam_close sees to that */
	for (size_t i = 0; i < text.length; i++) {
		if (i > 0)
			i = skip_plain(text, i);
		if (i == text.length)
			break;
		if (i > 0 && !before_lost_blank[(unsigned char)text.data[i - 1]] &&
		    text.data[i] != '(')
			continue;
		if (text.data[i] != '(' && !sulih_byte_is_letter(text.data[i]))
			continue;
		sulih_buffer_append(out, text.data + at, i - at);
		at = i;
		if (lost_blank_behind(out, from, sulih_view_slice(text, i, text.length)))
			sulih_buffer_putc(out, ' ');
	}
	sulih_buffer_append(out, text.data + at, text.length - at);
}
