#include "pipeline/cli/filter.h"

#include <unistd.h>

#include "segment/export.h"

struct settings {
	struct sulih_common common;
	bool explain;
	const char *form; /* --export */
};

static const struct sulih_option options[] = {
	SULIH_OPTION_OUTPUT,
	SULIH_OPTION_FROM,
	SULIH_OPTION_JSON,
	SULIH_OPTION_JOBS,
	SULIH_OPTION_VERIFY,
	{ "explain", 0, NULL, "for every border taken or refused, the rule that decided", true },
	SULIH_OPTION_SHOW("roles, borders and quotes for people"),
	{ "export", 0, "FORM", "print the rules for other tools: srx, nonbreaking-prefixes", true },
	{ NULL, 0, NULL, NULL, false }
};

static int set(void *settings, const char *name, const char *value, struct sulih_error *error)
{
	struct settings *s = settings;

	if (strcmp(name, "explain") == 0) {
		s->explain = true;
	} else if (strcmp(name, "export") == 0) {
		if (strcmp(value, "srx") != 0 && strcmp(value, "nonbreaking-prefixes") != 0)
			return sulih_fail(error, SULIH_ERROR_USAGE,
					  "--export is one of srx, nonbreaking-prefixes, not '%s'",
					  value);
		s->form = value;
	} else {
		return sulih_common_set(&s->common, name, value, error);
	}
	return 0;
}

/* One sentence a line, a blank line between blocks and documents. */
static int write_text(struct sulih_run *run, struct sulih_document *document,
		      struct sulih_error *error)
{
	const struct sulih_segmentation *s = &document->segmentation;
	bool follows = sulih_output_follows(&run->output, document->input_index);
	int status = 0;

	for (size_t i = 0; i < s->segments.count && status == 0; i++) {
		const struct sulih_segment_span *segment = &s->segments.items[i];

		if (i > 0 ? segment->block != segment[-1].block : follows)
			sulih_buffer_putc(&run->out, '\n');
		sulih_buffer_add(&run->out, sulih_view_slice(s->running, segment->span.start,
							     segment->span.end));
		sulih_buffer_putc(&run->out, '\n');
		status = sulih_run_pass_on(run, error);
	}
	return status;
}

struct explanation {
	struct sulih_buffer *out;
	const struct sulih_segmentation *segmentation;
};

/* Up to `most` bytes of context, cut at character borders, without line ends. */
static void put_context(struct sulih_buffer *out, struct sulih_view text, size_t at, bool before)
{
	size_t most = 40, start = at, end = at;

	if (before) {
		start = at > most ? at - most : 0;
		while (start < at && ((unsigned char)text.data[start] & 0xC0) == 0x80)
			start++;
	} else {
		end = text.length - at > most ? at + most : text.length;
		while (end > at && end < text.length &&
		       ((unsigned char)text.data[end] & 0xC0) == 0x80)
			end--;
	}
	for (size_t i = start; i < end; i++)
		sulih_buffer_putc(out, text.data[i] == '\n' ? ' ' : text.data[i]);
}

/* `| plain-stop: …lama. ⏐ Warga mulai…`, `- abbreviation: …`. */
static void explain_border(void *context, const struct sulih_border *border)
{
	struct explanation *e = context;

	sulih_buffer_printf(e->out, "%s %-20s ", border->taken ? "|" : "-", border->rule);
	put_context(e->out, e->segmentation->running, border->offset, true);
	sulih_buffer_puts(e->out, border->taken ? "\xE2\x8F\x90" : "\xC2\xB7");
	put_context(e->out, e->segmentation->running, border->offset, false);
	sulih_buffer_putc(e->out, '\n');
}

/* Segments the document once more, with somebody who listens. */
static int write_explanation(struct sulih_run *run, struct sulih_document *document,
			     struct sulih_error *error)
{
	struct explanation explanation = { &run->out, &document->segmentation };
	struct sulih_segment_options listening = { explain_border, &explanation };
	struct sulih_segmentation again;
	int status;

	sulih_segmentation_init(&again);
	status = sulih_segment(sulih_buffer_view(&document->clean.text), &listening, &again, error);
	sulih_segmentation_release(&again);
	return status != 0 ? status : sulih_buffer_status(&run->out, error);
}

/* Colours: heading bold, byline cyan, caption blue, boilerplate grey. */
static const char *colour_of(enum sulih_role role)
{
	switch (role) {
	case SULIH_ROLE_HEADING:
		return "\x1B[1m";
	case SULIH_ROLE_BYLINE:
		return "\x1B[36m";
	case SULIH_ROLE_CAPTION:
		return "\x1B[34m";
	case SULIH_ROLE_BOILERPLATE:
		return "\x1B[90m";
	case SULIH_ROLE_BODY:
		break;
	}
	return "";
}

