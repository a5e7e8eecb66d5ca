#include "segment/quotes/speaker.h"

#include "base/lexicon/words.h"
#include "base/letter.h"
#include "lists.h"
#include "segment/quotes/evidence.h"

enum { KEY_SIZE = 64, DESCRIPTION_MAX = 12 };

/* A noun phrase while it is read. */
struct reading {
	const struct tokens *tokens;
	size_t at, to;
	bool head;     /* a title or a common noun stands before: what follows may belong to it */
	bool body;     /* a body's head word stands right before: the next word is its name */
	bool honored;  /* a form of address stands right before: Pak JK */
	bool company;  /* the name of a body stands right before, and may go on */
	bool area;     /* the last title was that of a village head, a director or the like */
	bool resident; /* it was warga or penduduk: a place may follow */
	bool place;    /* a place stands right before */
	bool governed; /* a preposition stands right before */
	bool initial;  /* the first word begins a sentence: its capital tells nothing */
	bool kin;      /* the name belongs to a relative of the speaker */
	bool ended;
	bool pronoun;
	size_t lower;	     /* common words passed over */
	size_t name, behind; /* tokens of the name; equal: none yet */
};

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
	r->body = r->company = r->place = r->governed = r->honored = false;
}

static void pass_over(struct reading *r, size_t count)
{
	r->at += count;
	r->head = true;
	r->body = r->company = r->place = r->governed = r->honored = false;
}

/* The number of tokens that are a title here; 0 when the words are none, or are
 * part of a name (Putri Marino, Budi H. Santoso, Jack Ma). */
static size_t match_title(const struct reading *r, bool *after_name, bool *honorific)
{
	const struct token *token = &r->tokens->items[r->at];
	struct sulih_row row;
	size_t count = sulih_match_tokens(r->tokens, r->at, &sulih_list_titles, true, &row);
	unsigned classes = sulih_phrase_classes(r->tokens, r->at);
	struct sulih_view kind, note;

	*after_name = *honorific = false;
	if (count == 0)
		return 0;
	kind = sulih_row_column(&row, 1);
	note = sulih_row_column(&row, 3);
	if (sulih_view_is(note, "after")) {
		*after_name = is_named(r) && (token->acronym ||
					      memchr(r->tokens->text.data + token->span.start, '.',
						     token->span.end - token->span.start) != NULL);
		return *after_name ? count : 0;
	}
	if (token->capital && sulih_view_is(note, "name") &&
	    !((classes & IS_CROWNED) && next_is_capital(r, r->at + 1) &&
	      !(sulih_phrase_classes(r->tokens, r->at + 1) & IS_MONTH)) && /* Raja Juli Antoni */
	    (r->at + 1 >= r->to || sulih_match_place(r->tokens, r->at + 1) == 0))
		return 0;
	if (token->capital && (classes & IS_GROWN))
		return 0;
	*honorific = sulih_view_is(kind, "honorific");
	if (*honorific && is_named(r))
		return 0;
	return count;
}

/* Goes to the word behind "yang akrab disapa" and the like, else ends the phrase. */
static void read_relative(struct reading *r)
{
	for (size_t i = r->at; i < r->to && i < r->at + 6; i++) {
		if (sulih_phrase_classes(r->tokens, i) & IS_NAMING) {
			r->at = i + 1;
			r->head = false; /* what follows is surely a name */
			return;
		}
	}
	/* Gubernur Darfur yang ditunjuk milisi, Hadi Idris, */
	for (size_t i = r->at; r->head && i + 1 < r->to && i < r->at + 10; i++) {
		if (r->tokens->items[i].type == TOKEN_COMMA) {
			r->at = i;
			return;
		}
		if (r->tokens->items[i].type != TOKEN_WORD)
			break;
	}
	end(r);
}

static void note_kin(struct reading *r)
{
	if (sulih_phrase_classes(r->tokens, r->at) & IS_KIN)
		r->kin = true;
}

/* What the last word of a title says of the words behind it. */
static void note_title(struct reading *r, size_t first, size_t last, bool honorific)
{
	unsigned classes = sulih_phrase_classes(r->tokens, last);

	r->honored = honorific || (classes & IS_SUSPECT);
	/* direktur utama: the first word of the title tells */
	classes |= sulih_phrase_classes(r->tokens, first);
	r->area = (classes & IS_AREA) != 0;
	r->resident = (classes & IS_RESIDENT) != 0;
}

