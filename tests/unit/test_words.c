/* Headwords of inflected words, and words that must not be taken for such. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/lexicon/words.h"
#include "lists.h"

/* word, headword, affixes by letter (see affix_letters) */
static const struct {
	const char *word, *head, *affixes;
} inflected[] = {
	/* meN- by its sounds */
	{ "mengirim", "mengirim", "" },
	{ "mengetik", "ketik", "M" },
	{ "mengocok", "kocok", "M" },
	{ "memetik", "petik", "M" },
	{ "memompa", "pompa", "M" },
	{ "menyapu", "menyapu", "" },
	{ "menjemput", "menjemput", "" },
	{ "menggiling", "giling", "M" },
	{ "menghembus", "hembus", "M" },
	{ "mengayun", "ayun", "M" },
	{ "melukis", "lukis", "M" },
	{ "melempar", "lempar", "M" },
	{ "merajut", "merajut", "" },
	{ "menggulung", "gulung", "M" },
	{ "membungkus", "membungkus", "" },
	{ "mencolek", "colek", "M" },
	{ "menderek", "derek", "M" },
	{ "menjinjing", "jinjing", "M" },
	{ "mengelas", "las", "M" },
	{ "mengepel", "pel", "M" },
	{ "mengebor", "bor", "M" },
	/* meN-…-kan, meN-…-i, memper- */
	{ "meninggikan", "tinggi", "Mk" },
	{ "menghijaukan", "hijau", "Mk" },
	{ "menguningkan", "kuning", "Mk" },
	{ "memalukan", "memalukan", "" },
	{ "menebalkan", "tebal", "Mk" },
	{ "menggarami", "garam", "Mi" },
	{ "memayungi", "payung", "Mi" },
	{ "mengairi", "air", "Mi" },
	{ "memperindah", "indah", "M" },
	{ "memperjelas", "jelas", "M" },
	{ "memperkenalkan", "memperkenalkan", "" },
	/* meN- on an adjective */
	{ "menghitam", "hitam", "M" },
	{ "membisu", "bisu", "M" },
	{ "menguning", "kuning", "M" },
	/* di- */
	{ "dikirim", "mengirim", "D" },
	{ "dipukul", "memukul", "D" },
	{ "ditulis", "menulis", "D" },
	{ "disapu", "menyapu", "D" },
	{ "dikatakan", "mengatakan", "D" },
	{ "dilakukan", "melakukan", "D" },
	{ "diperbaiki", "memperbaiki", "D" },
	{ "diperjelas", "jelas", "D" },
	{ "diproduksi", "memproduksi", "D" },
	{ "diklaim", "mengklaim", "D" },
	{ "ditangkap", "menangkap", "D" },
	{ "diangkut", "mengangkut", "D" },
	{ "digoreng", "menggoreng", "D" },
	{ "diikat", "mengikat", "D" },
	{ "dicat", "mengecat", "D" },
	{ "dihijaukan", "hijau", "Dk" },
	{ "dipayungi", "payung", "Di" },
	{ "dibangunkan", "bangun", "Dk" },
	{ "disosialisasikan", "menyosialisasikan", "D" },
	/* ber- */
	{ "bertopi", "topi", "B" },
	{ "berkumis", "kumis", "B" },
	{ "berpagar", "pagar", "B" },
	{ "bersepeda", "sepeda", "B" },
	{ "berjabat", "jabat", "B" },
	{ "berambut", "rambut", "B" },
	{ "beregu", "regu", "B" },
	{ "belajar", "belajar", "" },
	{ "bekerja", "bekerja", "" },
	{ "beratap", "atap", "B" },
	{ "berlandaskan", "berlandaskan", "" },
	{ "bersenjatakan", "senjata", "Bk" },
	{ "bermiliar-miliar", "miliar", "BW" },
	/* ter- */
	{ "terangkut", "angkut", "T" },
	{ "terbeli", "beli", "T" },
	{ "tersiram", "siram", "T" },
	{ "termegah", "megah", "T" },
	{ "tersibuk", "sibuk", "T" },
	{ "terdingin", "dingin", "T" },
	{ "terkatakan", "mengatakan", "T" },
	{ "termarginalkan", "marginal", "Tk" },
	{ "terakreditasi", "akreditasi", "T" },
	{ "terpolarisasi", "polarisasi", "T" },
	/* peN-, peN-…-an, per-…-an, ke-…-an */
	{ "penggali", "gali", "P" },
	{ "pengasah", "asah", "P" },
	{ "pelempar", "lempar", "P" },
	{ "penyiraman", "penyiraman", "" },
	{ "penggorengan", "goreng", "Pn" },
	{ "pemetikan", "petik", "Pn" },
	{ "pengetikan", "ketik", "Pn" },
	{ "penyapuan", "sapu", "Pn" },
	{ "pembungkusan", "bungkus", "Pn" },
	{ "pencucian", "cuci", "Pn" },
	{ "permainan", "permainan", "" },
	{ "persepedaan", "sepeda", "pn" },
	{ "perkeretaan", "kereta", "pn" },
	{ "keharuman", "harum", "Kn" },
	{ "ketepatan", "tepat", "Kn" },
	{ "kesebelas", "sebelas", "K" },
	{ "kedelapan", "kedelapan", "" },
	/* se-, -an, -kan, -i, ku-, kau- */
	{ "sekantor", "kantor", "S" },
	{ "setebal", "tebal", "S" },
	{ "gorengan", "gorengan", "" },
	{ "rebusan", "rebus", "n" },
	{ "jahitan", "jahit", "n" },
	{ "katakan", "mengatakan", "k" },
	{ "datangi", "mendatangi", "i" },
	{ "genggami", "genggam", "i" },
	{ "kulihat", "melihat", "U" },
	{ "kautulis", "menulis", "U" },
	{ "presentasikan", "presentasi", "k" },
	/* one r for two */
	{ "berambut", "rambut", "B" },
	{ "teraba", "raba", "T" },
	/* speech */
	{ "ngangkut", "angkut", "M" },
	{ "nyabut", "cabut", "M" },
	{ "ngejual", "jual", "M" },
	{ "nyabarin", "sabar", "Mk" },
	{ "mulangin", "pulang", "Mk" },
	{ "dikerjain", "kerja", "Dk" },
	{ "ketendang", "tendang", "T" },
	/* clitics */
	{ "rumahnya", "rumah", "N" },
	{ "ujarnya", "ujar", "N" },
	{ "dikatakannya", "mengatakan", "DN" },
	{ "bukuku", "buku", "1" },
	{ "namamu", "nama", "2" },
	{ "itulah", "itu", "L" },
	{ "katakanlah", "mengatakan", "kL" },
	{ "adakah", "ada", "H" },
	{ "merekapun", "mereka", "Q" },
	{ "rumahnyalah", "rumah", "NL" },
	{ "kebersihannya", "kebersihan", "N" },
	{ "perumahannya", "perumahan", "N" },
	/* bound forms */
	{ "antarperahu", "perahu", "b" },
	{ "antikekerupukan", "kerupuk", "bKn" },
	{ "pascakerupuk", "kerupuk", "b" },
	{ "nonkerupuknya", "kerupuk", "bN" },
	{ "prokerupuk", "kerupuk", "b" },
	{ "subkerupuk", "kerupuk", "b" },
	/* reduplication */
	{ "anak-anak", "anak", "W" },
	{ "anak2", "anak", "W" },
	{ "anak-anaknya", "anak", "WN" },
	{ "rumah-rumahan", "rumah", "W" },
	{ "tolong-menolong", "tolong", "W" },
	{ "pukul-memukul", "pukul", "W" },
	{ "sayur-mayur", "sayur-mayur", "" },
	{ "kura-kura", "kura-kura", "" },
	{ "negara-negara", "negara", "W" },
	{ "hak-haknyalah", "hak", "WNL" },
	{ "kehijau-hijauan", "hijau", "KnW" },
	{ "sekuat-kuatnya", "kuat", "SWN" },
};

