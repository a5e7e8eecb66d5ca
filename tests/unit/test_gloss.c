/* English inflection, and what the gloss engine promises for any input. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "pipeline/translate/gloss/english.h"
#include "pipeline/translate/gloss/gloss.h"

static const struct {
	const char *base, *past, *participle, *ing;
} verbs[] = {
	{ "arrest", "arrested", "arrested", "arresting" },
	{ "stop", "stopped", "stopped", "stopping" },
	{ "score", "scored", "scored", "scoring" },
	{ "carry out", "carried out", "carried out", "carrying out" },
	{ "be famous", "was famous", "been famous", "being famous" },
	{ "be", "was", "been", "being" },
	{ "take over", "took over", "taken over", "taking over" },
	{ "die", "died", "died", "dying" },
	{ "lie", "lay", "lain", "lying" },
	{ "agree", "agreed", "agreed", "agreeing" },
	{ "plan", "planned", "planned", "planning" },
	{ "admit", "admitted", "admitted", "admitting" },
	{ "visit", "visited", "visited", "visiting" },
	{ "play", "played", "played", "playing" },
	{ "try", "tried", "tried", "trying" },
	{ "fix", "fixed", "fixed", "fixing" },
	{ "flee", "fled", "fled", "fleeing" },
	{ "smile", "smiled", "smiled", "smiling" },
	{ "send", "sent", "sent", "sending" },
	{ "begin", "began", "begun", "beginning" },
};

static const struct {
	const char *one, *many;
} nouns[] = {
	{ "house", "houses" },
	{ "city", "cities" },
	{ "boy", "boys" },
	{ "bus", "buses" },
	{ "child", "children" },
	{ "police officer", "police officers" },
	{ "police", "police" },
	{ "wife", "wives" },
	{ "church", "churches" },
	{ "box", "boxes" },
	{ "head of state", "heads of state" },
	{ "equipment", "equipment" },
	{ "fisherman", "fishermen" },
	{ "crisis", "crises" },
};

static const struct {
	const char *base, *more, *most, *adverb;
} adjectives[] = {
	{ "big", "bigger", "biggest", "bigly" },
	{ "quick", "quicker", "quickest", "quickly" },
	{ "important", "more important", "most important", "importantly" },
	{ "good", "better", "best", "goodly" },
	{ "bad", "worse", "worst", "badly" },
	{ "large", "larger", "largest", "largely" },
	{ "easy", "easier", "easiest", "easily" },
	{ "specific", "more specific", "most specific", "specifically" },
	{ "public", "more public", "most public", "publicly" },
	{ "flexible", "more flexible", "most flexible", "flexibly" },
	{ "full", "fuller", "fullest", "fully" },
};

static void expect(struct sulih_buffer *out, const char *text)
{
	assert_string_equal(out->data ? out->data : "", text);
	sulih_buffer_clear(out);
}

static void test_verbs(void **state)
{
	struct sulih_buffer out = SULIH_BUFFER_INIT;

	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(verbs); i++) {
		struct sulih_view base = sulih_view_of(verbs[i].base);

		sulih_english_verb(base, SULIH_VERB_BASE, &out);
		expect(&out, verbs[i].base);
		sulih_english_verb(base, SULIH_VERB_PAST, &out);
		expect(&out, verbs[i].past);
		sulih_english_verb(base, SULIH_VERB_PARTICIPLE, &out);
		expect(&out, verbs[i].participle);
		sulih_english_verb(base, SULIH_VERB_ING, &out);
		expect(&out, verbs[i].ing);
	}
	sulih_english_agent(SULIH_VIEW("dig"), &out);
	expect(&out, "digger");
	sulih_english_agent(SULIH_VIEW("carry out"), &out);
	expect(&out, "carrier out");
	sulih_buffer_release(&out);
}

static void test_nouns_and_adjectives(void **state)
{
	struct sulih_buffer out = SULIH_BUFFER_INIT;

	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(nouns); i++) {
		sulih_english_plural(sulih_view_of(nouns[i].one), &out);
		expect(&out, nouns[i].many);
	}
	for (size_t i = 0; i < SULIH_COUNT(adjectives); i++) {
		struct sulih_view base = sulih_view_of(adjectives[i].base);

		sulih_english_degree(base, false, &out);
		expect(&out, adjectives[i].more);
		sulih_english_degree(base, true, &out);
		expect(&out, adjectives[i].most);
		sulih_english_adverb(base, &out);
		expect(&out, adjectives[i].adverb);
	}
	sulih_buffer_release(&out);
}

/* ---- promises of the engine --------------------------------------------------------------- */

