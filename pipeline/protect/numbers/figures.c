#include "base/letter.h"
#include "pipeline/protect/numbers/figures.h"

void sulih_figures_begin(struct figures *f)
{
	sulih_buffer_clear(&f->target);
	sulih_buffer_clear(&f->value);
}

struct sulih_span sulih_figures_source(const struct figures *f, size_t first, size_t end)
{
	struct sulih_span span = { sulih_figures_token(f, first)->start,
				   sulih_figures_token(f, end - 1)->end };

	return sulih_document_source_span(f->document, span);
}

static int priority_of(enum sulih_span_kind kind)
{
	switch (kind) {
	case SULIH_KIND_URL:
	case SULIH_KIND_EMAIL:
	case SULIH_KIND_HANDLE:
	case SULIH_KIND_HASHTAG:
		return SULIH_PRIORITY_NET;
	case SULIH_KIND_LAW:
		return SULIH_PRIORITY_MAP;
	case SULIH_KIND_MONEY:
	case SULIH_KIND_CODE:
		/* the country in "40 juta dolar AS", the court in "12/Pid.B/2024/PN Jkt" are no
		 * names of their own */
		return SULIH_PRIORITY_MAP + 1;
	default:
		return SULIH_PRIORITY_FIGURE;
	}
}

static void set_words(struct figures *f, struct sulih_candidate *candidate)
{
	candidate->is.target = sulih_arena_copy(&f->document->arena, sulih_buffer_view(&f->target));
	candidate->is.value = sulih_arena_copy(&f->document->arena, sulih_buffer_view(&f->value));
	if (candidate->is.target.data == NULL || candidate->is.value.data == NULL)
		f->failed = true;
}

void sulih_figures_add(struct figures *f, size_t first, size_t end, enum sulih_span_kind kind,
		       enum sulih_ruling ruling, const char *why)
{
	const struct token *a = sulih_figures_token(f, first), *z = sulih_figures_token(f, end - 1);
	struct sulih_candidate *candidate;

	if (f->target.failed != 0 || f->value.failed != 0) {
		f->failed = true;
		return;
	}
	candidate = sulih_candidate_add(f->candidates, a->start, z->end, kind, ruling, why);
	if (candidate == NULL) {
		f->failed = true;
		return;
	}
	/* iOS 17.4.1: a version alone is part of the name before it */
	candidate->priority = kind == SULIH_KIND_CODE && end == first + 1 &&
					      sulih_view_is(sulih_view_of(why), "version")
				      ? SULIH_PRIORITY_FIGURE
				      : priority_of(kind);
	set_words(f, candidate);
	candidate = sulih_figures_join(f, first);
	if (candidate != NULL)
		set_words(f, candidate);
	if (end > f->first_free)
		f->first_free = end;
}

/* The head of the segment, or a mark behind which a sentence may begin; no comma:
 * "di Solo, Sabtu (2/8/2025) lalu" is last Saturday. */
static bool may_begin_sentence(const struct figures *f, size_t first)
{
	const struct token *before = first > 0 ? sulih_figures_token(f, first - 1) : NULL;

	return before == NULL || (before->kind == TOKEN_MARK &&
				  (before->mark > 127 || !strchr(",;/-", (int)before->mark)));
}

/* "Mei lalu …" begins a sentence: Last May. */
static void keep_capital(struct figures *f, size_t first)
{
	const struct token *t = sulih_figures_token(f, first);
	char *start = f->target.data;

	if (f->target.length > 0 && t->capital && start[0] >= 'a' && start[0] <= 'z' &&
	    may_begin_sentence(f, first))
		start[0] = (char)(start[0] - 32);
}

void sulih_figures_convert(struct figures *f, size_t first, size_t end, enum sulih_span_kind kind,
			   const char *why)
{
	struct sulih_view source = sulih_view_slice(f->text, sulih_figures_token(f, first)->start,
						    sulih_figures_token(f, end - 1)->end);
	bool same;

	keep_capital(f, first);
	same = sulih_view_equal(source, sulih_buffer_view(&f->target));

	sulih_figures_add(f, first, end, kind, same ? SULIH_COPY : SULIH_CONVERT, why);
}

