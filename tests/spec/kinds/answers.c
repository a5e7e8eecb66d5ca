/* What is thought of an answer: a line that was sent, a line that came back, the verdict. */
#include "pipeline/translate/verify/verify.h"
#include "tests/spec/spec.h"
#include "tests/support/masked.h"

static const struct {
	unsigned fault;
	const char *name;
} names[] = {
	{ SULIH_FAULT_EMPTY, "empty" },		{ SULIH_FAULT_PLACEHOLDER, "placeholder" },
	{ SULIH_FAULT_NUMBER, "number" },	{ SULIH_FAULT_LOOP, "loop" },
	{ SULIH_FAULT_TRUNCATED, "truncated" }, { SULIH_FAULT_LENGTH, "length" },
	{ SULIH_FAULT_SCRIPT, "script" },	{ SULIH_FAULT_SUSPECT, "no end" },
	{ SULIH_FAULT_SENTENCES, "sentences" }, { SULIH_NOTE_ECHO, "echo" },
	{ SULIH_NOTE_RESIDUE, "Indonesian" },	{ SULIH_FAULT_COUNT, "number word" },
	{ SULIH_FAULT_TALK, "talk" },
};

static void write_verdict(unsigned faults, struct sulih_buffer *output)
{
	size_t from = output->length;

	for (size_t i = 0; i < SULIH_COUNT(names); i++) {
		if ((faults & names[i].fault) == 0)
			continue;
		sulih_buffer_puts(output, output->length > from ? ", " : "");
		sulih_buffer_puts(output, names[i].name);
	}
	if (output->length == from)
		sulih_buffer_puts(output, "sound");
	sulih_buffer_puts(output, (faults & SULIH_FAULTS_HARD)	 ? ": refused"
				  : (faults & SULIH_FAULTS_SOFT) ? ": asked once more"
								 : "");
}

static int run_answer(struct sulih_view input, struct sulih_buffer *output,
		      struct sulih_error *error)
{
	const struct sulih_verify_options options = { .english = true };
	struct sulih_document *both = masked_document(input.data);
	const struct sulih_item *source, *target;

	if (both == NULL || both->items.count != 2) {
		sulih_document_free(both);
		return sulih_fail(error, SULIH_ERROR_INPUT, "two lines are wanted");
	}
	source = &both->items.items[0];
	target = &both->items.items[1];
	write_verdict(sulih_verify(source->source.items, source->source.count, target->source.items,
				   target->source.count,
				   (struct sulih_wire_names){ source->placeholders.items,
							      source->placeholders.count },
				   &options),
		      output);
	sulih_document_free(both);
	return sulih_buffer_status(output, error);
}

SPEC_KIND("answer", run_answer);