static const char *const pieces[] = {
	"polisi ",    "rumah",	  " besar",	" itu",	   "para ",  "tidak ",	     "dua ",
	"lebih ",     " baik",	  "orang ",	", ",	   ". ",     "Anak-anak",    " kerja sama",
	" kerja",     "di ",	  "apakah ",	"secara ", "yang ",  "rumahnya ",    "dan ",
	"menangkap ", "ditahan ", " saya",	"  ",	   "-",	     "\xe2\x80\x9c", "zqx",
	"ke-89 ",     "kedua ",	  "tahun lalu", "\n",	   "kata ",  "ujarnya",	     "KORBAN ",
	"berhasil ",  "sangat ",  "paling ",	"ini ",	   "untuk ", "seorang ",     "",
};

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16;
}

/* Makes an item of random pieces and placeholders; gives how many placeholders. */
static size_t make_parts(unsigned *seed, struct sulih_part *parts, size_t count,
			 struct sulih_placeholder *placeholders)
{
	size_t number = 0;

	for (size_t i = 0; i < count; i++) {
		memset(&parts[i], 0, sizeof(parts[i]));
		if (next_random(seed) % 4 == 0) {
			parts[i].placeholder = (unsigned)++number;
			placeholders[number - 1].number = (unsigned)number;
			placeholders[number - 1].kind =
				(enum sulih_span_kind)(next_random(seed) % SULIH_KIND_COUNT);
		} else {
			parts[i].text =
				sulih_view_of(pieces[next_random(seed) % (SULIH_COUNT(pieces))]);
		}
	}
	return number;
}

static void assert_placeholders(const struct sulih_part *target, size_t count, size_t number)
{
	unsigned last = 0;

	for (size_t i = 0; i < count; i++)
		if (target[i].placeholder != 0)
			assert_int_equal(target[i].placeholder, ++last);
		else
			assert_true(target[i].text.length > 0);
	assert_int_equal(last, number);
}

/* Every placeholder once and in order, whatever stands around; twice the same is the same. */
static void test_placeholders(void **state)
{
	unsigned seed = 7;

	(void)state;
	for (int round = 0; round < 4000; round++) {
		struct sulih_part parts[24], *target, *again;
		struct sulih_placeholder placeholders[24] = { 0 };
		struct sulih_arena arena = SULIH_ARENA_INIT;
		size_t count = next_random(&seed) % 24, number, out, out_again;

		number = make_parts(&seed, parts, count, placeholders);
		assert_int_equal(sulih_gloss_parts(parts, count, placeholders, number, &arena,
						   &target, &out, NULL),
				 0);
		assert_placeholders(target, out, number);
		assert_int_equal(sulih_gloss_parts(parts, count, placeholders, number, &arena,
						   &again, &out_again, NULL),
				 0);
		assert_int_equal(out, out_again);
		for (size_t i = 0; i < out; i++)
			assert_true(sulih_view_equal(target[i].text, again[i].text));
		sulih_arena_release(&arena);
	}
}

/* What is in no list comes out byte for byte, with all its marks and blanks. */
static void test_unknown_text(void **state)
{
	static const char *const texts[] = {
		"", "   ", "Xqz wvk - zzk!?  (qqw)",
		"\xe2\x80\x9cQwx\xe2\x80\x9d \xe2\x80\x94 12.500,75 % \xf0\x9f\x98\x80",
		"...\n\n---"
	};

	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(texts); i++) {
		struct sulih_part part = { .text = sulih_view_of(texts[i]) }, *target;
		struct sulih_arena arena = SULIH_ARENA_INIT;
		size_t count;

		assert_int_equal(
			sulih_gloss_parts(&part, 1, NULL, 0, &arena, &target, &count, NULL), 0);
		assert_int_equal(count, part.text.length > 0);
		if (count > 0)
			assert_true(sulih_view_equal(target[0].text, part.text));
		sulih_arena_release(&arena);
	}
}

/* Linear time: a sentence of a hundred thousand words is done at once. */
static void test_long_sentence(void **state)
{
	static const char *const words[] = { "rumah ", "dan ", "tidak ", "meminta ", "semua " };
	struct sulih_buffer text = SULIH_BUFFER_INIT;

	(void)state;
	for (size_t w = 0; w < SULIH_COUNT(words); w++) {
		struct sulih_arena arena = SULIH_ARENA_INIT;
		struct sulih_part part = { 0 }, *target;
		size_t count;

		sulih_buffer_clear(&text);
		for (int i = 0; i < 100000; i++)
			sulih_buffer_puts(&text, words[w]);
		part.text = sulih_buffer_view(&text);
		assert_int_equal(
			sulih_gloss_parts(&part, 1, NULL, 0, &arena, &target, &count, NULL), 0);
		assert_int_equal(count, 1);
		sulih_arena_release(&arena);
	}
	sulih_buffer_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_verbs),	      cmocka_unit_test(test_nouns_and_adjectives),
		cmocka_unit_test(test_placeholders),  cmocka_unit_test(test_unknown_text),
		cmocka_unit_test(test_long_sentence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
