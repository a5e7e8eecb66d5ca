/* English forms made by rule: Sungai Musi → Musi River, X Selatan → South X. */
#include "pipeline/protect/names/names.h"

#include "lists.h"

/* The compass words that end [at, end): their row and how many tokens. */
uint32_t compass_tail(const struct name_finder *f, uint32_t at, uint32_t end, struct sulih_row *row)
{
	const struct name_token *last = token_at(f, end - 1);
	struct sulih_view one, two;
	char room[48];

	if (end - at < 1 || last->word == WORD_NONE ||
	    (!(f->words.items[last->word].facts & FACT_COMPASS) &&
	     !(end - at > 1 && token_facts(f, end - 2) & FACT_COMPASS)))
		return 0;
	one = f->words.items[last->word].lower;
	if (end - at > 1 && last[-1].word != WORD_NONE) {
		two = f->words.items[last[-1].word].lower;
		if (one.length + two.length + 1 < sizeof(room)) {
			memcpy(room, two.data, two.length);
			room[two.length] = ' ';
			memcpy(room + two.length + 1, one.data, one.length);
			*row = sulih_table_find(&sulih_list_compass,
						sulih_view_make(room, one.length + two.length + 1));
			if (row->listed)
				return 2;
		}
	}
	*row = TOKEN_ROW(f, end - 1, compass);
	return row->listed ? 1 : 0;
}

/* Luwu Timur → East Luwu, Karibia Timur → eastern Caribbean; false when no compass word ends the
 * name. */
static bool compose_compass(struct name_finder *f, uint32_t at, uint32_t end,
			    struct sulih_view *out)
{
	struct sulih_row row;
	uint32_t tail = compass_tail(f, at, end, &row);
	struct sulih_view word, rest;
	struct name_match base;

	if (tail == 0 || at + tail >= end || token_at(f, end - tail)->shape == SHAPE_LOWER)
		return false;
	word = sulih_row_column(&row, 1);
	rest = tokens_text(f, at, end - tail);
	/* a part of what has another name in English, which the list has not as a whole; but
	 * Kecamatan Padang Barat → West Padang */
	if (match_map(f, at, end - tail, &base) && base.count == end - tail - at &&
	    base.ruling == SULIH_MAP && base.kind == SULIH_KIND_PLACE &&
	    !sulih_view_equal(base.target, rest)) {
		word = sulih_row_column(&row, 2);
		rest = base.target;
	}
	if (word.length == 0)
		return false;
	*out = NAME_JOIN(f, word, SULIH_VIEW(" "), rest);
	return true;
}

/* A head word of regions that is never part of a place's own name, as "Kota" is. */
bool is_region_word(const struct name_finder *f, uint32_t at)
{
	return token_facts(f, at) & FACT_HEAD && (sulih_view_is(token_lower(f, at), "kabupaten") ||
						  sulih_view_is(token_lower(f, at), "provinsi") ||
						  sulih_view_is(token_lower(f, at), "kecamatan"));
}

struct sulih_view country_adjective(struct sulih_view country)
{
	struct sulih_row row = sulih_table_find(&sulih_list_adjectives, country);

	return row.listed ? sulih_row_column(&row, 1) : country;
}

bool is_country(const struct name_match *match)
{
	return match->kind == SULIH_KIND_PLACE &&
	       sulih_table_has(&sulih_list_adjectives, match->target);
}

static bool is_place_or_body(const struct name_match *match)
{
	return match->target.length > 0 &&
	       (match->kind == SULIH_KIND_PLACE || match->kind == SULIH_KIND_ORGANIZATION);
}

/* KTT Rusia-AS, KTT Liga Arab-OKI: two listed places or bodies with a hyphen between them →
 * Russia-US; Majelis Syiah Lebanon: a people and its country → Lebanese Shiite; else empty. */
static struct sulih_view compose_pair(struct name_finder *f, uint32_t at, uint32_t end)
{
	struct name_match one, two;
	uint32_t next;