void sulih_figures_copy(struct figures *f, size_t first, size_t end, enum sulih_span_kind kind,
			const char *why)
{
	sulih_buffer_clear(&f->target);
	sulih_buffer_add(&f->target, sulih_view_slice(f->text, sulih_figures_token(f, first)->start,
						      sulih_figures_token(f, end - 1)->end));
	sulih_figures_add(f, first, end, kind, SULIH_COPY, why);
}

void sulih_figures_outrank_names(struct figures *f)
{
	if (f->candidates->list.count > 0)
		SULIH_VECTOR_LAST(&f->candidates->list)->priority = SULIH_PRIORITY_MAP + 1;
}

static size_t match_number(struct figures *f, size_t i)
{
	static figure_rule *const rules[] = { sulih_figure_law_number, sulih_figure_code,
					      sulih_figure_hijri,      sulih_figure_era,
					      sulih_figure_date,       sulih_figure_clock,
					      sulih_figure_decade,     sulih_figure_phone,
					      sulih_figure_score,      sulih_figure_coordinate,
					      sulih_figure_version,    sulih_figure_sides,
					      sulih_figure_quantity };
	size_t next = 0;

	if (sulih_figures_in_word(f, i))
		return 0;
	for (size_t r = 0; r < SULIH_COUNT(rules) && next == 0; r++)
		next = rules[r](f, i);
	return next;
}

static size_t first_of(struct figures *f, size_t i, figure_rule *a, figure_rule *b)
{
	size_t next = a(f, i);

	return next != 0 ? next : b(f, i);
}

/* Whether the token may go on a code or a number of a case that began before it. */
static bool is_tied(const struct token *t)
{
	return !t->gap &&
	       (t->kind != TOKEN_MARK || t->mark == '/' || t->mark == '.' || t->mark == '-');
}

static size_t match_word(struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);

	switch (t->role) {
	case ROLE_CURRENCY:
		return first_of(f, i, sulih_figure_money, sulih_figure_code);
	case ROLE_DIGIT:
	case ROLE_FIXED:
	case ROLE_ONE_SCALE:
	case ROLE_QUARTER:
		return sulih_figure_words(f, i);
	case ROLE_HALF:
		return first_of(f, i, sulih_figure_clock, sulih_figure_words);
	case ROLE_ORDINAL:
	case ROLE_CENTURY:
		return sulih_figure_ordinal(f, i);
	case ROLE_YEAR:
	case ROLE_ERA:
	case ROLE_AGE:
		return sulih_figure_decade(f, i);
	case ROLE_MONTH:
		return sulih_figure_date(f, i);
	case ROLE_HIJRI:
		return sulih_figure_hijri(f, i);
	case ROLE_DAYPART:
	case ROLE_WEEKDAY:
		return sulih_figure_night(f, i);
	case ROLE_CLOCK: /* PK-LQP is no "pk. 19.00" */
		return first_of(f, i, sulih_figure_clock, sulih_figure_code);
	case ROLE_LAW:
	case ROLE_ARTICLE:
	case ROLE_NUMBER:
		return first_of(f, i, sulih_figure_law, sulih_figure_code);
	case ROLE_PHONE:
		return sulih_figure_phone(f, i);
	default:
		/* "Presiden Jokowi,": no sign of money, no code */
		if (sulih_figures_length(t) > 2 && !is_tied(sulih_figures_token(f, i + 1)) &&
		    sulih_byte_is_letter(f->text.data[t->end - 1]))
			return 0;
		return t->capital || sulih_figures_is_tight(f, i + 1, '.')
			       ? first_of(f, i, sulih_figure_money, sulih_figure_code)
			       : 0;
	}
}

static size_t match_mark(struct figures *f, size_t i)
{
	switch (sulih_figures_token(f, i)->mark) {
	case '$':
	case 0x20AC: /* € */
	case 0xA3:   /* £ */
	case 0xA5:   /* ¥ */
	case 0x20A9: /* ₩ */
	case 0x20AB: /* ₫ */
	case 0x20B1: /* ₱ */
	case 0x20B9: /* ₹ */
	case 0x20BA: /* ₺ */
	case 0x20BD: /* ₽ */
	case 0xE3F:  /* ฿ */
		return sulih_figure_money(f, i);
	case '+':
	case '(':
		return sulih_figure_phone(f, i);
	default:
		return 0;
	}
}

