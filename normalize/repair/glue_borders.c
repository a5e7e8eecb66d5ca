/* Where in a chunk of letters a blank lacks: the proof. */
#include "normalize/repair/glue.h"

#include "base/letter.h"
#include "base/lexicon/words.h"
#include "base/table.h"
#include "lists.h"

struct finding {
	struct sulih_view chunk;
	size_t *borders;
	size_t count;
};

static char at(struct sulih_view chunk, size_t index)
{
	return index < chunk.length ? chunk.data[index] : ' ';
}

static void add_border(struct finding *finding, size_t border)
{
	if (finding->count < SULIH_GLUE_BORDERS &&
	    (finding->count == 0 || finding->borders[finding->count - 1] < border))
		finding->borders[finding->count++] = border;
}

static struct sulih_view lower(struct sulih_view word, char *room)
{
	return sulih_lower_key(word, room, SULIH_GLUE_LONGEST);
}

static bool find_word(struct sulih_view word, struct sulih_word *found)
{
	char room[SULIH_GLUE_LONGEST];

	return word.length >= 2 && sulih_word_find(lower(word, room), found);
}

/* A name that is no word besides (the given names know which are). */
static bool is_name(struct sulih_view word)
{
	uint32_t hash = sulih_table_hash(word);
	struct sulih_row row = sulih_table_find_hashed(&sulih_list_glued_names, word, hash);

	if (row.listed)
		return true;
	row = sulih_table_find_hashed(&sulih_list_given_names, word, hash);
	return row.listed && word.length >= 4 && sulih_row_column(&row, 3).length == 0;
}

/* Words that only link others: no brand begins with them, no name ends in them. */
static bool is_function_class(enum sulih_word_class class)
{
	return class == SULIH_WORD_PREPOSITION || class == SULIH_WORD_CONJUNCTION ||
	       class == SULIH_WORD_ADVERB || class == SULIH_WORD_PARTICLE ||
	       class == SULIH_WORD_DETERMINER || class == SULIH_WORD_PRONOUN;
}

/* "dilansir", "mengatakan", "dari": what follows without a blank is another word. */
static bool is_linking(const struct sulih_word *word, size_t length)
{
	return length >= 4 && (is_function_class(word->word_class) ||
			       (word->word_class == SULIH_WORD_VERB &&
				word->affixes & (SULIH_AFFIX_ME | SULIH_AFFIX_DI)));
}

/*
 * A known name with a word that cannot end it ("Trumpdi", "BBCpada"): length of
 * the name, or 0.  "Rusdi" and "Jawaban" are no such thing.
 */
static size_t name_before_word(struct sulih_view word)
{
	struct sulih_word found;

	if (find_word(word, &found) || is_name(word))
		return 0;
	for (size_t n = word.length - 1; n >= 2 && n < word.length; n--) {
		struct sulih_view name = sulih_view_slice(word, 0, n);
		struct sulih_view rest = sulih_view_slice(word, n, word.length);

		if (!sulih_byte_is_lower(rest.data[0]) || rest.length < 2 || !is_name(name) ||
		    (n < 4 && !sulih_byte_is_upper(name.data[n - 1])) || !find_word(rest, &found))
			continue;
		if (is_function_class(found.word_class) ||
		    ((found.word_class == SULIH_WORD_VERB ||
		      found.word_class == SULIH_WORD_ADJECTIVE) &&
		     rest.length >= 5))
			return n;
	}
	return 0;
}

/* A capitalised word or an acronym, nothing else: the shape of a name. */
static bool has_name_shape(struct sulih_view word)
{
	bool upper = true, lower_rest = true;

	for (size_t i = 1; i < word.length; i++) {
		upper &= sulih_byte_is_upper(word.data[i]);
		lower_rest &= sulih_byte_is_lower(word.data[i]);
	}
	return word.length >= 2 && (upper || (lower_rest && word.length >= 3));
}

/* The part of a run of letters up to its next border between small and capital. */
static size_t hump_end(struct sulih_view chunk, size_t start, size_t end)
{
	for (size_t i = start + 1; i < end; i++)
		if (sulih_byte_is_lower(chunk.data[i - 1]) && sulih_byte_is_upper(chunk.data[i]))
			return i;
	return end;
}

static bool is_title(struct sulih_view lower_word)
{
	struct sulih_row row = sulih_table_find(&sulih_list_titles, lower_word);
	struct sulih_view kind;

	if (!row.listed)
		return false;
	kind = sulih_row_column(&row, 1);
	return sulih_view_is(kind, "office") || sulih_view_is(kind, "rank") ||
	       sulih_view_is(kind, "profession");
}

/* Whether a blank lacks between a known word and what begins with a capital behind it. */
static bool is_glued_word(struct sulih_view left, struct sulih_view right)
{
	char room[SULIH_GLUE_LONGEST];
	struct sulih_view key = lower(left, room);
	struct sulih_word word;
	bool known, right_name = is_name(right) || name_before_word(right) > 0;

	if (sulih_table_has(&sulih_list_never_parted, key))
		return false;
	known = left.length >= 2 && sulih_word_find(key, &word);
	if (sulih_byte_is_upper(left.data[0]) && !sulih_byte_is_lower(at(left, 1)))
		return false;
	/* A brand can begin with a capital one ("AntaraNews"). */
	if (known && is_linking(&word, left.length))
		return right_name || (sulih_byte_is_lower(left.data[0]) && has_name_shape(right));
	if (sulih_byte_is_upper(left.data[0]))
		return right_name &&
		       (is_title(key) || sulih_table_has(&sulih_list_glue_heads, key));
	return right_name && (known || is_title(key));
}

