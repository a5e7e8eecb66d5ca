/* The longest entry of the MAP lists at a token. */
#include "pipeline/protect/names/listed/match.h"

#include "lists.h"

static bool is_upper_shape(const struct name_token *token)
{
	return token->shape == SHAPE_UPPER;
}

enum { ALL_LISTS = (1 << NAMES_MAP_TABLES) - 1 };

/* Rows of several tables for one key: which are keys, which go on. */
struct map_state {
	unsigned open; /* bit set of tables with longer keys */
	struct sulih_row found;
};

static bool look_up(struct sulih_view key, unsigned among, struct map_state *state)
{
	uint32_t hash;

	state->open = 0;
	state->found.listed = false;
	if (among == 0 || key.length == 0)
		return false;
	hash = sulih_table_hash(key);
	for (unsigned i = 0; among != 0; i++, among >>= 1) {
		struct sulih_row row;

		if (!(among & 1) ||
		    !sulih_table_has_length(names_map_tables[i], key.data[0], key.length))
			continue;
		row = sulih_table_find_hashed(names_map_tables[i], key, hash);
		if (row.listed && !state->found.listed)
			state->found = row;
		if (row.longer)
			state->open |= 1u << i;
	}
	return state->open || state->found.listed;
}

/* The same for the first word of a key in the form that is in the key now: of one in ASCII,
 * whose forms are what they seem, it is known. */
static bool look_up_first(struct name_finder *f, const struct name_token *token, uint8_t shape,
			  struct map_state *state)
{
	const struct name_word *word = &f->words.items[token->word];
	const struct map_start *start;

	if (!(token->flags & TOKEN_PLAIN) || (shape != SHAPE_CAPITAL && shape != SHAPE_UPPER))
		return look_up(sulih_buffer_view(&f->key), ALL_LISTS, state);
	state->open = 0;
	state->found.listed = false;
	if (word->map == 0)
		return false;
	start = shape == SHAPE_CAPITAL ? &f->starts[word->map - 1].title
				       : &f->starts[word->map - 1].upper;
	state->open = start->open;
	state->found = start->match.row;
	return state->open || state->found.listed;
}

/* With one large letter it is what somebody is called, and no ordinary word. */
static bool is_called_so(const struct name_finder *f, const struct name_token *token)
{
	return token->shape == SHAPE_CAPITAL && f->words.items[token->word].facts & FACT_GIVEN;
}

/*
 * Appends a word to the key in the form that the lists have and looks it up: as
 * it is written, else (in headlines, and for small words behind a capital one:
 * "Kementerian luar negeri") with a capital, else small ("DAN").
 */
static bool look_up_word(struct name_finder *f, const struct name_token *token, unsigned among,
			 struct map_state *state)
{
	size_t length = f->key.length;
	struct sulih_view lower;
	char room[96];

	sulih_buffer_add(&f->key, token_text(f, token));
	if (length == 0 && token->word != WORD_NONE
		    ? look_up_first(f, token, token->shape, state)
		    : look_up(sulih_buffer_view(&f->key), among, state))
		return true;
	if (token->word == WORD_NONE || token->shape == SHAPE_NONE)
		return false;
	lower = f->words.items[token->word].lower;
	if (token_is_free(token) || is_upper_shape(token) ||
	    (token->shape == SHAPE_LOWER && length)) {
		sulih_buffer_truncate(&f->key, length);
		sulih_buffer_add(&f->key, name_recase(lower, false, room, sizeof(room)));
		if (length == 0 ? look_up_first(f, token, SHAPE_CAPITAL, state)
				: look_up(sulih_buffer_view(&f->key), among, state))
			return true;
	}
	if (!token_is_free(token)) {
		/* the other half of "IV/Diponegoro" wants the first as it is written */
		sulih_buffer_truncate(&f->key, length);
		sulih_buffer_add(&f->key, token_text(f, token));
		return false;
	}
	sulih_buffer_truncate(&f->key, length);
	/* Aji in a headline is a man, no AJI */
	sulih_buffer_add(&f->key, length || is_called_so(f, token)
					  ? lower
					  : name_recase(lower, true, room, sizeof(room)));
	if (look_up(sulih_buffer_view(&f->key), among, state))
		return true;
	sulih_buffer_truncate(&f->key, length);
	sulih_buffer_add(&f->key, name_recase(lower, false, room, sizeof(room)));
	return false;
}

