/* Token shapes: out and back, sound and damaged. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>

#include "pipeline/translate/engine.h"
#include "pipeline/translate/tokens/wire.h"
#include "tests/support/masked.h"

static const struct {
	const char *shape, *source, *wire;
} out_rows[] = {
	{ "brackets", "Menteri {Sri} hadir.", "Menteri ⟦1⟧ hadir." },
	{ "letters", "Menteri {Sri} hadir.", "Menteri XN1X hadir." },
	/* a token of letters would melt into the word it touches */
	{ "letters", "Kata {“}sangat{”} itu", "Kata XN1X sangat XN2X itu" },
	{ "letters", "{a}{b}-nya", "XN1X XN2X-nya" },
	{ "brackets", "Kata {“}sangat{”} itu", "Kata ⟦1⟧sangat⟦2⟧ itu" },
	{ "square", "{Ana} dan {Budi}", "[1] dan [2]" },
	{ "xml", "A & B <c> {Sri & Co}", "A &amp; B &lt;c&gt; <x id=\"1\">Sri &amp; Co</x>" },
	{ "xml-empty", "Di {Bali}.", "Di <x id=\"1\"/>." },
	{ "span", "Di {Bali}.", "Di <span translate=\"no\" id=\"p1\">Bali</span>." },
	{ "notranslate", "Di {Bali}.", "Di <span class=\"notranslate\" id=\"p1\">Bali</span>." },
	{ "var", "Di {Bali}.", "Di <var>1</var>." },
	{ "tag", "Di {Bali}.", "Di <n1/>." },
};

