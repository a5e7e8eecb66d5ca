#include "pipeline/translate/tokens/glue.h"

#include "base/letter.h"
#include "base/utf8.h"

static bool is_word_character(uint32_t c)
{
	return sulih_is_letter(c) || sulih_is_digit(c);
}

bool sulih_glued_left(const struct sulih_part *parts, size_t index)
{
	size_t start;

	if (index == 0)
		return false;
	if (parts[index - 1].placeholder != 0)
		return true;
	return parts[index - 1].text.length > 0 &&
	       is_word_character(sulih_utf8_before(parts[index - 1].text.data,
						   parts[index - 1].text.length, &start));
}

bool sulih_glued_right(const struct sulih_part *parts, size_t count, size_t index)
{
	struct sulih_view next;
	size_t used;

	if (index + 1 >= count)
		return false;
	if (parts[index + 1].placeholder != 0)
		return true;
	next = parts[index + 1].text;
	return next.length > 0 &&
	       is_word_character(sulih_utf8_decode(next.data, next.length, &used));
}

static size_t place_of(const struct sulih_part *parts, size_t count, unsigned placeholder)
{
	size_t i = 0;

	while (i < count && parts[i].placeholder != placeholder)
		i++;
	return i;
}

void sulih_reglue(const struct sulih_part *source, size_t source_count, struct sulih_parts *parts)
{
	for (size_t i = 0; i < parts->count; i++) {
		size_t at;

		if (parts->items[i].placeholder == 0)
			continue;
		at = place_of(source, source_count, parts->items[i].placeholder);
		if (at == source_count)
			continue;
		if (i > 0 && parts->items[i - 1].placeholder == 0 && sulih_glued_left(source, at)) {
			struct sulih_view *before = &parts->items[i - 1].text;

			before->length -=
				before->length > 0 && before->data[before->length - 1] == ' ';
		}
		if (i + 1 < parts->count && parts->items[i + 1].placeholder == 0 &&
		    sulih_glued_right(source, source_count, at)) {
			struct sulih_view *behind = &parts->items[i + 1].text;
			size_t blank = behind->length > 0 && behind->data[0] == ' ';

			behind->data += blank;
			behind->length -= blank;
		}
	}
}