/* Marks that keys hold: Bangsa-Bangsa, D.I. Yogyakarta, S&P, "Kebudayaan, Riset", Norma: Antara. */
static bool is_key_mark(const struct name_token *token)
{
	return token->kind == TOKEN_MARK &&
	       (token->mark == '-' || token->mark == '.' || token->mark == '/' ||
		token->mark == '&' || token->mark == ',' || token->mark == '\'' ||
		token->mark == ':' || token->mark == '+');
}

/* Mazar-i-Sharif, Petropavlovsk-Kamchatsky: the list knows beginnings of keys up to a blank only.
 */
static bool begins_hyphened(const struct name_finder *f, uint32_t at)
{
	return at + 1 < f->tokens.count && token_at(f, at + 1)->flags & TOKEN_GLUED &&
	       is_mark(f, at + 1, '-') && token_at(f, at)->shape == SHAPE_CAPITAL;
}

/* A word that begins no key need not be looked up at all. */
static bool may_begin_listed(const struct name_finder *f, uint32_t at)
{
	const struct name_token *token = token_at(f, at);
	uint32_t facts;

	if (token->kind != TOKEN_WORD)
		return false;
	/* aespa */
	if (token->shape == SHAPE_LOWER)
		return (token->facts & (FACT_LEAD | FACT_PARTICLE)) == FACT_LEAD;
	if (token->shape == SHAPE_MIXED || token->flags & TOKEN_DOTTED)
		return true;
	facts = f->words.items[token->word].facts;
	return facts & FACT_LISTED || begins_hyphened(f, at);
}

enum { KEY_TOKENS_MAX = 24 };

/*
 * Detasemen Khusus (Densus) 88 Antiteror, Komisi Nasional (Komnas) HAM: the closing bracket
 * of a short form amid a listed name, which the key goes on behind; else `at`.
 */
uint32_t skip_short_form(const struct name_finder *f, uint32_t at, uint32_t end)
{
	uint32_t close = at + 2;

	if (at + 3 >= end || !is_mark(f, at, '(') || !token_is_capital(f, at + 1))
		return at;
	/* (Densus 88), (Satpol PP) */
	if (token_at(f, close)->kind == TOKEN_NUMBER || token_at(f, close)->shape == SHAPE_UPPER)
		close++;
	return close + 1 < end && is_mark(f, close, ')') && token_is_apart(f, close + 1) ? close
											 : at;
}

/* Those of the lists `among` that may have a key that the word goes on behind a blank. */
static unsigned going_on(const struct name_finder *f, const struct name_token *token,
			 unsigned among)
{
	uint32_t hash = f->words.items[token->word].hash;
	unsigned open = 0;

	if (!(token->flags & TOKEN_PLAIN))
		return among;
	for (unsigned i = 0; among >> i != 0; i++)
		if (among >> i & 1 && sulih_table_may_go_on(names_map_tables[i], hash))
			open |= 1u << i;
	return open;
}

/* Whether the token behind a first word surely goes on no key of the lists `open`. */
static bool ends_key(const struct name_finder *f, uint32_t at, uint32_t end, unsigned open)
{
	const struct name_token *token;

	if (open == 0 || at == end)
		return true;
	token = token_at(f, at);
	if (token->kind == TOKEN_WORD)
		return going_on(f, token, open) == 0;
	return token->kind == TOKEN_MARK && !is_key_mark(token) && token->mark != '(';
}

/*
 * Most words that begin a key stand alone: what the lists have for them is known.  False: the
 * words behind it must be looked at too, or its letters.
 */
static bool find_alone(const struct name_finder *f, uint32_t at, uint32_t end,
		       struct name_match *match)
{
	const struct name_token *token = token_at(f, at);
	const struct name_word *word = &f->words.items[token->word];
	const struct map_start *start;

	if (word->map == 0 || !(token->flags & TOKEN_PLAIN) || token_is_free(token) ||
	    (at + 1 < end && token_at(f, at + 1)->flags & TOKEN_GLUED))
		return false;
	start = &f->starts[word->map - 1].title;
	if (is_upper_shape(token) &&
	    (f->starts[word->map - 1].upper.open || f->starts[word->map - 1].upper.match.count))
		start = &f->starts[word->map - 1].upper;
	if (!ends_key(f, at + 1, end, start->open))
		return false;
	*match = start->match;
	return true;
}

