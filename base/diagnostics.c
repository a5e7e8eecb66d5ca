#include "base/diagnostics.h"

#include <stdarg.h>

#include "base/utf8.h"

static const struct {
	const char *name;
	enum sulih_level level;
} catalogue[SULIH_DIAGNOSTIC_COUNT] = {
#define SULIH_DIAGNOSTIC(id, text, level, summary) { text, level },
#include "base/diagnostics.def"
#undef SULIH_DIAGNOSTIC
};

const char *sulih_diagnostic_name(enum sulih_diagnostic_id id)
{
	return catalogue[id].name;
}

enum sulih_level sulih_diagnostic_level(enum sulih_diagnostic_id id)
{
	return catalogue[id].level;
}

const char *sulih_level_name(enum sulih_level level)
{
	return level == SULIH_INFO ? "info" : level == SULIH_WARNING ? "warning" : "error";
}

void sulih_diagnostics_init(struct sulih_diagnostics *diagnostics)
{
	*diagnostics = (struct sulih_diagnostics){ 0 };
}

void sulih_diagnostics_release(struct sulih_diagnostics *diagnostics)
{
	SULIH_VECTOR_RELEASE(&diagnostics->list);
	sulih_arena_release(&diagnostics->arena);
	sulih_diagnostics_init(diagnostics);
}

void sulih_diagnose(struct sulih_diagnostics *diagnostics, enum sulih_diagnostic_id id,
		    struct sulih_span span, const char *format, ...)
{
	struct sulih_diagnostic *one = SULIH_VECTOR_ADD(&diagnostics->list);
	char message[512];
	va_list arguments;

	if (one == NULL) {
		diagnostics->failed = true;
		return;
	}
	va_start(arguments, format);
	sulih_utf8_print_va(message, sizeof(message), format, arguments);
	va_end(arguments);
	one->id = id;
	one->span = span;
	one->message = sulih_arena_copy(&diagnostics->arena, sulih_view_of(message));
	if (one->message.data == NULL) {
		diagnostics->failed = true;
		one->message = (struct sulih_view){ "", 0 };
	}
}