/* state: SULIH_WIRE_* bits; parts: with canonical tokens */
static const struct {
	const char *shape, *source, *answer, *parts;
	int state;
} back_rows[] = {
	{ "brackets", "Menteri {Sri} hadir.", "Minister ⟦1⟧ came.", "Minister ⟦1⟧ came.", 0 },
	{ "brackets", "Menteri {Sri} hadir.", "Minister ⟦ 1 ⟧ came.", "Minister ⟦1⟧ came.", 1 },
	{ "brackets", "Menteri {Sri} hadir.", "Minister [1] came.", "Minister ⟦1⟧ came.", 1 },
	{ "brackets", "Menteri {Sri} hadir.", "Minister 【１】 came.", "Minister ⟦1⟧ came.", 1 },
	{ "brackets", "Menteri {Sri} hadir.", "Minister \\[1\\] came.", "Minister ⟦1⟧ came.", 1 },
	{ "brackets", "Menteri {Sri} hadir.", "Minister ⟦1 came.", "Minister ⟦1⟧ came.", 1 },
	{ "brackets", "Menteri {Sri} hadir.", "Minister 1⟧ came.", "Minister ⟦1⟧ came.", 1 },
	{ "brackets", "Menteri {Sri} hadir.", "Minister *⟦1⟧ came.", "Minister ⟦1⟧ came.", 1 },
	{ "brackets", "Menteri {Sri} hadir.", "Minister [[1]] came.", "Minister ⟦1⟧ came.", 1 },
	{ "brackets", "Menteri {Sri} hadir.", "Minister came.", "Minister came.", 2 },
	{ "brackets", "Menteri {Sri} hadir.", "Minister ⟦2⟧ came.", "Minister ⟦2⟧ came.", 10 },
	{ "brackets", "Menteri {Sri} hadir.", "⟦1⟧ ⟦1⟧ came.", "⟦1⟧  came.", 1 },
	{ "brackets", "Menteri {Sri} hadir.", "⟦1⟧ came with ⟦1⟧.", "⟦1⟧ came with .", 4 },
	/* the writer's own figures in brackets are nobody's tokens */
	{ "brackets", "{UU} ayat (1) berlaku.", "Paragraph (1) applies.", "Paragraph (1) applies.",
	  2 },
	{ "brackets", "{UU} ayat (1) berlaku.", "⟦1⟧ (1) applies.", "⟦1⟧ (1) applies.", 0 },
	{ "brackets", "Tak ada nama [1].", "No name [1] ⟦1⟧.", "No name [1] ⟦1⟧.", 0 },
	/* numbers of two digits are not one and a digit */
	{ "square", "{a} {b}", "[12] [1] [2]", "[12] ⟦1⟧ ⟦2⟧", 8 },
	{ "letters", "MENTERI {SRI} TIBA", "minister xn1x arrives", "minister ⟦1⟧ arrives", 1 },
	{ "letters", "Menteri {Sri}", "Minister X N 1 X", "Minister ⟦1⟧", 1 },
	{ "letters", "Menteri {Sri}", "Minister *XN1X", "Minister ⟦1⟧", 1 },
	{ "letters", "Menteri {Sri}", "Minister \\X\\N1\\X", "Minister ⟦1⟧", 1 },
	{ "letters", "Kode C:\\{Sri}", "Code C:\\XN1X", "Code C:\\⟦1⟧", 0 },
	{ "letters", "Menteri {Sri}", "Minister ＸＮ１Ｘ", "Minister ⟦1⟧", 1 },
	{ "letters", "Kata {“}sangat{”} itu", "The XN1X very XN2X word", "The ⟦1⟧very⟦2⟧ word", 0 },
	{ "brackets", "Kata {“}sangat{”} itu", "⟦1⟧ very ⟦2⟧ , that", "⟦1⟧very⟦2⟧ , that", 0 },
	{ "letters", "Menteri {Sri}", "Minister boXN1X", "Minister bo⟦1⟧", 0 },
	{ "xml", "Di {Bali}.", "In <x id=\"1\">Bali</x>.", "In ⟦1⟧.", 0 },
	{ "xml", "Di {Bali}.", "In <x id=\"1\">Balinese</x>.", "In ⟦1⟧.", 0 },
	{ "xml", "Di {Bali}.", "In < X id = '1' >Bali</ X >.", "In ⟦1⟧.", 1 },
	{ "xml", "Di {Bali}.", "In &lt;x id=&quot;1&quot;&gt;Bali&lt;/x&gt;.", "In ⟦1⟧.", 1 },
	{ "xml", "Di {Bali}.", "In <x id=\"1\"></x>Bali.", "In ⟦1⟧.", 1 },
	{ "xml", "Di {Bali}.", "In <x id=\"1\"/> Bali.", "In ⟦1⟧.", 1 },
	{ "xml", "Di {Bali}.", "In <x id=\"1\">the island.", "In the island.", 6 },
	{ "xml", "A & B {C}", "A &amp; B &quot;<x id=\"1\">C</x>&quot;", "A & B \"⟦1⟧\"", 0 },
	{ "span", "Di {Bali}.", "In <span id=p1 translate=no>Bali</span>.", "In ⟦1⟧.", 1 },
	{ "span", "Di {Bali}.", "In <span translate=\"no\" id=p1>Bali</span>.", "In ⟦1⟧.", 1 },
	{ "var", "Di {Bali}.", "In <var> 1 </var>.", "In ⟦1⟧.", 1 },
	{ "tag", "Di {Bali}.", "In <n1 />.", "In ⟦1⟧.", 1 },
	/* marks that an engine puts around the whole; the writer's own stay */
	{ "brackets", "Menteri {Sri} hadir.", "\"Minister ⟦1⟧ came.\"", "Minister ⟦1⟧ came.", 0 },
	{ "brackets", "Menteri hadir.", "“The minister came.”", "The minister came.", 0 },
	{ "brackets", "Menteri hadir.", "**The minister came.**", "The minister came.", 0 },
	{ "brackets", "\"Menteri hadir.\"", "\"The minister came.\"", "\"The minister came.\"", 0 },
	{ "brackets", "Menteri hadir.", "\"The\" minister \"came\"", "\"The\" minister \"came\"",
	  0 },
	{ "brackets", "Menteri hadir.", "\"The minister\" came.", "\"The minister\" came.", 0 },
	{ "brackets", "{Sri}", "⟦1⟧", "⟦1⟧", 0 },
	{ "brackets", "Ya.", "\"\"", "\"\"", 0 },
	/* text around */
	{ "brackets", "Harga {beras}.", "The price of ⟦1⟧ isn&#39;t high.",
	  "The price of ⟦1⟧ isn't high.", 0 },
	{ "brackets", "A&amp;B {beras}.", "A&amp;B ⟦1⟧.", "A&amp;B ⟦1⟧.", 0 },
	/* once, not until nothing is left to decode */
	{ "brackets", "Harga {beras}.", "The tag &amp;lt;b&amp;gt; ⟦1⟧.", "The tag &lt;b&gt; ⟦1⟧.",
	  0 },
	{ "xml", "Di {Bali}.", "In &amp;lt;b&amp;gt; <x id=\"1\">Bali</x>.", "In &lt;b&gt; ⟦1⟧.",
	  0 },
	{ "brackets", "Harga {beras}.", "\n The price\r\nof ⟦1⟧. \n", "The price of ⟦1⟧.", 0 },
};