	if (end - at < 2 || !match_map(f, at, end, &one))
		return SULIH_VIEW("");
	next = at + one.count;
	if (one.row.table == &sulih_list_peoples && next < end && match_map(f, next, end, &two) &&
	    two.kind == SULIH_KIND_PLACE && next + two.count == end)
		return NAME_JOIN(f, country_adjective(two.target), SULIH_VIEW(" "), one.target);
	if (end - at < 3 || !is_place_or_body(&one))
		return SULIH_VIEW("");
	if (next + 1 >= end || !is_mark(f, next, '-') || !match_map(f, next + 1, end, &two) ||
	    !is_place_or_body(&two) || next + 1 + two.count != end)
		return SULIH_VIEW("");
	return NAME_JOIN(f, one.target, SULIH_VIEW("-"), two.target);
}

/* Kabupaten X, Kota Bandung: a region word and its place; Kota Agung is a place's own name. */
bool begins_region(struct name_finder *f, uint32_t at, uint32_t end)
{
	struct name_match map;

	if (is_region_word(f, at))
		return true;
	return at + 1 < end && sulih_view_is(token_lower(f, at), "kota") &&
	       token_is_apart(f, at + 1) && match_map(f, at + 1, end, &map) &&
	       map.kind == SULIH_KIND_PLACE;
}

/* A proper name in English: by the lists, by its compass word, else as it stands. */
struct sulih_view compose_name(struct name_finder *f, uint32_t at, uint32_t end)
{
	struct name_match match;
	struct sulih_view out;
	struct sulih_row row;

	if (match_map(f, at, end, &match) && match.count == end - at)
		return match.target.length ? match.target : tokens_text(f, at, end);
	out = compose_pair(f, at, end);
	if (out.length > 0)
		return out;
	/* BPBD Kabupaten Agam → Agam Regency … */
	if (end - at > 1 && is_region_word(f, at) && match_head(f, at, end, &row) == 1)
		return compose_pattern(f, sulih_row_column(&row, 2), compose_name(f, at + 1, end));
	/* DPRD Kota Medan → Medan City …; Kota of "Kota Agung" is part of the name */
	if (end - at > 1 && begins_region(f, at, end) && match_map(f, at + 1, end, &match) &&
	    match.count == end - at - 1 && match_head(f, at, end, &row) == 1)
		return compose_pattern(f, sulih_row_column(&row, 2), compose_name(f, at + 1, end));
	if (compose_compass(f, at, end, &out))
		return out;
	/* Sungai Sumatera V → Sumatra V: one of several in a region */
	if (end - at > 1 && token_facts(f, end - 1) & FACT_ROMAN &&
	    token_at(f, end - 1)->shape == SHAPE_UPPER && match_map(f, at, end, &match) &&
	    match.count == end - at - 1 && match.target.length)
		return NAME_JOIN(f, match.target, SULIH_VIEW(" "),
				 token_text(f, token_at(f, end - 1)));
	/* Museum Nasional → National Museum */
	if (end == at + 1 && token_at(f, at)->word != WORD_NONE) {
		row = sulih_table_find(&sulih_list_modifiers, word_at(f, at)->lower);
		if (row.listed)
			return sulih_row_column(&row, 1);
	}
	return tokens_text(f, at, end);
}

/* C, III, 0815/16: behind the English word. */
static bool is_sign_or_numeral(struct sulih_view text)
{
	enum { LONGEST = 9 };
	static const char signs[] = "IVXLC0123456789/";

	if (text.length == 1)
		return true;
	for (size_t i = 0; i < text.length; i++) {
		if (!memchr(signs, text.data[i], strlen(signs)))
			return false;
	}
	return text.length > 0 && text.length <= LONGEST;
}

/* Puts the rest into the pattern's {}; "=" is the text as it stands. */
struct sulih_view compose_pattern(struct name_finder *f, struct sulih_view pattern,
				  struct sulih_view rest)
{
	const char *hole = memchr(pattern.data, '{', pattern.length);
	size_t before;

