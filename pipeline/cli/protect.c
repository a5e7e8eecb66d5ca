#include "pipeline/cli/protect_view.h"
#include "pipeline/translate/engine.h"

static const struct sulih_option options[] = {
	SULIH_OPTION_OUTPUT,
	SULIH_OPTION_FROM,
	SULIH_OPTION_JSON,
	{ "explain", 0, NULL, "for every span, and what was no span, the rule and what it saw",
	  true },
	SULIH_OPTION_SHOW("the text for people, its spans with their English"),
	SULIH_OPTION_JOBS,
	SULIH_OPTION_VERIFY,
	SULIH_OPTION_TO_LANG,
	SULIH_OPTION_GLOSSARY,
	SULIH_OPTION_STYLE,
	SULIH_OPTION_QUOTES,
	SULIH_OPTION_MOST_MASKED,
	{ NULL, 0, NULL, NULL, false }
};

static int set(void *settings, const char *name, const char *value, struct sulih_error *error)
{
	return sulih_common_set(settings, name, value, error);
}

/* The masked text: one item a line, a blank line between blocks and documents. */
static int write_text(struct sulih_run *run, struct sulih_document *document,
		      struct sulih_error *error)
{
	const struct sulih_segmentation *s = &document->segmentation;
	bool follows = sulih_output_follows(&run->output, document->input_index);
	size_t block = 0;
	int status = 0;

	for (size_t i = 0; i < document->items.count && status == 0; i++) {
		const struct sulih_item *item = &document->items.items[i];

		if (i > 0 ? s->segments.items[item->segment].block != block : follows)
			sulih_buffer_putc(&run->out, '\n');
		block = s->segments.items[item->segment].block;
		sulih_parts_write(item->source.items, item->source.count, &run->out);
		sulih_buffer_putc(&run->out, '\n');
		status = sulih_run_pass_on(run, error);
	}
	return status;
}

static int run(void *settings, int count, char **operands)
{
	struct sulih_common *c = settings;

	if (!sulih_views_agree(c, c->explain))
		return SULIH_STATUS_USAGE;
	c->spans_only = c->explain || c->show != NULL;
	return sulih_filter(c, SULIH_PHASE_PROTECT,
			    c->explain	      ? sulih_protect_explain
			    : c->show != NULL ? sulih_protect_show
					      : write_text,
			    NULL, count, operands);
}

const struct sulih_command sulih_command_protect = {
	.name = "protect",
	.summary = "Gives every name, number, date and term a ruling and masks it.",
	.synopsis = "[OPTION]... [FILE|FOLDER]...",
	.details =
		"Without --json, --explain or --show it prints the masked text.\n"
		"Rulings: copy (as it is), map (an English form is known), convert (rewritten for\n"
		"English), leave (recognised, but the translator has the words: not masked).\n"
		"--explain, a line a span: place, ruling, kind, SOURCE → TARGET | RULE: what it "
		"says:\n"
		"what it saw. A line with '-' is what was considered and not taken.\n"
		"--show: [copied], [Korea Utara → North Korea], {left to the translator}.\n",
	.options = options,
	.set = set,
	.run = run,
	.settings_size = sizeof(struct sulih_common),
};