/* For --explain: a figure of its own that needs no mask. */
static void refuse_number(struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);

	if (i >= f->first_free && !sulih_figures_in_word(f, i))
		sulih_refuse(f->candidates, t->start, t->end, "plain figure", SULIH_VIEW(""));
}

/* Words that say something only beside a figure: they begin none. */
static bool begins_none(const struct figures *f, const struct name_token *token)
{
	uint32_t figure = f->words->words.items[token->word].figure;
	uint8_t role = f->words->figures.items[figure - 1].role;

	return role == ROLE_JOINER || role == ROLE_WHICH || role == ROLE_PAST || role == ROLE_SCORE;
}

/*
 * Whether a figure may stand in the segment: where no number is, no word of figures, no
 * register (PK-LQP) and nothing that must be cut anew, no rule applies.  So it is with every
 * third sentence.
 */
static bool may_have_figures(const struct figures *f, size_t segment)
{
	const uint32_t *bounds = f->words->segments.items + segment;
	const struct name_token *tokens = f->words->tokens.items;

	for (uint32_t i = bounds[0]; i < bounds[1]; i++) {
		const struct name_token *token = &tokens[i];

		if (token->kind == TOKEN_NUMBER || !(token->flags & TOKEN_PLAIN))
			return true;
		if (token->facts & FACT_FIGURE && !begins_none(f, token))
			return true;
		if (token->shape == SHAPE_UPPER && token->end - token->start == 2 &&
		    memcmp(f->text.data + token->start, "PK", 2) == 0)
			return true;
	}
	return false;
}

/* The higher bound of 10 s.d. 15, which no rule took; else what they said. */
static size_t first_range(struct figures *f, size_t i, size_t next)
{
	size_t end = sulih_figure_plain_range(f, i);

	return end != 0 ? end : next;
}

static void find_in_segment(struct figures *f, size_t segment)
{
	if (!may_have_figures(f, segment))
		return;
	sulih_figures_tokenise(f, segment);
	f->first_free = 0;
	f->english_here = f->clock_seen = f->law_named = false;
	f->score_end = f->law_sought = 0;
	for (size_t i = 0; i < f->tokens.count && !f->failed;) {
		size_t next = 0, count;

		switch ((enum token_kind)f->tokens.items[i].kind) {
		case TOKEN_NUMBER:
			count = f->candidates->list.count;
			next = match_number(f, i);
			if (f->candidates->list.count == count && f->first_free <= i)
				next = first_range(f, i, next);
			if (f->candidates->explain && f->candidates->list.count == count)
				refuse_number(f, i);
			break;
		case TOKEN_WORD:
			/* most words are no part of a figure */
			if (f->tokens.items[i].role != ROLE_NONE || f->tokens.items[i].capital ||
			    sulih_figures_is_tight(f, i + 1, '.'))
				next = match_word(f, i);
			if (next == 0 && (f->tokens.items[i].role == ROLE_WEEKDAY ||
					  f->tokens.items[i].role == ROLE_MONTH))
				next = sulih_figure_day_range(f, i);
			break;
		case TOKEN_MARK:
			next = match_mark(f, i);
			break;
		case TOKEN_NET:
			f->first_free = i + 1;
			break;
		}
		i = next > i ? next : i + 1;
	}
}

int sulih_find_figures(struct sulih_document *document, const struct sulih_word_memory *words,
		       const struct sulih_protect_options *options,
		       struct sulih_candidates *candidates, struct sulih_error *error)
{
	struct figures f = { .document = document,
			     .options = options,
			     .candidates = candidates,
			     .words = words,
			     .text = document->segmentation.running };

	for (size_t i = 0; i < document->segmentation.segments.count && !f.failed; i++)
		find_in_segment(&f, i);
	free(f.tokens.items);
	sulih_buffer_release(&f.target);
	sulih_buffer_release(&f.value);
	return f.failed ? sulih_fail_memory(error) : 0;
}