/* Character references: by the profile's rule, once, outside of tokens. */
static const struct {
	const char *shape;
	enum sulih_unescape rule;
	const char *source, *answer, *parts;
} reference_rows[] = {
	/* what the engine says is what it means */
	{ "brackets", SULIH_UNESCAPE_NONE, "Harga {beras}.", "It isn&#39;t ⟦1⟧ &amp; so on.",
	  "It isn&#39;t ⟦1⟧ &amp; so on." },
	{ "xml", SULIH_UNESCAPE_NONE, "A & B {C}", "A &amp; B <x id=\"1\">C</x>", "A &amp; B ⟦1⟧" },
	/* XML knows five names and numbers */
	{ "brackets", SULIH_UNESCAPE_XML, "Harga {beras}.",
	  "&lt;&gt;&amp;&quot;&apos;&#233;&#xE9;&eacute;&nbsp; ⟦1⟧", "<>&\"'éé&eacute;&nbsp; ⟦1⟧" },
	{ "xml", SULIH_UNESCAPE_XML, "Harga {beras}.", "R&amp;D &eacute; <x id=\"1\">beras</x>",
	  "R&D &eacute; ⟦1⟧" },
	/* HTML some two thousand, and numbers of Windows-1252 */
	{ "brackets", SULIH_UNESCAPE_HTML, "Harga {beras}.",
	  "Caf&eacute; &ldquo;&Scaron;&rdquo; &hellip; &#146; &#X2019; ⟦1⟧", "Café “Š” … ’ ’ ⟦1⟧" },
	{ "span", SULIH_UNESCAPE_HTML, "Harga {beras}.",
	  "Caf&eacute; <span translate=\"no\" id=\"p1\">beras</span>", "Café ⟦1⟧" },
	/* also where the source has ampersands: the rule says that the engine writes them so */
	{ "brackets", SULIH_UNESCAPE_HTML, "R&D {beras}.", "R&amp;D ⟦1⟧.", "R&D ⟦1⟧." },
	{ "brackets", SULIH_UNESCAPE_AS_SENT, "R&D {beras}.", "R&amp;D ⟦1⟧.", "R&amp;D ⟦1⟧." },
	{ "xml", SULIH_UNESCAPE_AS_SENT, "R&D {beras}.", "R&amp;D <x id=\"1\">beras</x>.",
	  "R&D ⟦1⟧." },
	/* a line end stays none, however it is written */
	{ "brackets", SULIH_UNESCAPE_HTML, "Harga {beras}.", "a&#10;b&#8232;c&#x2029;d&#133; ⟦1⟧",
	  "a b c d… ⟦1⟧" },
	/* once */
	{ "brackets", SULIH_UNESCAPE_HTML, "Harga {beras}.", "&amp;amp;lt; &amp;#39; ⟦1⟧",
	  "&amp;lt; &#39; ⟦1⟧" },
	/* a token of a plain shape may be written so, too */
	{ "square", SULIH_UNESCAPE_HTML, "Harga {beras}.", "Price of &#91;1&#93;.",
	  "Price of ⟦1⟧." },
	{ "brackets", SULIH_UNESCAPE_HTML, "Harga {beras}.", "Price of &#10214;1&#x27E7;.",
	  "Price of ⟦1⟧." },
	/* a tag that was escaped once more is text, not a token beside the real one */
	{ "xml", SULIH_UNESCAPE_XML, "{A} dan <b>",
	  "<x id=\"1\">A</x> and &lt;b&gt; &amp;lt;i&amp;gt;", "⟦1⟧ and <b> &lt;i&gt;" },
	/* no references: no semicolon, no such name or number, a lone ampersand */
	{ "brackets", SULIH_UNESCAPE_HTML, "Harga {beras}.",
	  "AT&T &; &#; &#x; &#xG; &nosuch; &#0; &#xD800; &#99999999999; &amp ⟦1⟧ &",
	  "AT&T &; &#; &#x; &#xG; &nosuch; &#0; &#xD800; &#99999999999; &amp ⟦1⟧ &" },
	{ "brackets", SULIH_UNESCAPE_HTML, "Harga {beras}.", "a&#10;b&#9;c ⟦1⟧", "a b c ⟦1⟧" },
};