static bool is_saying(struct sulih_view key)
{
	return sulih_table_has(&sulih_list_saying_verbs, key);
}

/* al-Halabi, el-Sayed: an article with a small letter and the name it belongs to */
static bool has_article(const struct reading *r)
{
	struct sulih_span span = r->tokens->items[r->at].span;
	const char *word = r->tokens->text.data + span.start;
	const char *hyphen = memchr(word, '-', span.end - span.start);

	return hyphen != NULL && hyphen - word <= 3 && hyphen + 1 < word + span.end - span.start &&
	       sulih_byte_is_upper(hyphen[1]);
}

/* Tokens of the name that begin with a small letter: "van den" before Berg. */
static size_t count_particles(const struct reading *r)
{
	size_t at = r->at;

	if (has_article(r))
		return 1;
	while (at < r->to && at < r->at + 3 && !r->tokens->items[at].capital &&
	       (sulih_phrase_classes(r->tokens, at) & IS_PARTICLE))
		at++;
	return next_is_capital(r, at) ? at - r->at : 0;
}

/* A word with a small letter behind the name ends the phrase, before it it describes. */
static void read_small(struct reading *r)
{
	char room[KEY_SIZE];
	struct sulih_view key = sulih_token_key(r->tokens, r->at, room, sizeof(room));
	unsigned classes = sulih_phrase_classes(r->tokens, r->at);

	if (is_named(r)) {
		size_t count = count_particles(r);

		if (count > 0)
			add_to_name(r, count);
		else
			end(r);
	} else if (has_article(r)) {
		add_to_name(r, 1);
	} else if ((classes & IS_PRONOUN) && r->head) {
		r->at++;
	} else if (classes & IS_PRONOUN) {
		r->pronoun = true;
		end(r);
	} else if (classes & IS_PAPER) {
		end(r);
	} else if (sulih_view_is(key, "yang")) {
		read_relative(r);
	} else if (classes & IS_NAMING) { /* warga bernama Wagiyem: no home */
		r->at++;
		r->head = r->resident = false;
	} else if ((classes & IS_INNER) && r->head) {
		r->at++;
		r->governed = true;
	} else if (sulih_view_is(key, "dan") && r->head && next_is_capital(r, r->at + 1)) {
		r->at++;
	} else if (is_saying(key) || sulih_ends_phrase(r->tokens, r->at) ||
		   ++r->lower > DESCRIPTION_MAX) {
		end(r);
	} else {
		bool governed = r->governed;

		note_kin(r);
		pass_over(r, 1);
		r->governed = governed;
	}
}

static bool is_balinese(const struct reading *r)
{
	return next_is_capital(r, r->at + 1) &&
	       (sulih_phrase_classes(r->tokens, r->at + 1) & IS_BALINESE);
}

/* Words of a body or an English office: Polda Metro Jaya, Corporate Secretary. A
 * body that speaks itself is the name (kata Hamas). */
static bool read_body(struct reading *r)
{
	struct sulih_row row;
	size_t count = sulih_match_tokens(r->tokens, r->at, &sulih_list_body_heads, true, &row);
	size_t named = is_named(r) ? 0 : sulih_match_named_body(r->tokens, r->at);
	struct sulih_view class = count > 0 ? sulih_row_column(&row, 1) : SULIH_VIEW("whole");

	if (count == 0 && named == 0)
		return false;
	if (named >= count || sulih_view_is(class, "whole")) {
		count = named > count ? named : count;
		if (!r->head && !is_named(r)) {
			add_to_name(r, count);
			return true;
		}
		class = SULIH_VIEW("whole");
	}
	forget_name(r);
	note_kin(r);
	pass_over(r, count);
	r->body = sulih_view_is(class, "head");
	return true;
}

static bool is_roman(const struct reading *r)
{
	struct sulih_span span = r->tokens->items[r->at].span;

	for (size_t i = span.start; i < span.end; i++)
		if (r->tokens->text.data[i] == '.' ||
		    strchr("IVX", r->tokens->text.data[i]) == NULL)
			return false;
	return true;
}

