/* Where in a chunk of letters a blank lacks. */
#include "normalize/repair/glue.h"

#include "base/letter.h"
#include "normalize/repair/glue_words.h"

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

/* A word with the outlet behind it, a name with the word behind it, and an acronym with the word
 * before which it stands. */
static void part_name(struct finding *finding, size_t start, size_t end, bool after_parted)
{
	struct sulih_view run = sulih_view_slice(finding->chunk, start, end);
	size_t acronym = sulih_glue_acronym_before_word(run), name;

	if (acronym > 0) {
		add_border(finding, start + acronym);
		part_name(finding, start + acronym, end, true);
		return;
	}
	name = sulih_glue_word_before_outlet(run);
	if (name == 0 && after_parted && sulih_byte_is_lower(run.data[0]))
		name = sulih_glue_verb_before_word(run);
	if (name > 0) {
		add_border(finding, start + name);
		return;
	}
	name = sulih_glue_name_before_word(run);
	if (name > 0 && (after_parted || sulih_byte_is_upper(run.data[name - 1])))
		add_border(finding, start + name);
}

/* What stands before a capital may itself lack a blank; the length of its first part, or 0. */
static size_t part_left(struct finding *finding, size_t start, struct sulih_view left,
			struct sulih_view right)
{
	size_t length = sulih_glue_acronym_before_word(left);

	/* SaudidanYordania: a name on both sides of the word */
	if (length == 0 && (sulih_glue_is_name(right) || sulih_glue_name_before_word(right)))
		length = sulih_glue_name_before_word(left);
	if (length == 0)
		length = sulih_glue_word_before_outlet(left);
	if (length > 0)
		add_border(finding, start + length);
	return length;
}

/* "NasionalIsraelItamar": a country between a known word and what has a capital again. */
static bool is_before_country(struct sulih_view left, struct sulih_view right, bool last)
{
	struct sulih_word found;

	return !last && left.length >= 5 && sulih_byte_is_upper(left.data[0]) &&
	       sulih_glue_is_place(right) && !sulih_glue_is_brand_start(left) &&
	       sulih_glue_find_word(left, &found);
}

/* IndeksHargaSahamGabungan: three words or more, all of them known, none the beginning of a brand.
 */
static bool part_words(struct finding *finding, size_t start, size_t end)
{
	struct sulih_view chunk = finding->chunk;
	struct sulih_word found;
	size_t borders[SULIH_GLUE_BORDERS], count = 0;

	for (size_t at = start, next; at < end; at = next) {
		next = sulih_glue_hump_end(chunk, at, end);
		if (next - at < 4 || count == SULIH_GLUE_BORDERS ||
		    sulih_glue_is_brand_start(sulih_view_slice(chunk, at, next)) ||
		    !sulih_glue_find_word(sulih_view_slice(chunk, at, next), &found))
			return false;
		borders[count++] = next;
	}
	for (size_t i = 0; count >= 3 && i + 1 < count; i++)
		add_border(finding, borders[i]);
	return count >= 3;
}

/* One run of letters, from one border between small letters and a capital to the next. */
static void part_run(struct finding *finding, size_t start, size_t end, bool after_parted)
{
	struct sulih_view chunk = finding->chunk;
	struct sulih_word found;
	size_t hump, name;

	/* one word, as the chunks beside a glued one mostly are */
	hump = sulih_glue_hump_end(chunk, start, end);
	if (hump == end && !after_parted &&
	    !(sulih_byte_is_upper(chunk.data[start]) && sulih_byte_is_upper(at(chunk, start + 1))))
		return;
	if (sulih_glue_find_word(sulih_view_slice(chunk, start, end), &found))
		return; /* DiharapKAN */
	if (part_words(finding, start, end))
		return;
	for (; hump < end; hump = sulih_glue_hump_end(chunk, start, end)) {
		struct sulih_view left = sulih_view_slice(chunk, start, hump), right;
		size_t next = sulih_glue_hump_end(chunk, hump, end);

		right = sulih_view_slice(chunk, hump, next);
		name = part_left(finding, start, left, right);
		start += name;
		left = sulih_view_slice(chunk, start, hump);
		/* "CNNIndonesia" behind a word is one name. */
		if (is_before_country(left, right, next == end)) {
			add_border(finding, hump);
			add_border(finding, next);
			hump = next;
			after_parted = true;
		} else if (sulih_glue_is_glued(left, right) ||
			   (next < end &&
			    sulih_glue_is_glued(left, sulih_view_slice(chunk, hump, end)))) {
			add_border(finding, hump);
			after_parted = true;
		} else if (name == 0) {
			return;
		}
		start = hump;
	}
	part_name(finding, start, end, after_parted);
}