/* Reads the answer to a source; `text` gets the parts. */
static int read_back(const char *source, const char *answer, const char *shape,
		     enum sulih_unescape rule, struct sulih_buffer *text)
{
	struct sulih_document *document = masked_document(source);
	const struct sulih_item *item = &document->items.items[0];
	const struct sulih_wire_names names = { item->placeholders.items,
						item->placeholders.count };
	struct sulih_parts parts = { NULL, 0, 0 };
	int state = sulih_wire_read(sulih_view_of(answer), item->source.items, item->source.count,
				    names, sulih_shape_named(sulih_view_of(shape)), rule,
				    &document->arena, &parts);

	sulih_parts_write(parts.items, parts.count, text);
	SULIH_VECTOR_RELEASE(&parts);
	sulih_document_free(document);
	return state;
}

static void test_references(void **state)
{
	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(reference_rows); i++) {
		struct sulih_buffer text = SULIH_BUFFER_INIT;
		int got = read_back(reference_rows[i].source, reference_rows[i].answer,
				    reference_rows[i].shape, reference_rows[i].rule, &text);

		if (got != 0 || strcmp(sulih_buffer_view(&text).data, reference_rows[i].parts) != 0)
			fail_msg("row %zu, %s: state %d, parts <%s>", i, reference_rows[i].answer,
				 got, sulih_buffer_view(&text).data);
		sulih_buffer_release(&text);
	}
}

static void test_out(void **state)
{
	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(out_rows); i++) {
		struct sulih_document *document = masked_document(out_rows[i].source);
		const struct sulih_item *item = &document->items.items[0];
		struct sulih_buffer wire = SULIH_BUFFER_INIT;

		sulih_wire_write(item->source.items, item->source.count,
				 (struct sulih_wire_names){ item->placeholders.items,
							    item->placeholders.count },
				 sulih_shape_named(sulih_view_of(out_rows[i].shape)), &wire);
		assert_string_equal(sulih_buffer_view(&wire).data, out_rows[i].wire);
		sulih_buffer_release(&wire);
		sulih_document_free(document);
	}
}

static void test_back(void **state)
{
	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(back_rows); i++) {
		struct sulih_buffer text = SULIH_BUFFER_INIT;
		int got = read_back(back_rows[i].source, back_rows[i].answer, back_rows[i].shape,
				    SULIH_UNESCAPE_AS_SENT, &text);

		if (got != back_rows[i].state ||
		    strcmp(sulih_buffer_view(&text).data, back_rows[i].parts) != 0)
			fail_msg("row %zu, %s: state %d, parts <%s>", i, back_rows[i].answer, got,
				 sulih_buffer_view(&text).data);
		sulih_buffer_release(&text);
	}
}