	if (!hole)
		return pattern;
	before = (size_t)(hole - pattern.data);
	/* Kantor Kejagung: Attorney General's Office, no office of it. */
	if (sulih_view_is(pattern, "{} office") && rest.length > 6 &&
	    sulih_view_holds(rest, SULIH_VIEW("Office")))
		return rest;
	/* Grup C → Group C */
	if (before == 0 && pattern.length > 3 && is_sign_or_numeral(rest))
		return NAME_JOIN(f, sulih_view_slice(pattern, 3, pattern.length), SULIH_VIEW(" "),
				 rest);
	/* BBWS Bengawan Solo: Bengawan Solo River | Basin Organization says "River" once */
	if (before == 0 && pattern.length > 3) {
		const char *blank = memchr(pattern.data + 3, ' ', pattern.length - 3);
		size_t first = blank ? (size_t)(blank - pattern.data) : 0;

		if (blank && sulih_view_ends(rest, sulih_view_slice(pattern, 2, first)))
			return NAME_JOIN(f, rest, sulih_view_slice(pattern, first, pattern.length));
	}
	/* Yayasan Gates Foundation: the English word is there already. */
	if (before == 0 && pattern.length > 3 &&
	    sulih_view_ends(rest, sulih_view_slice(pattern, 2, pattern.length)))
		return rest;
	return NAME_JOIN(f, sulih_view_slice(pattern, 0, before), rest,
			 sulih_view_slice(pattern, before + 2, pattern.length));
}

static bool is_comma(const struct name_token *token)
{
	return token->kind == TOKEN_MARK && token->mark == ',';
}

/*
 * The field of a ministry or agency at `at`, longest first: "Pendidikan,
 * Kebudayaan, Riset, dan Teknologi".  Tokens, or 0.
 */
uint32_t match_field(struct name_finder *f, uint32_t at, uint32_t end, struct sulih_view *english)
{
	struct sulih_row row;
	uint32_t count = match_words(f, &sulih_list_fields, at, end, &row);

	if (count)
		*english = sulih_row_column(&row, 1);
	return count;
}

/* The longest key of `table` at `at`, whose keys may hold commas.  Tokens, or 0. */
uint32_t match_words(struct name_finder *f, const struct sulih_table *table, uint32_t at,
		     uint32_t end, struct sulih_row *best)
{
	uint32_t count = 0;

	key_clear(f);
	for (uint32_t i = at; i < end; i++) {
		const struct name_token *token = token_at(f, i);
		struct sulih_row row;

		if (is_comma(token)) {
			/* the list knows what a key has before its blanks, with the comma */
			sulih_buffer_putc(&f->key, ',');
			if (!sulih_table_find(table, sulih_buffer_view(&f->key)).longer)
				break;
			continue;
		}
		if (token->kind != TOKEN_WORD)
			break;
		if (i > at)
			sulih_buffer_putc(&f->key, ' ');
		sulih_buffer_add(&f->key, f->words.items[token->word].lower);
		row = sulih_table_find(table, sulih_buffer_view(&f->key));
		if (row.listed) {
			count = i - at + 1;
			*best = row;
		}
		if (!row.longer && !(i + 1 < end && is_comma(token_at(f, i + 1))))
			break;
	}
	return count;
}

/*
 * A place behind a ministry or agency: Kementerian Agama Mesir → Egyptian Ministry
 * of …; `before`: the place stands first (Dinas Kesehatan Bali → Bali Health Agency).
 */
struct sulih_view compose_owned(struct name_finder *f, struct sulih_view owner,
				struct sulih_view body, bool before)
{
	struct sulih_row row = sulih_table_find(&sulih_list_adjectives, owner);

	if (row.listed)
		owner = sulih_row_column(&row, 1);
	if (row.listed || before)
		return NAME_JOIN(f, owner, SULIH_VIEW(" "), body);
	return NAME_JOIN(f, body, SULIH_VIEW(", "), owner);
}
