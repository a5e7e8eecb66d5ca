#include "base/letter.h"
#include "lists.h"
#include "pipeline/protect/numbers/figures.h"

/* Addresses are ASCII; the longest host name or local part bounds what is looked
 * at backwards, so that a long row of letters and stops stays linear. */
enum { LABEL_MAX = 63, LABELS_MAX = 8, LOCAL_MAX = 64, ENDING_MAX = 8, HANDLE_MAX = 40 };

static bool is_alnum(char c)
{
	return sulih_byte_is_digit(c) || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

static bool is_local(char c) /* before the @ of an e-mail address */
{
	return is_alnum(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
}

static bool is_label(char c)
{
	return is_alnum(c) || c == '-';
}

static const struct sulih_net none = { { 0, 0 }, SULIH_KIND_URL };

/* Marks that stand behind an address and not in it; a bracket that was opened in it stays. */
static size_t trim(struct sulih_view text, size_t start, size_t end)
{
	while (end > start) {
		char c = text.data[end - 1];

		if (c == ')' || c == ']') {
			size_t closed = 0, opened = 0;

			for (size_t i = end; i > start && end - i < LOCAL_MAX; i--) {
				closed += text.data[i - 1] == ')' || text.data[i - 1] == ']';
				opened += text.data[i - 1] == '(' || text.data[i - 1] == '[';
			}
			if (closed <= opened)
				break;
		} else if (strchr(".,;:!?'\"*", c) == NULL) {
			break;
		}
		end--;
	}
	return end;
}

/* The end of the path that begins at `at`: up to a blank, a quote or a bracket. */
static size_t path_end(struct sulih_view text, size_t at, size_t end)
{
	while (at < end) {
		unsigned char c = (unsigned char)text.data[at];

		if (c <= ' ' || c == '<' || c == '>' || c == '"' || c == '|')
			break;
		/* E2 80: the general punctuation with its quotes and dashes; C2 AB/BB guillemets */
		if (c == 0xE2 && at + 1 < end && (unsigned char)text.data[at + 1] == 0x80)
			break;
		if (c == 0xC2 && at + 1 < end && ((unsigned char)text.data[at + 1] & 0xEF) == 0xAB)
			break;
		at++;
	}
	return at;
}

static struct sulih_net find_scheme(struct sulih_view text, struct sulih_span within, size_t colon)
{
	size_t start = colon, end;

	while (start > within.start && colon - start < 10 && is_alnum(text.data[start - 1]))
		start--;
	/* "dihttps://…": a scraper dropped a link's tag */
	for (size_t at = start + 1; at + 3 < colon; at++)
		if (sulih_view_is(sulih_view_slice(text, at, colon), "http") ||
		    sulih_view_is(sulih_view_slice(text, at, colon), "https"))
			start = at;
	if (start == colon)
		return none;
	end = trim(text, colon, path_end(text, colon + 3, within.end));
	if (end <= colon + 3)
		return none;
	return (struct sulih_net){ { start, end }, SULIH_KIND_URL };
}

/* Sp.JP, M.TV: a degree, whose first part has one capital and three letters at most. */
static bool is_degree(struct sulih_view text, size_t first, size_t start)
{
	return start - first <= 4 && start - first > 2 && sulih_byte_is_lower(text.data[first + 1]);
}

/* Whether the ending [start, end) is known, and as what; `net` gets the kind. */
static bool known_ending(struct sulih_view text, size_t first, size_t start, size_t end,
			 enum sulih_span_kind *kind)
{
	char room[ENDING_MAX];
	struct sulih_view label = sulih_view_slice(text, start, end), low;
	struct sulih_row row;
	bool upper = true, lower = true;

	low = sulih_lower_key(label, room, sizeof(room));
	/* "R.de Boer" lost a blank, x.com, t.co and s.id/daftar did not */
	if (start - first < 3 && !sulih_view_is(low, "com") && !sulih_view_is(low, "co") &&
	    !sulih_view_is(low, "me") && !(end < text.length && text.data[end] == '/'))
		return false;
	row = sulih_table_find(&sulih_list_net_endings, low);
	if (low.length == 0 || !row.listed || sulih_row_says(&row, "product"))
		return false;
	for (size_t i = start; i < end; i++) {
		lower = lower && text.data[i] == low.data[i - start];
		upper = upper && text.data[i] != low.data[i - start];
	}
	/* "hutan.Di" is a missing blank, "REPUBLIKA.CO.ID" and "Kompas.Com" are names */
	if (!lower &&
	    !(upper && sulih_byte_is_upper(text.data[first]) && !is_degree(text, first, start)) &&
	    !sulih_view_is(low, "com"))
		return false;
	*kind = sulih_row_says(&row, "file") ? SULIH_KIND_CODE : SULIH_KIND_URL;
	return true;
}

/* "KOMPAS.com/BUDI SANTOSO" credits a photographer, "bit.ly/Daftar" is a path. */
static bool is_credit(struct sulih_view text, size_t host, size_t slash, size_t end)
{
	size_t at = slash + 1;

	if (!sulih_byte_is_upper(text.data[host]))
		return false;
	if (at >= end || text.data[at] < 'A' || text.data[at] > 'Z')
		return at >= end || (unsigned char)text.data[at] <= ' ';
	while (at < end && (text.data[at] | 32) >= 'a' && (text.data[at] | 32) <= 'z')
		at++;
	return at >= end || strchr(" \n.,;)'\"", text.data[at]) != NULL;
}

/* "kepadaKompas.com": a scraper dropped a link's tag, and a word of the sentence is glued on. */
static size_t skip_glued_word(struct sulih_view text, size_t start, size_t stop)
{
	char room[LABEL_MAX];
	size_t end = start + 1;

	while (end < stop && sulih_byte_is_lower(text.data[end]))
		end++;
	return end + 1 < stop && sulih_byte_is_upper(text.data[end]) &&
			       sulih_table_says(&sulih_list_figure_cues,
						sulih_lower_key(sulih_view_slice(text, start, end),
								room, sizeof(room)),
						"outlet")
		       ? end
		       : start;
}

static struct sulih_net find_domain(struct sulih_view text, struct sulih_span within, size_t stop)
{
	struct sulih_net net = none;
	size_t start = stop, at = stop, end, label, good = 0;
	unsigned labels = 0;
	bool www;

	while (start > within.start && stop - start < LABEL_MAX && is_label(text.data[start - 1]))
		start--;
	while (start < stop && text.data[start] == '-')
		start++;
	start = skip_glued_word(text, start, stop);
	if (start == stop)
		return none;
	www = stop - start == 3 && (text.data[start] | 32) == 'w' &&
	      (text.data[stop - 1] | 32) == 'w';
	while (at < within.end && text.data[at] == '.' && labels++ < LABELS_MAX) {
		label = ++at;
		while (at < within.end && is_label(text.data[at]))
			at++;
		if (at == label)
			break;
		end = at;
		/* detik.com-nya: the clitic stays outside */
		while (!known_ending(text, start, label, end, &net.kind) && end > label) {
			do
				end--;
			while (end > label && text.data[end] != '-');
		}
		if (end > label)
			good = end;
		else if (www && label > stop + 1)
			good = at;
		if (end > label && end < at)
			break;
	}
	if (good == 0 || (good < within.end && (unsigned char)text.data[good] >= 0xC3))
		return none;
	if (good < within.end && (text.data[good] == '/' || text.data[good] == '?') &&
	    !(text.data[good] == '/' && is_credit(text, start, good, within.end)))
		good = trim(text, start, path_end(text, good, within.end));
	net.span = (struct sulih_span){ start, good };
	return net;
}

/* "3 kg @Rp12.500", "@5.000": the sign of a price each, no handle. */
static bool is_price(struct sulih_view text, size_t at, size_t end)
{
	static const char *const signs[] = { "Rp", "rp", "RP" };
	size_t sign = SULIH_VIEW_STARTS_WITH_ONE_OF(sulih_view_slice(text, at, end), signs);

	for (size_t k = at + sign; k < end; k++)
		if (!sulih_byte_is_digit(text.data[k]) && text.data[k] != '.')
			return sign > 0 && sulih_byte_is_digit(text.data[at + sign]);
	return true;
}

static struct sulih_net find_at(struct sulih_view text, struct sulih_span within, size_t at)
{
	size_t start = at, end = at + 1, stop = 0;

	while (start > within.start && at - start < LOCAL_MAX && is_local(text.data[start - 1]))
		start--;
	while (start < at && !is_alnum(text.data[start]))
		start++;
	if (start < at) {
		while (end < within.end && end - at < 253 &&
		       (is_label(text.data[end]) || text.data[end] == '.'))
			end++;
		end = trim(text, at, end);
		for (stop = end; stop > at && text.data[stop - 1] != '.';)
			stop--;
		if (stop == at || stop + 2 > end)
			return none;
		return (struct sulih_net){ { start, end }, SULIH_KIND_EMAIL };
	}
	while (end < within.end && end - at < HANDLE_MAX &&
	       (is_alnum(text.data[end]) || text.data[end] == '_' || text.data[end] == '.'))
		end++;
	end = trim(text, at, end);
	if (end < at + 3 || is_price(text, at + 1, end))
		return none;
	return (struct sulih_net){ { at, end }, SULIH_KIND_HANDLE };
}

static struct sulih_net find_hashtag(struct sulih_view text, struct sulih_span within, size_t at)
{
	size_t end = at + 1;
	bool letter = false;

	if (at > within.start && (is_alnum(text.data[at - 1]) || text.data[at - 1] == '&'))
		return none;
	while (end < within.end && (is_alnum(text.data[end]) || text.data[end] == '_' ||
				    (unsigned char)text.data[end] >= 0xC3)) {
		size_t used = (unsigned char)text.data[end] < 0x80 ? 1 : 2;

		/* accents of Latin letters only: two bytes */
		if (used == 2 && ((unsigned char)text.data[end] > 0xC9 || end + 2 > within.end))
			break;
		letter = letter || (text.data[end] | 32) >= 'a';
		end += used;
	}
	if (!letter)
		return none;
	return (struct sulih_net){ { at, end }, SULIH_KIND_HASHTAG };
}

struct sulih_net sulih_net_find(struct sulih_view text, struct sulih_span within, size_t at)
{
	switch (text.data[at]) {
	case '@':
		return find_at(text, within, at);
	case '#':
		return find_hashtag(text, within, at);
	case ':':
		return find_scheme(text, within, at);
	default:
		return find_domain(text, within, at);
	}
}