/* Every shape brings every sentence back to the same parts. */
static void test_round_trip(void **state)
{
	static const char *const sources[] = {
		"{A} bertemu {B}, lalu {C}-nya pergi ({D}).",
		"Rp5 & <b>tebal</b> {E & F}",
		"{a}{b}{c}{d}{e}{f}{g}{h}{i}{j}{k}{l}",
		"tanpa nama",
	};
	const struct sulih_shape *shape;

	(void)state;
	for (size_t s = 0; (shape = sulih_shape_at(s)) != NULL; s++) {
		for (size_t i = 0; i < SULIH_COUNT(sources); i++) {
			struct sulih_document *document = masked_document(sources[i]);
			const struct sulih_item *item = &document->items.items[0];
			const struct sulih_wire_names names = { item->placeholders.items,
								item->placeholders.count };
			struct sulih_buffer wire = SULIH_BUFFER_INIT, want = SULIH_BUFFER_INIT,
					    got = SULIH_BUFFER_INIT;
			struct sulih_parts parts = { NULL, 0, 0 };

			sulih_wire_write(item->source.items, item->source.count, names, shape,
					 &wire);
			assert_int_equal(sulih_wire_read(sulih_buffer_view(&wire),
							 item->source.items, item->source.count,
							 names, shape, SULIH_UNESCAPE_AS_SENT,
							 &document->arena, &parts),
					 0);
			sulih_parts_write(item->source.items, item->source.count, &want);
			sulih_parts_write(parts.items, parts.count, &got);
			assert_string_equal(sulih_buffer_view(&got).data,
					    sulih_buffer_view(&want).data);
			SULIH_VECTOR_RELEASE(&parts);
			sulih_buffer_release(&wire);
			sulih_buffer_release(&want);
			sulih_buffer_release(&got);
			sulih_document_free(document);
		}
	}
}

static bool collides(const char *source, const char *shape)
{
	struct sulih_document *document = masked_document(source);
	const struct sulih_item *item = &document->items.items[0];
	bool result = sulih_wire_collides(item->source.items, item->source.count,
					  sulih_shape_named(sulih_view_of(shape)));

	sulih_document_free(document);
	return result;
}

static void test_collisions(void **state)
{
	(void)state;
	assert_true(collides("Lihat [1] dan {A}", "square"));
	assert_false(collides("Lihat [1] dan {A}", "brackets"));
	assert_false(collides("Lihat [lampiran] dan {A}", "square"));
	assert_true(collides("Kode XN1X dan {A}", "letters"));
	assert_false(collides("Kode XNX dan {A}", "letters"));
}

static void test_shapes(void **state)
{
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_shape shape;

	(void)state;
	assert_int_equal(sulih_shape_parse(SULIH_VIEW("<i n=\"${n}\">"), SULIH_VIEW("</i>"),
					   SULIH_MARKUP_XML, true, &shape, &error),
			 0);
	assert_int_equal(shape.place, SULIH_SHAPE_ATTRIBUTE);
	assert_string_equal(shape.element, "i");
	assert_int_equal(sulih_shape_parse(SULIH_VIEW("QQ${n}Q"), SULIH_VIEW(""), SULIH_MARKUP_NONE,
					   false, &shape, &error),
			 0);
	assert_int_equal(shape.place, SULIH_SHAPE_LETTERED);
	assert_int_equal(sulih_shape_parse(SULIH_VIEW("<x>"), SULIH_VIEW(""), SULIH_MARKUP_XML,
					   false, &shape, NULL),
			 SULIH_ERROR_CONFIG);
	assert_int_equal(sulih_shape_parse(SULIH_VIEW("${n}"), SULIH_VIEW(""), SULIH_MARKUP_NONE,
					   false, &shape, NULL),
			 SULIH_ERROR_CONFIG);
	assert_int_equal(sulih_shape_parse(SULIH_VIEW("<x id=\"${n}\">"), SULIH_VIEW("</x>"),
					   SULIH_MARKUP_NONE, true, &shape, NULL),
			 SULIH_ERROR_CONFIG);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_out),	   cmocka_unit_test(test_back),
		cmocka_unit_test(test_references), cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_collisions), cmocka_unit_test(test_shapes),
	};

	return cmocka_run_group_tests_name("wire", tests, NULL, NULL);
}
