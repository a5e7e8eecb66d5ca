/* Seams of money: the currency that a token's English says is not said beside it too. */
#include "base/letter.h"
#include "pipeline/reassemble/seams_inside.h"

/* What the English of a sum begins with, what writers and engines put before it for the same, and
 * what behind it. */
static const struct currency {
	const char *sign;
	const char *before[6];
	const char *behind[6];
} currencies[] = {
	{ "Rp", { "Rp", "Rp.", "IDR" }, { "rupiahs", "rupiah", "Rupiah", "IDR" } },
	{ "US$",
	  { "US$", "USD", "$" },
	  { "US dollars", "U.S. dollars", "dollars", "USD", "US dollar", "dollar" } },
	{ "S$", { "S$", "SGD", "$" }, { "Singapore dollars", "dollars", "SGD" } },
	{ "A$", { "A$", "AUD", "$" }, { "Australian dollars", "dollars", "AUD" } },
	{ "RM", { "RM", "MYR" }, { "ringgit", "MYR" } },
	{ "\xE2\x82\xAC", { "\xE2\x82\xAC", "EUR" }, { "euros", "EUR" } },
	{ "\xC2\xA3", { "\xC2\xA3", "GBP" }, { "pounds", "pounds sterling", "GBP" } },
};

static const struct currency *currency_of(struct sulih_view target)
{
	for (size_t i = 0; i < SULIH_COUNT(currencies); i++)
		if (sulih_view_starts(target, sulih_view_of(currencies[i].sign)))
			return &currencies[i];
	return NULL;
}

/* "Rp ⟦Rp15,000⟧", "$⟦US$5 million⟧". */
void sulih_seam_drop_currency(const struct sulih_seam *seam, struct sulih_buffer *out, size_t from)
{
	const struct currency *currency =
		seam->placeholder->kind == SULIH_KIND_MONEY ? currency_of(seam->target) : NULL;
	struct sulih_view text;
	size_t longest = 0;

	if (currency == NULL || out->failed != 0)
		return;
	text = sulih_buffer_view_from(out, from);
	while (text.length > 0 && text.data[text.length - 1] == ' ')
		text.length--;
	for (size_t i = 0; i < 6 && currency->before[i] != NULL; i++) {
		struct sulih_view sign = sulih_view_of(currency->before[i]);

		if (sign.length > longest && sulih_view_ends(text, sign) &&
		    (text.length == sign.length ||
		     strchr(" (-", text.data[text.length - sign.length - 1]) != NULL))
			longest = sign.length;
	}
	if (longest > 0)
		sulih_buffer_truncate(out, from + text.length - longest);
}

/* "⟦US$5 million⟧ dollars": the bytes that go. */
size_t sulih_seam_currency_again(struct sulih_view target, struct sulih_view after)
{
	const struct currency *currency = currency_of(target);
	size_t longest = 0;

	if (currency == NULL || after.length == 0 || after.data[0] != ' ')
		return 0;
	after = sulih_view_slice(after, 1, after.length);
	for (size_t i = 0; i < 6 && currency->behind[i] != NULL; i++) {
		struct sulih_view word = sulih_view_of(currency->behind[i]);

		if (word.length > longest && sulih_view_starts(after, word) &&
		    (after.length == word.length ||
		     (!sulih_byte_is_letter(after.data[word.length]) &&
		      (unsigned char)after.data[word.length] < 0x80)))
			longest = word.length;
	}
	return longest > 0 ? longest + 1 : 0;
}