/* The search for the longest key that begins at a token. */
struct map_search {
	struct map_state state; /* of the key so far */
	struct sulih_row best;
	uint32_t count; /* tokens of the best; 0: none yet */
	unsigned among; /* the lists that may have a longer key */
	bool joined;	/* the last token must be looked up together with the next */
};

static void note_best(struct map_search *search, uint32_t count)
{
	if (search->state.found.listed) {
		search->best = search->state.found;
		search->count = count;
	}
}

/* Adds the mark at `i` to the key that begins at `at`; false: no key has it. */
static bool map_add_mark(struct name_finder *f, struct map_search *search, uint32_t at, uint32_t i)
{
	const struct name_token *token = token_at(f, i);

	if (!is_key_mark(token))
		return false;
	sulih_buffer_add(&f->key, token_text(f, token));
	search->joined = !look_up(sulih_buffer_view(&f->key), search->among, &search->state) ||
			 !search->state.open;
	note_best(search, i + 1 - at); /* A.S. */
	if (!search->joined)
		search->among = search->state.open;
	return true;
}

/* The same of a word; false: nothing behind it need be looked at. */
static bool map_add_word(struct name_finder *f, struct map_search *search, uint32_t at, uint32_t i,
			 uint32_t end)
{
	bool goes_on = i + 1 < end && token_at(f, i + 1)->flags & TOKEN_GLUED;

	/* Half of a word with a hyphen: its other half may make a key. */
	if (!look_up_word(f, token_at(f, i), search->among, &search->state)) {
		search->joined = true;
		return goes_on;
	}
	note_best(search, i + 1 - at);
	search->joined = search->state.open == 0;
	if (!search->joined && !goes_on)
		search->among = search->state.open;
	return !search->joined || goes_on;
}

static bool find_map(struct name_finder *f, uint32_t at, uint32_t end, struct name_match *match)
{
	struct map_search search;

	match->count = 0;
	if (end - at > KEY_TOKENS_MAX)
		end = at + KEY_TOKENS_MAX;
	if (find_alone(f, at, end, match))
		return match->count != 0;
	key_clear(f);
	search.count = 0;
	search.among = ALL_LISTS;
	search.joined = true;
	for (uint32_t i = at; i < end; i++) {
		const struct name_token *token = token_at(f, i);

		if (i > at && token_is_apart(f, i)) {
			if (search.joined)
				break;
			if (is_mark(f, i, '(')) {
				uint32_t close = skip_short_form(f, i, end);

				if (close == i)
					break;
				i = close;
				continue;
			}
			sulih_buffer_putc(&f->key, ' ');
			if (token->kind == TOKEN_WORD &&
			    (search.among = going_on(f, token, search.among)) == 0)
				break;
		}
		if (token->kind == TOKEN_MARK ? !map_add_mark(f, &search, at, i)
					      : !map_add_word(f, &search, at, i, end))
			break;
	}
	if (search.count)
		*match = name_match_of(search.best, search.count);
	return match->count != 0;
}

/*
 * The longest entry before a farther end is also the longest before a nearer one,
 * unless it does not fit; so one answer serves nearly every question.
 */
bool match_map(struct name_finder *f, uint32_t at, uint32_t end, struct name_match *match)
{
	struct name_map *known;

	match->count = 0;
	if (at >= end || !may_begin_listed(f, at))
		return false;
	if (f->tokens.items[at].map) {
		known = &f->maps.items[f->tokens.items[at].map - 1];
		if (end == known->end || (end < known->end && known->match.count <= end - at)) {
			*match = known->match;
			return match->count != 0;
		}
		return find_map(f, at, end, match);
	}
	find_map(f, at, end, match);
	known = SULIH_VECTOR_ADD(&f->maps);
	if (!known) {
		f->failed = true;
		return match->count != 0;
	}
	known->end = end;
	if (match->count)
		known->match = *match;
	f->tokens.items[at].map = (uint32_t)f->maps.count;
	return match->count != 0;
}