/* One run of letters. */
static void part_run(struct finding *finding, size_t start, size_t end, bool after_parted)
{
	struct sulih_view chunk = finding->chunk;
	size_t hump = hump_end(chunk, start, end), name;
	struct sulih_view left = sulih_view_slice(chunk, start, hump);

	if (hump < end) {
		size_t next = hump_end(chunk, hump, end);
		struct sulih_view right = sulih_view_slice(chunk, hump, next);

		/* "CNNIndonesia" behind a word is one name. */
		if (!is_glued_word(left, right) &&
		    !(next < end && is_glued_word(left, sulih_view_slice(chunk, hump, end))))
			return;
		add_border(finding, hump);
		name = name_before_word(right);
		if (name > 0)
			add_border(finding, hump + name);
		return;
	}
	name = name_before_word(left);
	if (name > 0 && (after_parted || sulih_byte_is_upper(left.data[name - 1])))
		add_border(finding, start + name);
}

/* "Kompas.comsebagai": behind the domain of an outlet. */
static bool part_domain(struct finding *finding, size_t start, size_t end)
{
	struct sulih_view chunk = finding->chunk;
	struct sulih_word found;
	size_t name = start - 1;

	if (end - start < 6 || memcmp(chunk.data + start, "com", 3) != 0 || start < 2)
		return false;
	while (name > 0 && sulih_byte_is_letter(chunk.data[name - 1]))
		name--;
	/* A word may be glued before it: "untukKompas.com". */
	for (; name < start - 1; name++)
		if (is_name(sulih_view_slice(chunk, name, start - 1)))
			break;
	if (name == start - 1 || !find_word(sulih_view_slice(chunk, start + 3, end), &found) ||
	    find_word(sulih_view_slice(chunk, start, end), &found))
		return false;
	add_border(finding, start + 3);
	return true;
}

/* A blank lacks after the stop at `stop`: "katanya.Ia", "KPK.Dalam", "(4/8/2025).Polisi". */
static bool is_glued_stop(struct sulih_view chunk, size_t stop, size_t right_end)
{
	struct sulih_view right = sulih_view_slice(chunk, stop + 1, right_end);
	struct sulih_word found;
	char room[SULIH_GLUE_LONGEST];
	size_t left = stop;
	struct sulih_view word;

	if (!sulih_byte_is_upper(right.data[0]) || !sulih_byte_is_lower(at(right, 1)) ||
	    (at(chunk, right_end) == '.' && sulih_byte_is_letter(at(chunk, right_end + 1))) ||
	    at(chunk, right_end) == '/' || hump_end(right, 0, right.length) != right.length ||
	    (!find_word(right, &found) && !is_name(right)))
		return false;
	if (stop > 0 && chunk.data[stop - 1] == ')')
		return true;
	while (left > 0 && sulih_byte_is_letter(chunk.data[left - 1]))
		left--;
	word = sulih_view_slice(chunk, left, stop);
	if (word.length < 2 || (left > 0 && chunk.data[left - 1] == '.') ||
	    sulih_table_has(&sulih_list_never_parted, lower(word, room)))
		return false;
	return is_name(word) || (sulih_byte_is_lower(word.data[0]) && find_word(word, &found));
}

/* Addresses, handles, hashtags, files: letters there follow no rule of words. */
static bool is_code(struct sulih_view chunk)
{
	for (size_t i = 0; i < chunk.length; i++) {
		char c = chunk.data[i];

		if (c == '@' || c == '#' || c == '_' || c == '\\' || c == '=' ||
		    c == SULIH_GLUE_LETTER ||
		    (c == '/' && sulih_byte_is_letter(at(chunk, i + 1)) && i > 0 &&
		     !sulih_byte_is_upper(chunk.data[i + 1])) ||
		    (c == ':' && at(chunk, i + 1) == '/'))
			return true;
	}
	return chunk.length >= 4 && (chunk.data[0] | 32) == 'w' && (chunk.data[1] | 32) == 'w' &&
	       (chunk.data[2] | 32) == 'w' && chunk.data[3] == '.';
}

/* "devisaRp107": no word ends in the sign of the rupiah. */
static bool ends_in_rupiah(struct sulih_view chunk, size_t start, size_t end)
{
	return end - start >= 5 && chunk.data[end - 2] == 'R' && chunk.data[end - 1] == 'p' &&
	       sulih_byte_is_lower(chunk.data[end - 3]) && sulih_byte_is_digit(at(chunk, end));
}

size_t sulih_glue_borders(struct sulih_view chunk, bool after_parted, size_t *borders)
{
	struct finding finding = { chunk, borders, 0 };
	size_t start = 0, end;

	if (chunk.length > SULIH_GLUE_LONGEST || is_code(chunk))
		return 0;
	while (start < chunk.length) {
		char before = start > 0 ? chunk.data[start - 1] : ' ';

		if (!sulih_byte_is_letter(chunk.data[start])) {
			start++;
			continue;
		}
		for (end = start; end < chunk.length && sulih_byte_is_letter(chunk.data[end]);)
			end++;
		if ((before == '.' || before == '!' || before == '?') &&
		    is_glued_stop(chunk, start - 1, end))
			add_border(&finding, start);
		else if (before == '.' && part_domain(&finding, start, end))
			after_parted = true;
		else if (ends_in_rupiah(chunk, start, end))
			add_border(&finding, end - 2);
		else if (before != '-' && before != '\'' && !sulih_byte_is_digit(before) &&
			 !sulih_byte_is_digit(at(chunk, end)) && at(chunk, end) != '\'')
			part_run(&finding, start, end, after_parted && start == 0);
		start = end;
	}
	return finding.count;
}