/* "Kompas.comsebagai", "Kompas.comBudi": behind the domain of an outlet. */
static bool part_domain(struct finding *finding, size_t start, size_t end)
{
	struct sulih_view chunk = finding->chunk;
	struct sulih_view run, rest;
	struct sulih_word found;
	size_t name = start - 1;

	if (end - start < 6 || memcmp(chunk.data + start, "com", 3) != 0 || start < 2)
		return false;
	while (name > 0 && sulih_byte_is_letter(chunk.data[name - 1]))
		name--;
	/* A word may be glued before it: "untukKompas.com". */
	for (; name < start - 1; name++)
		if (sulih_glue_is_name(sulih_view_slice(chunk, name, start - 1)))
			break;
	run = sulih_view_slice(chunk, start, end);
	rest = sulih_view_slice(run, 3, run.length);
	if (name == start - 1 ||
	    (sulih_byte_is_upper(rest.data[0])
		     ? rest.length < 4 || !sulih_byte_is_lower(rest.data[1])
		     : !sulih_glue_find_word(rest, &found) || sulih_glue_find_word(run, &found)))
		return false;
	add_border(finding, start + 3);
	return true;
}

/* What stands before a mark that lacks its blank: a bracket, a name, a known word written small. */
static bool is_left_of_mark(struct sulih_view chunk, size_t stop)
{
	struct sulih_word found;
	struct sulih_view word;
	size_t left = stop;

	if (stop > 0 && chunk.data[stop - 1] == ')')
		return true;
	while (left > 0 && sulih_byte_is_letter(chunk.data[left - 1]))
		left--;
	word = sulih_view_slice(chunk, left, stop);
	if (word.length < 2 || (left > 0 && chunk.data[left - 1] == '.') ||
	    sulih_glue_is_brand_start(word))
		return false;
	return sulih_glue_is_name(word) ||
	       (sulih_byte_is_lower(word.data[0]) && sulih_glue_find_word(word, &found));
}

/* A blank lacks after the stop at `stop`: "katanya.Ia", "KPK.Dalam", "(4/8/2025).Polisi". */
static bool is_glued_stop(struct sulih_view chunk, size_t stop, size_t right_end)
{
	struct sulih_view right = sulih_view_slice(chunk, stop + 1, right_end);
	struct sulih_word found;

	return sulih_byte_is_upper(right.data[0]) && sulih_byte_is_lower(at(right, 1)) &&
	       !(at(chunk, right_end) == '.' && sulih_byte_is_letter(at(chunk, right_end + 1))) &&
	       at(chunk, right_end) != '/' &&
	       sulih_glue_hump_end(right, 0, right.length) == right.length &&
	       (sulih_glue_find_word(right, &found) || sulih_glue_is_name(right)) &&
	       is_left_of_mark(chunk, stop);
}

/* Behind a comma: "dia,Hamastidak", "tepercaya,Kompas.com"; what begins with a comma is known. */
static bool is_glued_comma(struct sulih_view chunk, size_t comma, size_t right_end)
{
	struct sulih_view right = sulih_view_slice(
		chunk, comma + 1, sulih_glue_hump_end(chunk, comma + 1, right_end));
	struct sulih_word found;

	return sulih_byte_is_upper(right.data[0]) && right.length >= 3 &&
	       (sulih_glue_find_word(right, &found) || sulih_glue_is_name(right) ||
		sulih_glue_name_before_word(right) > 0) &&
	       is_left_of_mark(chunk, comma);
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

/* "(AS)Donald", "(4/8/2025)Polisi": a known word or name with its capital behind a bracket; but
 * "f(x)Maju". */
static bool is_behind_bracket(struct sulih_view chunk, size_t start, size_t end)
{
	struct sulih_view right =
		sulih_view_slice(chunk, start, sulih_glue_hump_end(chunk, start, end));
	struct sulih_word found;

	return start >= 3 && chunk.data[start - 1] == ')' && sulih_byte_is_upper(right.data[0]) &&
	       chunk.data[start - 3] != '(' && right.length >= 3 &&
	       (sulih_glue_find_word(right, &found) || sulih_glue_is_name(right) ||
		sulih_glue_name_before_word(right) > 0);
}

static void part_behind_mark(struct finding *finding, size_t start, size_t end)
{
	add_border(finding, start);
	part_run(finding, start, end, true);
}

/* "denganChina90": a known word before a country or city, which has no figure of its own. */
static void part_before_digit(struct finding *finding, size_t start, size_t end)
{
	struct sulih_view chunk = finding->chunk;
	size_t hump = sulih_glue_hump_end(chunk, start, end);
	struct sulih_view right = sulih_view_slice(chunk, hump, end);

	if (hump == end || !sulih_glue_is_place(right) ||
	    !sulih_glue_is_glued(sulih_view_slice(chunk, start, hump), right))
		return;
	add_border(finding, hump);
	add_border(finding, end);
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
		else if (is_behind_bracket(chunk, start, end) ||
			 (before == ',' && is_glued_comma(chunk, start - 1, end)))
			part_behind_mark(&finding, start, end);
		else if (sulih_byte_is_digit(at(chunk, end)))
			part_before_digit(&finding, start, end);
		else if (before != '-' && before != '\'' && !sulih_byte_is_digit(before) &&
			 at(chunk, end) != '\'')
			part_run(&finding, start, end, after_parted && start == 0);
		start = end;
	}
	return finding.count;
}
