/* What a body is for, in its own words: Pengelolaan dan Pengawasan Hutan Lindung → Protected Forest
 * Management and Supervision. */
#include "pipeline/protect/names/heads/heads.h"

#include "lists.h"

enum { PART_WORDS = 6, PHRASE_PARTS = 6 };

/* One of the words, each perhaps of several tokens (sumber daya alam). */
struct field_word {
	struct sulih_view noun;
	struct sulih_view before; /* before another noun */
	bool field;		  /* the field of an agency by itself */
	char class;		  /* the first letter of its class in field-words.tsv */
};

/* Words without a comma or "dan" between them, as they stand: Perlindungan, Anak. */
struct phrase_part {
	struct field_word words[PART_WORDS];
	uint32_t count;
	uint32_t at;
	uint32_t end;
	bool and;  /* "dan" stands before it */
	bool last; /* its last word has a "dan" of its own (energi dan sumber daya mineral) */
};

bool is_phrase_and(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return at < end && (is_mark(f, at, '&') || token_is_cue(f, at, "and"));
}

/* Whether "dan" stands in [at, end). */
static bool holds_and(const struct name_finder *f, uint32_t at, uint32_t end)
{
	for (uint32_t i = at; i < end; i++)
		if (is_phrase_and(f, i, end))
			return true;
	return false;
}

/* Perlindungan Anak: a listed field is no more than its words say, of which the first has `count`
 * tokens, so that they may be shared (Perlindungan Anak dan Perempuan); one with a "dan" of its own
 * is. */
static bool is_made_of_words(struct name_finder *f, uint32_t at, uint32_t end, uint32_t count)
{
	struct sulih_row row;

	if (count == 0 || holds_and(f, at, end))
		return false;
	for (at += count; at < end; at += count) {
		count = match_words(f, &sulih_list_field_words, at, end, &row);
		if (count == 0)
			return false;
	}
	return true;
}

/* The longest word or listed field at `at`; the token behind it, or `at`. */
static uint32_t read_word(struct name_finder *f, uint32_t at, uint32_t end, struct field_word *word)
{
	struct sulih_row row, field;
	uint32_t count, fields;

	if (at >= end || !token_is_capital(f, at) || !token_is_apart(f, at) ||
	    is_free_case(f, at) || begins_region(f, at, end))
		return at;
	count = match_words(f, &sulih_list_field_words, at, end, &row);
	fields = match_words(f, &sulih_list_fields, at, end, &field);
	if (fields > count && !is_made_of_words(f, at, at + fields, count)) {
		/* Pemberdayaan Perempuan dan Perlindungan Anak: no object of what stands before */
		bool act = count > 0 && sulih_view_is(sulih_row_column(&row, 1), "act");

		*word = (struct field_word){ .noun = sulih_row_column(&field, 1),
					     .class = act ? 'f' : 't',
					     .field = true };
		word->before = word->noun;
		return at + fields;
	}
	if (count == 0)
		return at;
	word->field = fields == count;
	word->class = sulih_row_column(&row, 1).data[0];
	word->noun = sulih_row_column(&row, 2);
	word->before = sulih_row_column(&row, 3);
	if (word->before.length == 0)
		word->before = word->noun;
	return at + count;
}

static bool is_adjective(const struct field_word *word)
{
	return word->class == 'n' || word->class == 'w';
}

/* The words at `at`; false: none, or nothing but adjectives in the first part. */
static bool read_part(struct name_finder *f, uint32_t at, uint32_t end, bool first,
		      struct phrase_part *part)
{
	uint32_t next;

	part->count = 0;
	part->at = part->end = at;
	part->and = !first && is_phrase_and(f, at - 1, end);
	part->last = false;
	while (part->count < PART_WORDS &&
	       (next = read_word(f, part->end, end, &part->words[part->count])) != part->end) {
		part->last = holds_and(f, part->end, next);
		part->end = next;
		part->count++;
	}
	for (uint32_t i = 0; i < part->count; i++)
		if (!is_adjective(&part->words[i]))
			return true;
	return !first && part->count == 1;
}

/* The parts of the phrase at `at`, parted by commas and "dan"; how many of them.  A comma goes on
 * it only where "dan" comes behind. */
static uint32_t read_parts(struct name_finder *f, uint32_t at, uint32_t end,
			   struct phrase_part *parts)
{
	uint32_t count = 0, taken = 0;

	while (count < PHRASE_PARTS && read_part(f, at, end, count == 0, &parts[count])) {
		uint32_t next = parts[count].end;

		if (count == 0 || parts[count].and || parts[count].last)
			taken = count + 1;
		count++;
		at = next + (next < end && is_mark(f, next, ',') ? 1 : 0);
		at += is_phrase_and(f, at, end) ? 1 : 0;
		if (at == next)
			break;
	}
	return taken;
}

static struct sulih_view join_words(struct name_finder *f, struct sulih_view one,
				    struct sulih_view two)
{
	if (one.length == 0 || two.length == 0)
		return one.length ? one : two;
	return NAME_JOIN(f, one, SULIH_VIEW(" "), two);
}

/* The words [from, to) of a part, the last first: Anak Usia Dini → Early Childhood; `noun`: nothing
 * stands behind it. */
