/*
 * ICU proposes, the rules decide: where ICU is not asked, every stop at which it
 * would break is weighed all the same.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "base/letter.h"
#include "base/utf8.h"
#include "segment/segment.h"
#include "segment/sentences/proposals.h"

#define BORDERS_MOST 256

struct borders {
	size_t at[BORDERS_MOST];
	size_t count;
};

static void note(void *context, const struct sulih_border *border)
{
	struct borders *borders = context;

	if (borders->count < BORDERS_MOST)
		borders->at[borders->count++] = border->offset;
}

static bool is_stop(UChar32 c)
{
	return c == 0x2026 || u_hasBinaryProperty(c, UCHAR_S_TERM);
}

/* The first stop of the row of marks and blanks before a border: that closers, or a
 * second stop, are counted to one side or the other makes no difference to what is weighed. */
static size_t stop_before(struct sulih_view text, size_t at)
{
	size_t start, stop = SIZE_MAX;

	while (at > 0) {
		UChar32 c = (UChar32)sulih_utf8_before(text.data, at, &start);

		if (is_stop(c))
			stop = start;
		else if (stop != SIZE_MAX && (sulih_is_space((uint32_t)c) || u_isalnum(c)))
			break;
		at = start;
	}
	return stop;
}

/* Marks alone are no sentence: `Pergi!.` and `…`. */
static bool words_follow(struct sulih_view text, size_t at)
{
	size_t used;

	for (; at < text.length; at += used)
		if (u_isalnum((UChar32)sulih_utf8_decode(text.data + at, text.length - at, &used)))
			return true;
	return false;
}

static bool is_weighed(const struct borders *weighed, struct sulih_view text, size_t border)
{
	size_t stop = stop_before(text, border);

	for (size_t i = 0; i < weighed->count; i++)
		if (stop_before(text, weighed->at[i]) == stop)
			return true;
	return stop == SIZE_MAX || !words_follow(text, border);
}

static void check(UBreakIterator *icu, struct sulih_view text)
{
	struct borders weighed = { .count = 0 };
	struct sulih_segment_options options = { note, &weighed };
	struct sulih_segmentation s;
	struct sulih_error error = SULIH_ERROR_INIT;
	UErrorCode status = U_ZERO_ERROR;
	UText *wide = utext_openUTF8(NULL, text.data, (int64_t)text.length, &status);

	assert_true(U_SUCCESS(status));
	sulih_segmentation_init(&s);
	assert_int_equal(sulih_segment(text, &options, &s, &error), 0);
	ubrk_setUText(icu, wide, &status);
	assert_true(U_SUCCESS(status));
	for (int32_t at = ubrk_next(icu); at != UBRK_DONE && (size_t)at < text.length;
	     at = ubrk_next(icu))
		if (!is_weighed(&weighed, text, (size_t)at))
			fail_msg("not weighed: %.*s‖%s", at, text.data, text.data + at);
	utext_close(wide);
	sulih_segmentation_release(&s);
}

static uint32_t draw(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

static void test_icu_proposes_nothing_that_is_not_weighed(void **state)
{
	static const char *const pieces[] = {
		"a",	"B",   "Pergi", "ia", "dr", "7", "2,5", " ",	    " ", " ",	 ".",
		".",	"...", "!",	"?",  "?!", "…", ",",	";",	    ":", "\"",	 "'",
		"“",	"”",   "‘",	"’",  "«",  "»", "„",	"(",	    ")", "[",	 "]",
		" - ",	"–",   "—",	"/",  "•",  "é", "€",	"<",	    ">", "%",	 "{",
		"}",	"°",   "½",	"′",  "″",  "‹", "›",	"\xC2\xB7", "📷", "Ünal", "ß",
		". Ia", "K.H", "v1.2",	"*",  "_",  "=", "+",	"^",	    "`", "´",	 "¿",
	};
	uint32_t seed = 20261122;
	UErrorCode status = U_ZERO_ERROR;
	UBreakIterator *icu = ubrk_open(UBRK_SENTENCE, "id", NULL, 0, &status);

	(void)state;
	assert_true(U_SUCCESS(status));
	for (unsigned round = 0; round < 20000; round++) {
		char room[512];
		size_t length = 0;

		for (unsigned i = 4 + draw(&seed) % 24; i > 0; i--) {
			const char *piece = pieces[draw(&seed) % (SULIH_COUNT(pieces))];

			memcpy(room + length, piece, strlen(piece));
			length += strlen(piece);
		}
		room[length] = '\0';
		assert_false(sulih_is_far_script(sulih_view_make(room, length)));
		check(icu, sulih_view_make(room, length));
	}
	ubrk_close(icu);
}

static void test_articles(void **state)
{
	static const char *const texts[] = {
		"Satu. Dua! Tiga? Empat… Lima.",
		"Kata dia, “Satu. Dua.” Tiga. (Empat.) Lima.",
		"Dr. Budi dan Ir. Sari bertemu pukul 10.30. Mereka pulang.",
		"Harga Rp1.500. Naik 2,5 persen. \"Benar?\" Ya.",
		"日本語。次の文。 Selesai. Ya؟ Tidak.",
		"हिन्दी। दूसरा। Selesai.",
		"彼は「はい。」『いいえ。』次の文。",
	};
	UErrorCode status = U_ZERO_ERROR;
	UBreakIterator *icu = ubrk_open(UBRK_SENTENCE, "id", NULL, 0, &status);

	(void)state;
	assert_true(U_SUCCESS(status));
	for (size_t i = 0; i < SULIH_COUNT(texts); i++)
		check(icu, sulih_view_of(texts[i]));
	ubrk_close(icu);
}

static void test_icu_is_asked_for_other_scripts_only(void **state)
{
	static const struct {
		const char *text;
		bool far;
	} cases[] = {
		{ "Ia pulang. Dia pergi.", false },
		{ "“Ia” ‘pulang’… – — « » € ™ → ★ ☀️ 😀", false },
		{ "São Tomé, Łódź, Nguyễn Văn Ạ", false },
		{ "Слово", true },
		{ "Ia bilang 你好。", true },
		{ "نعم", true },
		{ "नमस्ते", true },
		{ "한국", true },
	};

	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(cases); i++)
		if (sulih_is_far_script(sulih_view_of(cases[i].text)) != cases[i].far)
			fail_msg("%s", cases[i].text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_icu_proposes_nothing_that_is_not_weighed),
		cmocka_unit_test(test_articles),
		cmocka_unit_test(test_icu_is_asked_for_other_scripts_only),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
