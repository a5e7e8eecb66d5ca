#include "pipeline/translate/engine.h"

#include "pipeline/translate/builtin.h"
#include "pipeline/translate/session/http_engine.h"

int sulih_engine_open(const char *name, const struct sulih_engine_options *options,
		      struct sulih_engine **engine, struct sulih_error *error)
{
	*engine = NULL;
	if (strcmp(name, "echo") == 0 || strcmp(name, "gloss") == 0)
		return sulih_builtin_engine_open(name, options, engine, error);
	return sulih_http_engine_open(name, options, engine, error);
}

int sulih_engine_run_at_once(struct sulih_engine *engine, bool *idle, struct sulih_error *error)
{
	(void)engine;
	(void)error;
	*idle = true;
	return 0;
}

size_t sulih_engine_appetite_of_one(const struct sulih_engine *engine)
{
	(void)engine;
	return 1;
}

/* ⟦1⟧, nearly all of them with one digit or two. */
static void put_token(struct sulih_buffer *out, unsigned number)
{
	char token[] = "⟦00⟧";
	size_t bracket = sizeof("⟦") - 1;

	if (number > 99) {
		sulih_buffer_add(out, SULIH_VIEW("⟦"));
		sulih_buffer_put_number(out, number);
		sulih_buffer_add(out, SULIH_VIEW("⟧"));
		return;
	}
	token[bracket] = (char)('0' + number / 10);
	token[bracket + 1] = (char)('0' + number % 10);
	if (number < 10)
		memmove(token + bracket, token + bracket + 1, sizeof(token) - bracket - 1);
	sulih_buffer_append(out, token, sizeof(token) - 1 - (number < 10));
}

void sulih_parts_write(const struct sulih_part *parts, size_t count, struct sulih_buffer *out)
{
	for (size_t i = 0; i < count; i++) {
		if (parts[i].placeholder == 0) {
			sulih_buffer_add(out, parts[i].text);
			continue;
		}
		put_token(out, parts[i].placeholder);
	}
}

int sulih_item_keep_source(struct sulih_item *item, enum sulih_item_state state)
{
	item->target.count = 0;
	if (SULIH_VECTOR_RESERVE(&item->target, item->source.count) != 0)
		return SULIH_ERROR_MEMORY;
	for (size_t i = 0; i < item->source.count; i++)
		item->target.items[item->target.count++] = item->source.items[i];
	item->state = state;
	return 0;
}
