#include "segment/quotes/speaker.h"

#include "base/lexicon/words.h"
#include "base/utf8.h"
#include "base/letter.h"
#include "lists.h"

enum { KEY_SIZE = 64, DESCRIPTION_MAX = 12 };

/* A noun phrase while it is read. */
struct reading {
	const struct tokens *tokens;
	size_t at, to;
	bool head;     /* a title or a common noun stands before: what follows may belong to it */
	bool body;     /* a body's head word stands right before: the next word is its name */
	bool place;    /* a place stands right before */
	bool governed; /* a preposition stands right before */
	bool ended;
	bool pronoun;
	size_t lower;	     /* common words passed over */
	size_t name, behind; /* tokens of the name; equal: none yet */
};

static bool in_words(struct sulih_view key, const char *const *words)
{
	for (; *words != NULL; words++)
		if (sulih_view_is(key, *words))
			return true;
	return false;
}

static const char *const pronouns[] = { "dia",	"ia",	"beliau",   "mereka", "saya", "aku",
					"kami", "kita", "keduanya", "anda",   "nya",  NULL };
static const char *const particles[] = { "bin", "binti", "van", "von", "der", "den", "de",
					 "del", "da",	 "dos", "al",  "el",  "la",  "le",
					 "ibn", "ibnu",	 "bt",	"ben", "ter", "ul",  NULL };
/* Prepositions inside an office or a description: juru bicara untuk Timur Tengah. */
static const char *const inner[] = {
	"dari", "untuk", "asal", "bidang", "di", "urusan", "pada", NULL
};
static const char *const naming[] = { "bernama", "berinisial", "disapa", "dipanggil", NULL };
static const char *const calendar[] = { "senin",   "selasa",	"rabu",	   "kamis",    "jumat",
					"jum'at",  "sabtu",	"minggu",  "januari",  "februari",
					"maret",   "april",	"mei",	   "juni",     "juli",
					"agustus", "september", "oktober", "november", "desember",
					"ahad",	   "sementara", "dalam",   "pada",     "namun",
					"saat",	   "selain",	NULL };
/* Honorifics grown into names: Gus Dur, Bung Karno, Ki Hajar. */
static const char *const grown[] = { "gus", "bung", "ki", "buya", NULL };
/* Marked in titles.tsv as parts of names, but titles when they stand first. */
static const char *const crowned[] = { "raja", "ratu", "pangeran", "paus", NULL };

bool sulih_ends_phrase(const struct tokens *tokens, size_t index)
{
	char room[KEY_SIZE];
	struct sulih_view key = sulih_token_key(tokens, index, room, sizeof(room));
	struct sulih_word word;

	if (!sulih_word_find(key, &word) || word.affixes != 0)
		return false;
	return word.word_class == SULIH_WORD_PREPOSITION ||
	       word.word_class == SULIH_WORD_CONJUNCTION;
}

static bool next_is_capital(const struct reading *r, size_t index)
{
	return index < r->to && r->tokens->items[index].type == TOKEN_WORD &&
	       r->tokens->items[index].capital;
}

static bool is_named(const struct reading *r)
{
	return r->behind > r->name;
}

static void end(struct reading *r)
{
	r->ended = true;
}

/* What was taken for a name belongs to an office or a body. */
static void forget_name(struct reading *r)
{
	r->name = r->behind = 0;
	r->head = true;
}

static void add_to_name(struct reading *r, size_t count)
{
	if (!is_named(r))
		r->name = r->at;
	r->at += count;
	r->behind = r->at;
	r->body = r->place = r->governed = false;
}

static void pass_over(struct reading *r, size_t count)
{
	r->at += count;
	r->head = true;
	r->body = r->place = r->governed = false;
}

static size_t match_place(const struct reading *r, size_t at)
{
	static const struct sulih_table *const tables[] = { &sulih_list_exonyms,
							    &sulih_list_regencies,
							    &sulih_list_provinces };
	size_t best = 0;

	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++) {
		struct sulih_row row;
		size_t count = sulih_match_tokens(r->tokens, at, tables[i], false, &row);

		if (count > best)
			best = count;
	}
	return best;
}

static bool is_outlet(const struct reading *r)
{
	struct sulih_row row;

	return sulih_match_tokens(r->tokens, r->at, &sulih_list_outlets, true, &row) > 0;
}

/* The number of tokens that are a title here; 0 when the words are none, or are
 * part of a name (Putri Marino, Budi H. Santoso, Jack Ma). */
