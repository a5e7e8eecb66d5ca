/*
 * The finder of figures: numbers, money, measures, dates, times, laws, codes,
 * addresses of the net.
 *
 * The tokens of a segment are taken over from those of the document where they are
 * simple, and cut anew where figures or addresses may want them otherwise (tokens.c);
 * then rules are tried at each token from left to right (figures.c).  A rule looks a few tokens
 * ahead, adds a candidate and says where to go on; so the work is linear in the text.
 */
#ifndef SULIH_PIPELINE_PROTECT_NUMBERS_FIGURES_H
#define SULIH_PIPELINE_PROTECT_NUMBERS_FIGURES_H

#include "base/table.h"
#include "pipeline/protect/names/words/tokens.h"
#include "pipeline/protect/numbers/amounts/decimal.h"
#include "pipeline/protect/protect.h"

/* What a word can be in a figure: the column `role` of lists/figure-words.tsv. */
enum role {
	ROLE_NONE,
	ROLE_AGE,
	ROLE_ARTICLE,
	ROLE_CENTURY,
	ROLE_CLAUSE,
	ROLE_CLOCK,
	ROLE_COMMA,
	ROLE_CURRENCY,
	ROLE_DATE,
	ROLE_DAYPART,
	ROLE_DIGIT,
	ROLE_ERA,
	ROLE_FIXED,
	ROLE_HALF,
	ROLE_HIJRI,
	ROLE_IP,
	ROLE_JOINER,
	ROLE_LAW,
	ROLE_LETTER,
	ROLE_LETTER_SCALE,
	ROLE_MONTH,
	ROLE_NUMBER,
	ROLE_ONE_SCALE,
	ROLE_ORDINAL,
	ROLE_PAST,
	ROLE_PHONE,
	ROLE_POINT,
	ROLE_QUARTER,
	ROLE_SCALE,
	ROLE_SCALE_ABOUT,
	ROLE_SCORE,
	ROLE_SHORT_SCALE,
	ROLE_TEENS,
	ROLE_TENS,
	ROLE_TRAFFIC,
	ROLE_WEEKDAY,
	ROLE_WHICH,
	ROLE_YEAR,
	ROLE_ZONE
};

struct token {
	uint32_t start, end; /* running text */
	const char *english; /* column `english` of the word's row; "" when none */
	uint32_t mark;	     /* TOKEN_MARK: its code point; a hyphen or dash is '-' */
	int value;	     /* column `value` of the word's row */
	uint8_t kind;	     /* enum token_kind; TOKEN_NET: already proposed */
	uint8_t role;	     /* enum role */
	bool gap;	     /* white space stands before it */
	bool capital;	     /* TOKEN_WORD: begins with a capital */
};

struct figures {
	struct sulih_document *document;
	const struct sulih_protect_options *options;
	struct sulih_candidates *candidates;
	const struct sulih_word_memory *words; /* its tokens, cut for all finders */
	struct sulih_view text;		       /* the running text */
	SULIH_VECTOR(struct token) tokens;
	bool english_commas; /* the document parts thousands by commas */
	bool english_here;   /* a figure of the segment did */
	bool clock_seen;     /* a clock time stood in the segment already */
	bool letter_scales;  /* the document writes T for triliun */
	bool law_named;	     /* a law stands in the segment before `law_sought` … */
	size_t law_sought;   /* … up to which it was looked for */
	bool raced;	     /* the document has the time of a race: 1:21:08.429 */
	size_t score_end;    /* index behind the last score; 0: none yet */
	int year;	     /* of the last date whose weekday was right; 0: none yet */
	size_t first_free;   /* tokens before it belong to a figure already */
	struct sulih_buffer target, value;
	bool failed; /* out of memory */
};

/* A rule: the index behind the tokens it used, or 0 when it does not apply at `i`. */
typedef size_t figure_rule(struct figures *f, size_t i);

/* tokens.c */
void sulih_figures_tokenise(struct figures *f, size_t segment);

/* lexicon.c */
extern const struct token sulih_figures_nothing; /* stands behind the last token */

static inline const struct token *sulih_figures_token(const struct figures *f, size_t i)
{
	return i < f->tokens.count ? &f->tokens.items[i] : &sulih_figures_nothing;
}

static inline size_t sulih_figures_length(const struct token *token) /* bytes */
{
	return (size_t)token->end - token->start;
}

static inline struct sulih_view sulih_figures_text(const struct figures *f,
						   const struct token *token)
{
	return sulih_view_slice(f->text, token->start, token->end);
}

/* Whether the token is that word, capitals and all. */
static inline bool sulih_figures_is_word(const struct figures *f, size_t i, const char *word)
{
	const struct token *t = sulih_figures_token(f, i);

	return t->kind == TOKEN_WORD && sulih_view_is(sulih_figures_text(f, t), word);
}

static inline bool sulih_figures_is_mark(const struct figures *f, size_t i, uint32_t mark)
{
	const struct token *t = sulih_figures_token(f, i);

	return t->kind == TOKEN_MARK && t->mark == mark;
}

/* The same without a blank before it. */
static inline bool sulih_figures_is_tight(const struct figures *f, size_t i, uint32_t mark)
{
	return sulih_figures_is_mark(f, i, mark) && !sulih_figures_token(f, i)->gap;
}

/* What stands for the century of a year: '45, ’45, also turned the wrong way. */
static inline bool sulih_figures_is_apostrophe(const struct figures *f, size_t i)
{
	return sulih_figures_is_mark(f, i, '\'') || sulih_figures_is_mark(f, i, 0x2019) ||
	       sulih_figures_is_mark(f, i, 0x2018);
}