/* Names, foreign words and scraps: none is an Indonesian word. */
static const char *const strangers[] = {
	"jokowi",    "magetan",	   "kediri",	"mediawan",  "megawati",      "prabowo",
	"merapi",    "bekasi",	   "bermuda",	"berau",     "ternate",	      "perancis",
	"pertamina", "pemalang",   "penajam",	"semarang",  "senayan",	      "tarakan",
	"sudirman",  "setiawan",   "gunawan",	"menado",    "melawi",	      "merauke",
	"mekah",     "dimas",	   "bernard",	"berlin",    "terens",	      "kennedy",
	"kesamben",  "selangor",   "seoul",	"balkan",    "michelin",      "tengku",
	"wahyuni",   "suryani",	   "andi",	"hadi",	     "pekalongan",    "denpasar",
	"lahadalia", "diponegoro", "menteng",	"bernabeu",  "peru",	      "a",
	"",	     "x2",	   "-",		"anak-",     "-anak",	      "anak-batu",
	"the",	     "percent",	   "meeting",	"december",  "sujudi",	      "baluran",
	"kumparan",  "belopa",	   "mentaya",	"kebayoran", "prasetia",      "pradana",
	"subagus",   "superbank",  "ultrajaya", "antigua",   "antariksawati", "ngebel",
	"mampang",   "anutin",	   "baringin",	"ngandang",  "nandang",
};