/* Charles III, Mahfud MD: a numeral, or two letters that are no known acronym. */
static bool closes_name(const struct reading *r)
{
	struct sulih_span span = r->tokens->items[r->at].span;

	if (is_roman(r))
		return true;
	return span.end - span.start == 2 && r->behind - r->name == 1 &&
	       sulih_match_place(r->tokens, r->at) == 0 &&
	       !sulih_table_has(&sulih_list_acronyms,
				sulih_view_make(r->tokens->text.data + span.start, 2));
}

/* Eddy O.S. Hiariej, T.B. Silalahi: letters with stops; two letters behind a given name */
static bool are_initials(const struct reading *r)
{
	struct sulih_span span = r->tokens->items[r->at].span;
	const char *text = r->tokens->text.data + span.start;

	if (memchr(text, '.', span.end - span.start) == NULL)
		return is_named(r) && closes_name(r) && sulih_is_given_name(r->tokens, r->name);
	for (size_t i = 0; i < span.end - span.start; i++)
		if ((text[i] == '.') != (i % 2 == 1))
			return false;
	return true;
}

/* KPK, BI, RI and the like go with the office; alone an acronym may be a person (AHY). */
static void read_acronym(struct reading *r)
{
	bool more = next_is_capital(r, r->at + 1);

	if (is_named(r) && !more) {
		if (closes_name(r))
			add_to_name(r, 1);
		else
			end(r);
	} else if (more && are_initials(r)) {
		add_to_name(r, 1);
	} else if (is_named(r) && r->head) {
		forget_name(r);
		pass_over(r, 1);
	} else if (r->head && !r->honored) {
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
		if (r->head && r->behind - r->name == 1 && more &&
		    !sulih_is_given_name(r->tokens, r->name)) {
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

	return key.length > 2 && !sulih_is_given_name(r->tokens, index) && sulih_word_known(key);
}

/* An ordinary word belongs to the office (Direktur Keuangan), also behind words that
 * no list knows if another one follows (Kordinator Lapangan Penanganan). Right behind
 * the verb its capital makes it a name (ujar Lalu), unless it begins a sentence. */
static bool is_office_word(const struct reading *r)
{
	if (!is_common(r, r->at) || (sulih_phrase_classes(r->tokens, r->at) & IS_MONTH))
		return false;
	if (is_named(r))
		return r->head && next_is_capital(r, r->at + 1) && is_common(r, r->at + 1);
	return r->head || r->initial;
}

static void read_capital(struct reading *r)
{
	unsigned classes = sulih_phrase_classes(r->tokens, r->at);
	size_t place;

	if ((classes & IS_OPENING) || ((classes & IS_MONTH) && !next_is_capital(r, r->at + 1))) {
		end(r);
	} else if (!r->head && !is_named(r) && (classes & IS_PRONOUN)) {
		r->pronoun = true;
		end(r);
	} else if (r->head && !is_named(r) && is_roman(r) && !is_balinese(r)) {
		pass_over(r, 1);
	} else if ((classes & IS_CORPS) && r->head && !is_named(r) &&
		   next_is_capital(r, r->at + 1)) {
		pass_over(r, 1);
	} else if (!is_named(r) && sulih_is_outlet(r->tokens, r->at)) {
		if (r->head)
			pass_over(r, 1);
		else
			end(r);
	} else if (read_body(r)) {
		return;
	} else if (r->tokens->items[r->at].acronym) {
		read_acronym(r);
	} else if (r->body ||
		   ((classes & IS_COMPANY) && r->company && next_is_capital(r, r->at + 1))) {
		place = sulih_match_place(r->tokens, r->at);
		pass_over(r, place > 0 ? place : 1);
		r->company = true;
	} else if ((place = sulih_match_place(r->tokens, r->at)) > 0) {
		read_place(r, place);
	} else if (r->governed) {
		pass_over(r, 1);
	} else if (is_office_word(r)) {
		forget_name(r);
		pass_over(r, 1);
	} else {
		add_to_name(r, 1);
	}
}

static void read_word(struct reading *r)
{
	bool after_name, honorific;
	size_t count = match_title(r, &after_name, &honorific);
	bool capital = r->tokens->items[r->at].capital;

	if (count > 0 && after_name) {
		end(r);
	} else if (count > 0 && is_named(r)) {
		bool abbreviated =
			r->tokens->text.data[r->tokens->items[r->at].span.end - 1] == '.';

		/* Kepala Puskesmas Sukajadi dr. Rini Astuti */
		if (!capital && !(r->head && abbreviated && next_is_capital(r, r->at + 1))) {
			end(r);
		} else if (capital && !next_is_capital(r, r->at + count)) {
			add_to_name(r, count); /* no title closes a name: Andi Guru */
		} else {
			forget_name(r);
			pass_over(r, count);
		}
	} else if (count > 0) {
		if (!sulih_token_is(r->tokens, r->at + count - 1, "mahkota"))
			note_kin(r);
		pass_over(r, count);
		note_title(r, r->at - count, r->at - 1, honorific);
	} else if (capital) {
		read_capital(r);
	} else {
		read_small(r);
	}
}

/* "Parameter Muda Nusantara (PMN) Adi Prasetyo": what stood before the bracket is a body. */
static bool introduces_acronym(const struct reading *r)
{
	return r->head && r->at + 3 < r->to &&
	       (r->tokens->items[r->at + 1].acronym ||
		sulih_token_is(r->tokens, r->at + 1, "persero")) &&
	       r->tokens->items[r->at + 2].type == TOKEN_CLOSE && next_is_capital(r, r->at + 3);
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

/* A mark before a word may be the ayn of a name: kata 'Abdul Ghani. */
static void read_ayn(struct reading *r)
{
	struct sulih_span span = r->tokens->items[r->at].span;
	bool single = r->tokens->text.data[span.start] == '\'' || span.end - span.start == 3;

	if (is_named(r) || !single || !next_is_capital(r, r->at + 1) ||
	    r->tokens->items[r->at + 1].spaced || !sulih_is_given_name(r->tokens, r->at + 1))
		end(r);
	else
		add_to_name(r, 1);
}

/* Kepala Pusat Data, Informasi, dan Komunikasi BNPB Budi: an office may hold commas. */
static bool goes_on_behind_comma(const struct reading *r)
{
	bool after_name, honorific;

	if (next_is_capital(r, r->at))
		return true;
	if (r->at >= r->to)
		return false;
	return match_title(r, &after_name, &honorific) > 0 ||
	       (sulih_token_is(r->tokens, r->at, "dan") && next_is_capital(r, r->at + 1));
}

static void read_token(struct reading *r)
{
	switch (r->tokens->items[r->at].type) {
	case TOKEN_WORD:
		read_word(r);
		break;
	case TOKEN_NUMBER:
		if (!r->head || (is_named(r) && !next_is_capital(r, r->at + 1))) {
			end(r);
		} else { /* Manajer Humas Daop 1 Jakarta */
			forget_name(r);
			pass_over(r, 1);
		}
		break;
	case TOKEN_OPEN:
		if (is_named(r) && introduces_acronym(r))
			forget_name(r);
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
			r->body = r->place = r->kin = false, r->at++;
		if (!r->ended && !goes_on_behind_comma(r))
			end(r);
		break;
	case TOKEN_SLASH:
		if (is_named(r) || !r->head)
			end(r);
		else
			r->at++;
		break;
	case TOKEN_MARK:
		read_ayn(r);
		break;
	default:
		end(r);
	}
}

static bool is_only_place(const struct reading *r)
{
	return sulih_match_place(r->tokens, r->name) >= r->behind - r->name;
}

/* "ujar seorang warga Brookfield": one word that is no given name and has no age behind it
 * says where the speaker lives, though no list knows the place. */
static bool is_home(const struct reading *r)
{
	size_t behind = r->tokens->items[r->behind - 1].span.end;

	return r->resident && r->behind - r->name == 1 && r->name > 0 &&
	       r->tokens->items[r->name - 1].type == TOKEN_WORD &&
	       !sulih_is_given_name(r->tokens, r->name) &&
	       !(behind + 1 < r->tokens->text.length && r->tokens->text.data[behind + 1] == '(');
}

/* Several ordinary words in capitals are an office that no list knows, and the name
 * behind kin without a comma is not the speaker's (kata istri Budi). */
static bool is_description(const struct reading *r)
{
	size_t common = 0;

	for (size_t i = r->name; i < r->behind; i++)
		common += is_common(r, i);
	if (common > 1)
		return true;
	return r->kin && (r->at >= r->to || r->tokens->items[r->at].type != TOKEN_COMMA);
}

/* A capital at the start of a text or behind a stop. */
static bool begins_sentence(const struct tokens *tokens, size_t index)
{
	return index == 0 || tokens->items[index - 1].type == TOKEN_STOP ||
	       tokens->items[index - 1].type == TOKEN_MARK;
}

static struct reading read_phrase(const struct tokens *tokens, size_t from, size_t to)
{
	struct reading r = { .tokens = tokens, .at = from, .to = to };

	r.initial = begins_sentence(tokens, from);

	while (!r.ended && r.at < to)
		read_token(&r);
	if (is_named(&r) && (is_only_place(&r) || is_home(&r) || is_description(&r)))
		r.name = r.behind = 0;
	else
		return r;
	/* Pengelola Lapangan Posko Bantuan SMPN 1 Kuta, Budi Santoso */
	while (r.at < to && (tokens->items[r.at].type == TOKEN_NUMBER || next_is_capital(&r, r.at)))
		r.at++;
	if (r.at + 1 < to && tokens->items[r.at].type == TOKEN_COMMA &&
	    next_is_capital(&r, r.at + 1) && from < r.at + 1)
		return read_phrase(tokens, r.at + 1, to);
	return r;
}

static bool same_words(const struct tokens *tokens, size_t one, size_t other)
{
	struct sulih_span a = tokens->items[one].span, b = tokens->items[other].span;

	return a.end - a.start == b.end - b.start &&
	       memcmp(tokens->text.data + a.start, tokens->text.data + b.start, a.end - a.start) ==
		       0;
}

struct speaker sulih_read_speaker(const struct tokens *tokens, size_t from, size_t to)
{
	struct reading r = read_phrase(tokens, from, to);
	struct speaker speaker = { .pronoun = r.pronoun, .described = r.head, .next = r.at };

	/* kuasa hukum Tom Hadi, Ari Basuki: the second is the speaker */
	if (is_named(&r) && r.head && r.at + 1 < to && tokens->items[r.at].type == TOKEN_COMMA &&
	    next_is_capital(&r, r.at + 1) && !sulih_is_degree(tokens, r.at + 1)) {
		struct reading second = read_phrase(tokens, r.at + 1, to);

		if (is_named(&second) && (second.name == r.at + 1 || !second.governed) &&
		    second.lower == 0)
			r = second;
	}
	/* kata warga Melati Sutrisno, kata Kades Karangrejo Danu: a place no list knows, before a
	 * given name or made as names of villages are */
	if (r.behind - r.name == 2 && r.name > 0 && tokens->items[r.name - 1].type == TOKEN_WORD &&
	    !sulih_is_given_name(tokens, r.name) &&
	    ((r.resident && sulih_is_given_name(tokens, r.name + 1)) ||
	     ((r.resident || r.area) && sulih_is_village(tokens, r.name))))
		r.name++;
	/* ujar Budi Budi menambahkan: between the two a stop was lost */
	if (r.behind - r.name == 2 && same_words(tokens, r.name, r.name + 1) && r.at < to &&
	    tokens->items[r.at].type == TOKEN_WORD)
		r.behind--;
	/* Kepala Desa Sukamaju Asep Sunandar */
	if (r.area && r.behind - r.name >= 3 && !sulih_is_given_name(r.tokens, r.name) &&
	    sulih_is_given_name(r.tokens, r.name + 1) &&
	    tokens->items[r.name - 1].type != TOKEN_COMMA)
		r.name++;
	if (is_named(&r)) {
		speaker.name.start = tokens->items[r.name].span.start;
		speaker.name.end = tokens->items[r.behind - 1].span.end;
		if (tokens->text.data[speaker.name.end - 1] == '.')
			speaker.name.end--; /* the stop of the sentence */
	}
	return speaker;
}