static inline bool sulih_figures_is_role(const struct figures *f, size_t i, enum role role)
{
	return sulih_figures_token(f, i)->role == role;
}

/* Sets its role to what is known of the word. */
void sulih_figures_take(struct token *token, const struct figure_word *word);
/* Sets its role; `ascii`: all its letters are. */
void sulih_figures_look_up(struct token *token, struct sulih_view word, bool ascii);
bool sulih_figures_is_digits(const struct figures *f, size_t i); /* a number of digits only */
bool sulih_figures_is_year(const struct figures *f, size_t i);	 /* 1000 to 2999 */
bool sulih_figures_is_capitals(const struct figures *f, size_t i);
/* Whether the word at `i` is that one, which is given in small letters, whatever its case. */
bool sulih_figures_says(const struct figures *f, size_t i, const char *small);
/* Whether the word at `i` is of a class of lists/figure-cues.tsv. */
bool sulih_figures_is_cue(const struct figures *f, size_t i, const char *class);
/* The same, also with -nya behind it: anggarannya. */
bool sulih_figures_stem_is_cue(const struct figures *f, size_t i, const char *class);
/* The index behind what says "to" between two figures, at `i`, or 0. */
size_t sulih_figures_until(const struct figures *f, size_t i);

/* ---- ranges.c ---- */
/* The last candidate, which begins at token `first`, joined to the one before it where only s.d.
 * stands between; its words are in f->target and f->value.  NULL: nothing is joined. */
struct sulih_candidate *sulih_figures_join(struct figures *f, size_t first);
/* Bounds that need no mask alone, the token behind or 0: Senin s.d. Jumat, asked at its first
 * token; 10 s.d. 15, asked at the higher number. */
size_t sulih_figure_day_range(struct figures *f, size_t i);
size_t sulih_figure_plain_range(struct figures *f, size_t i);
/* The index behind "-an" or "an" that is tied to the figure before `i`, or 0. */
size_t sulih_figures_about(const struct figures *f, size_t i);
/* Longest row of a list of phrases that begins at word `i`; *end gets the index behind it. */
struct sulih_row sulih_figures_phrase(const struct figures *f, const struct sulih_table *table,
				      size_t i, size_t *end);

/* net.c: the address around the character at `at`, or an empty span. */
struct sulih_net {
	struct sulih_span span;
	enum sulih_span_kind kind;
};
struct sulih_net sulih_net_find(struct sulih_view text, struct sulih_span within, size_t at);

/* inside.c: whether the number at `i` is a part of a word or code: COVID-19, II-2025, 10A. */
bool sulih_figures_in_word(const struct figures *f, size_t i);

/* figures.c: proposes tokens [first, end) with the words of f->target and f->value. */
void sulih_figures_add(struct figures *f, size_t first, size_t end, enum sulih_span_kind kind,
		       enum sulih_ruling ruling, const char *why);
/* The same; the ruling is copy when the target is the source, else convert. */
void sulih_figures_convert(struct figures *f, size_t first, size_t end, enum sulih_span_kind kind,
			   const char *why);
/* Proposes tokens [first, end) as they are. */
void sulih_figures_copy(struct figures *f, size_t first, size_t end, enum sulih_span_kind kind,
			const char *why);
/* The last proposal wins where the names find one of theirs: 12-Jan-2025, 3° LU-98° BT. */
void sulih_figures_outrank_names(struct figures *f);
/* The index behind the era at token `i` (Masehi, SM, sebelum Masehi; M where the figure before it
 * is surely a year or century), whose English goes to *english; 0: there is none. */
size_t sulih_figures_era(const struct figures *f, size_t i, bool sure, const char **english);
/* Empties target and value; to be called before they are filled. */
void sulih_figures_begin(struct figures *f);
/* The span of tokens [first, end) in code points of the input, for diagnostics. */
struct sulih_span sulih_figures_source(const struct figures *f, size_t first, size_t end);

/* The rules, each in the file of its name. */
figure_rule sulih_figure_quantity;    /* at a number */
figure_rule sulih_figure_sides;	      /* at a number */
figure_rule sulih_figure_money;	      /* at a word or sign of a currency */
figure_rule sulih_figure_words;	      /* at a number word */
figure_rule sulih_figure_ordinal;     /* at ke-, abad */
figure_rule sulih_figure_decade;      /* at a number or tahun, era, usia */
figure_rule sulih_figure_score;	      /* at a number */
figure_rule sulih_figure_date;	      /* at a number or a month */
figure_rule sulih_figure_era;	      /* at a number */
figure_rule sulih_figure_hijri;	      /* at a number or a month of the Hijra */
figure_rule sulih_figure_coordinate;  /* at a number */
figure_rule sulih_figure_night;	      /* at malam */
figure_rule sulih_figure_clock;	      /* at pukul, jam, or a number before a zone */
figure_rule sulih_figure_law_number;  /* UU Pemilu 7/2017, PP 36/2021 dan 51/2023 */
figure_rule sulih_figure_law;	      /* at a kind of law, Pasal, Nomor */
figure_rule sulih_figure_phone;	      /* at a number, plus or bracket */
figure_rule sulih_figure_code;	      /* at a number or word */
figure_rule sulih_figure_designation; /* codes/designations.c: at a number or word */
figure_rule sulih_figure_plate;	      /* codes/plates.c: at a word with a capital */
figure_rule sulih_figure_version;     /* at a number that is no figure */

#endif