static const struct {
	char letter;
	unsigned affix;
} affix_letters[] = {
	{ 'M', SULIH_AFFIX_ME },    { 'D', SULIH_AFFIX_DI },	{ 'B', SULIH_AFFIX_BER },
	{ 'T', SULIH_AFFIX_TER },   { 'P', SULIH_AFFIX_PE },	{ 'p', SULIH_AFFIX_PER },
	{ 'K', SULIH_AFFIX_KE },    { 'S', SULIH_AFFIX_SE },	{ 'U', SULIH_AFFIX_KU_ },
	{ 'k', SULIH_AFFIX_KAN },   { 'i', SULIH_AFFIX_I },	{ 'n', SULIH_AFFIX_AN },
	{ 'N', SULIH_AFFIX_NYA },   { '1', SULIH_AFFIX_KU },	{ '2', SULIH_AFFIX_MU },
	{ 'L', SULIH_AFFIX_LAH },   { 'H', SULIH_AFFIX_KAH },	{ 'Q', SULIH_AFFIX_PUN },
	{ 'W', SULIH_AFFIX_TWICE }, { 'b', SULIH_AFFIX_BOUND },
};

static unsigned affixes_of(const char *letters)
{
	unsigned affixes = 0;

	for (; *letters; letters++)
		for (size_t i = 0; i < SULIH_COUNT(affix_letters); i++)
			if (affix_letters[i].letter == *letters)
				affixes |= affix_letters[i].affix;
	return affixes;
}

static void test_inflected(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(inflected); i++) {
		struct sulih_word word;
		bool found = sulih_word_find(sulih_view_of(inflected[i].word), &word);
		struct sulih_view head = sulih_row_column(&word.row, 0);

		if (found && sulih_view_is(head, inflected[i].head) &&
		    word.affixes == affixes_of(inflected[i].affixes))
			continue;
		wrong++;
		print_error("%s: got %.*s %x\n", inflected[i].word, SULIH_VIEW_ARGS(head),
			    word.affixes);
	}
	assert_int_equal(wrong, 0);
}

static void test_strangers(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(strangers); i++) {
		struct sulih_word word;

		if (!sulih_word_find(sulih_view_of(strangers[i]), &word))
			continue;
		wrong++;
		print_error("%s: taken for %.*s\n", strangers[i],
			    SULIH_VIEW_ARGS(sulih_row_column(&word.row, 0)));
	}
	assert_int_equal(wrong, 0);
}

/* Every headword finds itself, with a gloss. */
static void test_headwords(void **state)
{
	(void)state;
	assert_true(sulih_list_words.count >= 19000);
	for (uint32_t i = 0; i < sulih_list_words.count; i++) {
		struct sulih_row row = sulih_table_row(&sulih_list_words, i);
		struct sulih_view key = sulih_row_column(&row, 0);
		struct sulih_word word;

		assert_true(sulih_word_find(key, &word));
		assert_ptr_equal(word.row.entry, row.entry);
		assert_int_equal(word.affixes, 0);
		assert_true(word.gloss.length > 0);
		assert_true(sulih_word_known(key));
	}
}

/* Any bytes are answered, also very long ones. */
static void test_odd_input(void **state)
{
	char text[300];

	(void)state;
	memset(text, 'a', sizeof(text));
	for (size_t n = 0; n < sizeof(text); n++)
		assert_false(sulih_word_known(sulih_view_make(text, n)));
	memcpy(text, "me", 2);
	for (size_t n = 0; n < sizeof(text); n++)
		sulih_word_known(sulih_view_make(text, n));
	memset(text, '-', sizeof(text));
	for (size_t n = 0; n < sizeof(text); n++)
		assert_false(sulih_word_known(sulih_view_make(text, n)));
	assert_false(sulih_word_known(SULIH_VIEW("\xff\xfe\xfd")));
	assert_false(sulih_word_known(SULIH_VIEW("me\0an")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_inflected),
		cmocka_unit_test(test_strangers),
		cmocka_unit_test(test_headwords),
		cmocka_unit_test(test_odd_input),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