struct painter {
	struct sulih_buffer *out;
	const struct sulih_segmentation *s;
	bool colour;
	size_t quote; /* the next quote to open */
};

static void paint(const struct painter *p, const char *code)
{
	if (p->colour)
		sulih_buffer_puts(p->out, code);
}

/* The words of one segment, quotes green, the dateline yellow. */
static void paint_segment(struct painter *p, const struct sulih_segment_span *segment)
{
	const struct sulih_block *block = &p->s->blocks.items[segment->block];
	size_t at = segment->span.start;

	paint(p, colour_of(block->role));
	if (block->dateline.end > block->dateline.start && at == block->dateline.start &&
	    block->dateline.end <= segment->span.end) {
		paint(p, "\x1B[33m");
		sulih_buffer_add(p->out, sulih_view_slice(p->s->running, at, block->dateline.end));
		paint(p, "\x1B[0m");
		at = block->dateline.end;
	}
	while (at < segment->span.end) {
		const struct sulih_quote *quote = NULL;
		size_t start = segment->span.end, end = start;

		while (p->quote < p->s->quotes.count && p->s->quotes.items[p->quote].span.end <= at)
			p->quote++;
		if (p->quote < p->s->quotes.count)
			quote = &p->s->quotes.items[p->quote];
		if (quote != NULL && quote->span.start < segment->span.end) {
			start = quote->span.start > at ? quote->span.start : at;
			end = quote->span.end < segment->span.end ? quote->span.end
								  : segment->span.end;
		}
		sulih_buffer_add(p->out, sulih_view_slice(p->s->running, at, start));
		if (end > start) {
			paint(p, "\x1B[32m");
			sulih_buffer_add(p->out, sulih_view_slice(p->s->running, start, end));
			paint(p, "\x1B[0m");
		}
		at = end > start ? end : segment->span.end;
	}
	paint(p, "\x1B[0m");
}

/* Role in a margin, `⏐` before each sentence, the speaker of each quote below it. */
static int write_view(struct sulih_run *run, struct sulih_document *document,
		      struct sulih_error *error)
{
	const struct sulih_segmentation *s = &document->segmentation;
	struct painter painter = { &run->out, s, sulih_run_colours(run), 0 };
	size_t told = 0;

	if (s->segments.count > 0 && sulih_output_follows(&run->output, document->input_index))
		sulih_buffer_putc(&run->out, '\n');
	for (size_t i = 0; i < s->segments.count; i++) {
		const struct sulih_segment_span *segment = &s->segments.items[i];

		sulih_run_margin(run, document, i);
		paint_segment(&painter, segment);
		sulih_buffer_putc(&run->out, '\n');
		for (;
		     told < s->quotes.count && s->quotes.items[told].span.start < segment->span.end;
		     told++) {
			const struct sulih_quote *quote = &s->quotes.items[told];

			if (quote->speaker.end > quote->speaker.start)
				sulih_buffer_printf(&run->out, "%-14s-- %.*s\n", "",
						    SULIH_VIEW_ARGS(sulih_view_slice(
							    s->running, quote->speaker.start,
							    quote->speaker.end)));
		}
	}
	return sulih_buffer_status(&run->out, error);
}

static int export_rules(const struct settings *settings)
{
	const char *target = settings->common.output;
	struct sulih_buffer out = SULIH_BUFFER_INIT;
	struct sulih_error error = SULIH_ERROR_INIT;
	int status;

	if (strcmp(settings->form, "srx") == 0)
		sulih_export_srx(&out);
	else
		sulih_export_nonbreaking_prefixes(&out);
	status = sulih_buffer_status(&out, &error);
	if (status == 0 && target != NULL && strcmp(target, "-") != 0)
		status = sulih_outfile_put(target, false, sulih_buffer_view(&out), &error);
	else if (status == 0)
		status = sulih_write_all(STDOUT_FILENO, sulih_buffer_view(&out), "standard output",
					 &error);
	sulih_buffer_release(&out);
	return status == 0 ? SULIH_STATUS_OK : sulih_say_error(&error);
}

static int run(void *settings, int count, char **operands)
{
	const struct settings *s = settings;

	if (s->form != NULL)
		return export_rules(s);
	if (!sulih_views_agree(&s->common, s->explain))
		return SULIH_STATUS_USAGE;
	return sulih_filter(&s->common, SULIH_PHASE_SEGMENT,
			    s->explain	     ? write_explanation
			    : s->common.show ? write_view
					     : write_text,
			    NULL, count, operands);
}

const struct sulih_command sulih_command_segment = {
	.name = "segment",
	.summary = "Cuts text into blocks and sentences: one sentence a line, a blank line between "
		   "blocks.",
	.synopsis = "[OPTION]... [FILE|FOLDER]...",
	.options = options,
	.set = set,
	.run = run,
	.settings_size = sizeof(struct settings),
};
