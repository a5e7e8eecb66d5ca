/* Character references, decoded exactly once. */
#include "pipeline/translate/tokens/wire.h"

#include "base/utf8.h"

static const struct {
	const char *name;
	uint32_t code_point;
} entities[] = {
	{ "amp", '&' },	      { "lt", '<' },	   { "gt", '>' },	{ "quot", '"' },
	{ "apos", '\'' },     { "nbsp", 0xA0 },	   { "ldquo", 0x201C }, { "rdquo", 0x201D },
	{ "lsquo", 0x2018 },  { "rsquo", 0x2019 }, { "ndash", 0x2013 }, { "mdash", 0x2014 },
	{ "hellip", 0x2026 }, { "euro", 0x20AC },  { "pound", 0xA3 },
};

/* The number of "#39" or "#x27"; 0 when it is none. */
static uint32_t numeric(struct sulih_view name)
{
	bool hex = name.length > 2 && (name.data[1] | 32) == 'x';
	uint32_t value = 0;

	for (size_t i = hex ? 2 : 1; i < name.length; i++) {
		char c = name.data[i];
		uint32_t digit = c >= '0' && c <= '9' ? (uint32_t)(c - '0')
				 : hex && (c | 32) >= 'a' && (c | 32) <= 'f'
					 ? (uint32_t)((c | 32) - 'a' + 10)
					 : 99;

		if (digit == 99 || value > 0x10FFFF)
			return 0;
		value = value * (hex ? 16 : 10) + digit;
	}
	return value > 0x10FFFF ? 0 : value;
}

static uint32_t entity(struct sulih_view name)
{
	if (name.length > 1 && name.data[0] == '#')
		return numeric(name);
	for (size_t i = 0; i < sizeof(entities) / sizeof(*entities); i++)
		if (sulih_view_is(name, entities[i].name))
			return entities[i].code_point;
	return 0;
}

void sulih_entities_decode(struct sulih_view text, struct sulih_buffer *out)
{
	size_t from = 0;

	for (size_t i = 0; i < text.length; i++) {
		size_t end = i + 1;
		uint32_t c;

		if (text.data[i] != '&')
			continue;
		while (end < text.length && end - i < 12 && text.data[end] != ';')
			end++;
		if (end >= text.length || text.data[end] != ';')
			continue;
		c = entity(sulih_view_slice(text, i + 1, end));
		if (c == 0)
			continue;
		sulih_buffer_add(out, sulih_view_slice(text, from, i));
		sulih_buffer_put_code_point(out, c);
		from = end + 1;
		i = end;
	}
	sulih_buffer_add(out, sulih_view_slice(text, from, text.length));
}