static struct sulih_view say_words(struct name_finder *f, const struct phrase_part *part,
				   uint32_t from, uint32_t to, bool noun)
{
	struct sulih_view out = SULIH_VIEW("");

	for (uint32_t i = to; i-- > from;)
		out = join_words(f, out,
				 noun && i == from ? part->words[i].noun : part->words[i].before);
	return out;
}

/* What the parts have in common: objects of all of them, a noun that all belong to. */
struct phrase {
	const struct phrase_part *parts;
	uint32_t count;
	uint32_t adjectives;	/* at the head of the first part: Nasional Penanggulangan … */
	struct sulih_view wide; /* Keuangan dan Aset | Daerah */
	bool shared_object;	/* Penelitian dan Pengembangan | Pertanian */
	uint32_t heads; /* Studi Perlindungan | Saksi dan Korban: so many words that all share */
	const struct phrase_part *final;
	uint32_t final_count;
	bool before; /* the noun of the body stands behind it: Economic | Council */
	bool nouns;  /* ... and all parts are nouns: Planning and Finance | Committee */
};

static bool is_wide(const struct field_word *word)
{
	return word->class == 'w';
}

/* Perlindungan Saksi dan | Korban: more of what `first` is done to; Petani Tebu dan Nelayan is not.
 */
static bool goes_on_objects(const struct field_word *first, const struct phrase_part *part,
			    bool before)
{
	const struct field_word *word = &part->words[0];

	/* Dinas Pemberdayaan Masyarakat, | Kependudukan dan …: a further field of the agency */
	if (!before && word->field && part->count == 1)
		return false;
	return word->class == 't' || is_adjective(word) ||
	       (word->class == 'p' && first->class == 'a');
}

/* Studi Perlindungan | Saksi: the words of a part that say what is done, before its objects. */
static uint32_t count_heads(const struct phrase_part *part, uint32_t from)
{
	uint32_t i = from;

	if (part->words[from].class == 'p')
		return 1;
	while (i + 1 < part->count && part->words[i].class == 'a')
		i++;
	return i - from;
}

static struct phrase survey_phrase(const struct name_finder *f, const struct phrase_part *parts,
				   uint32_t count, bool before)
{
	struct phrase p = {
		.parts = parts, .count = count, .final = &parts[count - 1], .before = before
	};
	const struct field_word *last = &p.final->words[p.final->count - 1], *first;
	bool alone = true, apart = true, narrow = true;

	p.nouns = count > 1;

	p.final_count = p.final->count;
	while (p.adjectives < parts[0].count && is_adjective(&parts[0].words[p.adjectives]))
		p.adjectives++;
	first = &parts[0].words[p.adjectives];
	for (uint32_t i = 0; i < count; i++) {
		const struct phrase_part *part = &parts[i];

		p.nouns = p.nouns && !(i > 0 && is_adjective(&part->words[0]));
		if (i + 1 < count) {
			alone = alone && part->count == 1 + (i ? 0 : p.adjectives) &&
				part->words[part->count - 1].class == 'a';
			narrow = narrow && !is_wide(&part->words[part->count - 1]);
		}
		if (i > 0)
			apart = apart && goes_on_objects(first, part, before) &&
				/* Pendidikan Dasar dan Pendidikan Menengah: it is said again */
				token_at(f, part->at)->word != token_at(f, parts[0].at)->word;
	}
	if (count > 1 && narrow && is_wide(last) && p.final->count > 1) {
		p.wide = last->before;
		p.final_count--;
	}
	p.shared_object = count > 1 && alone && p.final->words[0].class == 'a' && p.final_count > 1;
	if (count > 1 && apart && parts[0].count > p.adjectives + 1)
		p.heads = count_heads(&parts[0], p.adjectives);
	return p;
}

/* One part without what it shares with the others. */
static struct sulih_view say_part(struct name_finder *f, const struct phrase *p, uint32_t i)
{
	const struct phrase_part *part = &p->parts[i];
	uint32_t from = i == 0 ? p->adjectives : 0;
	uint32_t to = part == p->final ? p->final_count : part->count;

	if (p->shared_object)
		return part->words[from].noun;
	if (p->heads)
		return say_words(f, part, i == 0 ? from + p->heads : from, to, false);
	return say_words(f, part, from, to,
			 !p->before || part->words[from].class == 'p' ||
				 (p->nouns && to == from + 1));
}

static struct sulih_view say_phrase(struct name_finder *f, const struct phrase *p)
{
	struct sulih_view out = say_part(f, p, 0), before;

	for (uint32_t i = 1; i < p->count; i++)
		out = NAME_JOIN(f, out, sulih_view_of(p->parts[i].and ? " and " : ", "),
				say_part(f, p, i));
	if (p->shared_object)
		out = join_words(f, say_words(f, p->final, 1, p->final_count, false), out);
	if (p->heads)
		out = join_words(
			f, out,
			say_words(f, &p->parts[0], p->adjectives, p->adjectives + p->heads, true));
	before = say_words(f, &p->parts[0], 0, p->adjectives, false);
	return join_words(f, before, join_words(f, p->wide, out));
}

uint32_t match_phrase(struct name_finder *f, uint32_t at, uint32_t end, bool before,
		      struct sulih_view *english)
{
	struct phrase_part parts[PHRASE_PARTS];
	uint32_t count = read_parts(f, at, end, parts);
	struct phrase phrase;

	if (count == 0)
		return at;
	phrase = survey_phrase(f, parts, count, before);
	*english = say_phrase(f, &phrase);
	return phrase.final->end;
}