static size_t match_title(const struct reading *r, bool *after_name)
{
	const struct token *token = &r->tokens->items[r->at];
	struct sulih_row row;
	size_t count = sulih_match_tokens(r->tokens, r->at, &sulih_list_titles, true, &row);
	struct sulih_view kind, note, key;

	*after_name = false;
	if (count == 0)
		return 0;
	kind = sulih_row_column(&row, 1);
	note = sulih_row_column(&row, 3);
	key = sulih_row_column(&row, 0);
	if (sulih_view_is(note, "after")) {
		*after_name = token->acronym || memchr(r->tokens->text.data + token->span.start,
						       '.', token->span.end - token->span.start);
		return *after_name ? count : 0;
	}
	if (token->capital && sulih_view_is(note, "name") &&
	    !(in_words(key, crowned) && next_is_capital(r, r->at + 1)))
		return 0;
	if (token->capital && in_words(key, grown))
		return 0;
	if (sulih_view_is(kind, "honorific") && is_named(r))
		return 0;
	return count;
}

/* Goes to the word behind "yang akrab disapa" and the like, else ends the phrase. */
static void read_relative(struct reading *r)
{
	char room[KEY_SIZE];

	for (size_t i = r->at; i < r->to && i < r->at + 6; i++) {
		if (in_words(sulih_token_key(r->tokens, i, room, sizeof(room)), naming)) {
			r->at = i + 1;
			return;
		}
	}
	end(r);
}

static bool is_saying(struct sulih_view key)
{
	return sulih_table_has(&sulih_list_saying_verbs, key);
}

/* A word with a small letter behind the name ends the phrase, before it it describes. */
static void read_small(struct reading *r)
{
	char room[KEY_SIZE];
	struct sulih_view key = sulih_token_key(r->tokens, r->at, room, sizeof(room));

	if (is_named(r)) {
		if (in_words(key, particles) && next_is_capital(r, r->at + 1))
			add_to_name(r, 1);
		else
			end(r);
	} else if (in_words(key, pronouns)) {
		r->pronoun = !r->head;
		if (r->head)
			r->at++;
		else
			end(r);
	} else if (sulih_view_is(key, "yang")) {
		read_relative(r);
	} else if (in_words(key, naming)) {
		r->at++;
	} else if (in_words(key, inner) && r->head) {
		r->at++;
		r->governed = true;
	} else if (sulih_view_is(key, "dan") && r->head && next_is_capital(r, r->at + 1)) {
		r->at++;
	} else if (is_saying(key) || sulih_ends_phrase(r->tokens, r->at) ||
		   ++r->lower > DESCRIPTION_MAX) {
		end(r);
	} else {
		bool governed = r->governed;

		pass_over(r, 1);
		r->governed = governed;
	}
}

static bool is_roman(const struct reading *r)
{
	struct sulih_span span = r->tokens->items[r->at].span;

	for (size_t i = span.start; i < span.end; i++)
		if (strchr("IVX", r->tokens->text.data[i]) == NULL)
			return false;
	return true;
}

/* KPK, BI, RI and the like go with the office; alone an acronym may be a person (AHY). */
static void read_acronym(struct reading *r)
{
	bool more = next_is_capital(r, r->at + 1);

	if (is_named(r) && !more) {
		end(r);
	} else if (is_named(r) && r->head) {
		forget_name(r);
		pass_over(r, 1);
	} else if (r->head || more) {
		pass_over(r, 1);
	} else {
		add_to_name(r, 1);
	}
}

static void read_place(struct reading *r, size_t count)
{
	bool more = next_is_capital(r, r->at + count);

	if (is_named(r)) {
		/* pelatih Persija Jakarta Thomas Doll */
		if (r->head && r->behind - r->name == 1 && more) {
			forget_name(r);
			pass_over(r, count);
		} else {
			add_to_name(r, count);
		}
	} else if (r->head && !(r->place && count == 1 && more)) {
		pass_over(r, count);
		r->place = true;
	} else {
		add_to_name(r, count); /* Wali Kota Bogor Bima Arya */
	}
}

/* Whether the capitalised word is an ordinary one, as in names of offices (Keuangan). */
static bool is_common(const struct reading *r, size_t index)
{
	char room[KEY_SIZE];
	struct sulih_view key = sulih_token_key(r->tokens, index, room, sizeof(room));

	return key.length > 2 && !sulih_table_has(&sulih_list_name_words, key) &&
	       sulih_word_known(key);
}

