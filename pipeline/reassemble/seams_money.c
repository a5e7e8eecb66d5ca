/* Seams of money: the currency that a token's English says is not said beside it too. */
#include "base/letter.h"
#include "lists.h"
#include "pipeline/reassemble/seams_inside.h"

/* The row of the currency that the English of a sum begins with; no entry: of none. */
static struct sulih_row currency_of(struct sulih_view target)
{
	for (uint32_t i = 0; i < sulih_list_currencies.count; i++) {
		struct sulih_row row = sulih_table_row(&sulih_list_currencies, i);

		if (sulih_view_starts(target, sulih_row_column(&row, 0)))
			return row;
	}
	return (struct sulih_row){ .listed = false };
}

/* "Rp ⟦Rp15,000⟧", "$⟦US$5 million⟧". */
void sulih_seam_drop_currency(const struct sulih_seam *seam, struct sulih_buffer *out, size_t from)
{
	struct sulih_row currency;
	struct sulih_view text, signs;
	size_t longest = 0;

	if (seam->placeholder->kind != SULIH_KIND_MONEY || out->failed != 0)
		return;
	currency = currency_of(seam->target);
	signs = sulih_row_column(&currency, 1);
	text = sulih_buffer_view_from(out, from);
	while (text.length > 0 && text.data[text.length - 1] == ' ')
		text.length--;
	while (signs.length > 0) {
		struct sulih_view sign = sulih_view_cut(&signs, ',');

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
	struct sulih_row currency = currency_of(target);
	struct sulih_view words = sulih_row_column(&currency, 2);
	size_t longest = 0;

	if (!currency.listed || after.length == 0 || after.data[0] != ' ')
		return 0;
	after = sulih_view_slice(after, 1, after.length);
	while (words.length > 0) {
		struct sulih_view word = sulih_view_cut(&words, ',');

		if (word.length > longest && sulih_view_starts(after, word) &&
		    (after.length == word.length ||
		     (!sulih_byte_is_letter(after.data[word.length]) &&
		      (unsigned char)after.data[word.length] < 0x80)))
			longest = word.length;
	}
	return longest > 0 ? longest + 1 : 0;
}