static void read_capital(struct reading *r)
{
	char room[KEY_SIZE];
	struct sulih_view key = sulih_token_key(r->tokens, r->at, room, sizeof(room));
	const struct token *token = &r->tokens->items[r->at];
	size_t place;

	if (in_words(key, calendar)) {
		end(r);
	} else if (r->head && !is_named(r) && is_roman(r) &&
		   r->tokens->text.data[token->span.end - 1] != '.') {
		pass_over(r, 1);
	} else if (!is_named(r) && is_outlet(r)) {
		if (r->head)
			pass_over(r, 1);
		else
			end(r);
	} else if (token->acronym) {
		read_acronym(r);
	} else if (sulih_table_has(&sulih_list_body_heads, key)) {
		forget_name(r);
		pass_over(r, 1);
		r->body = true;
	} else if (r->body) {
		place = match_place(r, r->at);
		pass_over(r, place > 0 ? place : 1);
	} else if ((place = match_place(r, r->at)) > 0) {
		read_place(r, place);
	} else if (r->governed) {
		pass_over(r, 1);
	} else if (is_common(r, r->at) &&
		   (!is_named(r) || (r->head && next_is_capital(r, r->at + 1)))) {
		forget_name(r);
		pass_over(r, 1);
	} else {
		add_to_name(r, 1);
	}
}

static void read_word(struct reading *r)
{
	bool after_name;
	size_t count = match_title(r, &after_name);
	bool capital = r->tokens->items[r->at].capital;

	if (count > 0 && after_name) {
		if (is_named(r))
			end(r);
		else
			pass_over(r, count);
	} else if (count > 0 && is_named(r)) {
		if (!capital) {
			end(r);
		} else {
			forget_name(r);
			pass_over(r, count);
		}
	} else if (count > 0) {
		pass_over(r, count);
	} else if (capital) {
		read_capital(r);
	} else {
		read_small(r);
	}
}

static void skip_brackets(struct reading *r)
{
	size_t i = r->at + 1;

	while (i < r->to && i < r->at + 16 && r->tokens->items[i].type != TOKEN_CLOSE)
		i++;
	if (i < r->to && r->tokens->items[i].type == TOKEN_CLOSE)
		r->at = i + 1;
	else
		end(r);
}

static void read_token(struct reading *r)
{
	switch (r->tokens->items[r->at].type) {
	case TOKEN_WORD:
		read_word(r);
		break;
	case TOKEN_NUMBER:
		if (is_named(r) || !r->head)
			end(r);
		else
			pass_over(r, 1);
		break;
	case TOKEN_OPEN:
		if (is_named(r) || !r->head)
			end(r);
		else
			skip_brackets(r);
		break;
	case TOKEN_COMMA:
		/* Ketua RT 05, Budi Santoso */
		if (is_named(r) || !r->head || r->governed)
			end(r);
		else
			r->body = r->place = false, r->at++;
		if (!r->ended && !next_is_capital(r, r->at)) {
			bool after_name;

			if (r->at >= r->to || match_title(r, &after_name) == 0)
				end(r);
		}
		break;
	default:
		end(r);
	}
}

static bool is_only_place(const struct reading *r)
{
	return match_place(r, r->name) >= r->behind - r->name;
}

static struct reading read_phrase(const struct tokens *tokens, size_t from, size_t to)
{
	struct reading r = { .tokens = tokens, .at = from, .to = to };

	while (!r.ended && r.at < to)
		read_token(&r);
	if (is_named(&r) && is_only_place(&r))
		r.name = r.behind = 0;
	return r;
}

struct speaker sulih_read_speaker(const struct tokens *tokens, size_t from, size_t to)
{
	struct reading r = read_phrase(tokens, from, to);
	struct speaker speaker = { .pronoun = r.pronoun, .described = r.head, .next = r.at };

	/* kuasa hukum Tom Hadi, Ari Basuki: the second is the speaker */
	if (is_named(&r) && r.head && r.at + 1 < to && tokens->items[r.at].type == TOKEN_COMMA &&
	    next_is_capital(&r, r.at + 1)) {
		struct reading second = read_phrase(tokens, r.at + 1, to);

		if (is_named(&second) && (second.name == r.at + 1 || !second.governed) &&
		    second.lower == 0)
			r = second;
	}
	if (is_named(&r)) {
		speaker.name.start = tokens->items[r.name].span.start;
		speaker.name.end = tokens->items[r.behind - 1].span.end;
	}
	return speaker;
}
