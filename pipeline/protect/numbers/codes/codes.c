/* What is copied as it stands: case and identity numbers, versions. */
#include "base/letter.h"
#include "pipeline/protect/numbers/figures.h"

enum { CHUNK_MAX = 80 };

/* v1.2.3, and 1.2.3 where it is no figure and no date. */
static size_t version(struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i), *rest = sulih_figures_token(f, i + 2);
	struct sulih_view text = sulih_figures_text(f, t);
	struct decimal value;

	if (t->kind == TOKEN_NUMBER) {
		if (sulih_decimal_read(text, &value) != NUMBER_OTHER ||
		    memchr(text.data, ',', text.length) != NULL)
			return 0;
		sulih_figures_copy(f, i, i + 1, SULIH_KIND_CODE, "version");
		return i + 1;
	}
	if ((text.data[0] | 32) != 'v' || text.length < 2 || text.length > 4 ||
	    !sulih_byte_is_digit(text.data[1]) || !sulih_figures_is_tight(f, i + 1, '.') ||
	    rest->kind != TOKEN_NUMBER || rest->gap)
		return 0;
	sulih_figures_copy(f, i, i + 3, SULIH_KIND_CODE, "version");
	return i + 3;
}

struct chunk {
	unsigned slashes, letters, digits;
	size_t end; /* token index behind it */
};

/* The run of letters, digits, slashes, stops and hyphens without a blank from token `i`. */
static struct chunk read_chunk(const struct figures *f, size_t i)
{
	struct chunk c = { .end = i };

	for (size_t at = i; at < f->tokens.count && at < i + CHUNK_MAX; at++) {
		const struct token *t = sulih_figures_token(f, at);

		if (t->gap && at > i)
			break;
		if (t->kind == TOKEN_MARK) {
			if (t->mark != '/' && t->mark != '.' && t->mark != '-')
				break;
			c.slashes += t->mark == '/';
			continue; /* a mark at the end does not count */
		}
		if (t->kind == TOKEN_NET)
			break;
		c.letters += t->kind == TOKEN_WORD;
		c.digits += t->kind == TOKEN_NUMBER;
		c.end = at + 1;
	}
	return c;
}

/* "…/2024/PN Jkt.Pst": the seat of the court belongs to the number. */
static size_t skip_seat(const struct figures *f, size_t end)
{
	struct sulih_view last = sulih_figures_text(f, sulih_figures_token(f, end - 1));
	const struct token *t = sulih_figures_token(f, end);

	if (!(sulih_view_is(last, "PN") || sulih_view_is(last, "PT") ||
	      sulih_view_is(last, "PA")) ||
	    !t->gap || t->kind != TOKEN_WORD || !t->capital || sulih_figures_length(t) > 4)
		return end;
	end++;
	while (sulih_figures_is_tight(f, end, '.') && sulih_figures_token(f, end + 1)->capital &&
	       !sulih_figures_token(f, end + 1)->gap)
		end += 2;
	/* Jkt Pst, Jkt Sel: the parts of the capital */
	if (sulih_figures_token(f, end)->gap && sulih_figures_token(f, end)->capital &&
	    sulih_figures_length(sulih_figures_token(f, end)) == 3 &&
	    strstr("Pst Sel Utr Tim Brt Bar Slt PST SEL UTR TIM BRT",
		   (char[4]){ f->text.data[sulih_figures_token(f, end)->start],
			      f->text.data[sulih_figures_token(f, end)->start + 1],
			      f->text.data[sulih_figures_token(f, end)->start + 2], 0 }) != NULL)
		end++;
	return end;
}

/* LP/B/123/VI/2024/SPKT/Polda Metro Jaya: the area of the police office belongs to the number. */
static size_t skip_office(const struct figures *f, size_t end)
{
	enum { WORDS_MAX = 3 };

	while (sulih_figures_is_cue(f, end - 1, "police") &&
	       !sulih_figures_token(f, end - 1)->gap) {
		const struct token *t = sulih_figures_token(f, end);

		for (size_t last = end + WORDS_MAX; end < last && t->kind == TOKEN_WORD &&
						    t->capital && t->gap && t->role == ROLE_NONE;)
			t = sulih_figures_token(f, ++end);
		/* …/Polres Bogor/Polda Jabar */
		if (!sulih_figures_is_tight(f, end, '/') ||
		    !sulih_figures_is_cue(f, end + 1, "police"))
			break;
		end += 2;
	}
	return end;
}

/* Nomor 121 | K/TUN/2017, 46 | PK/Pdt/2020: the Supreme Court sets the figure of a case apart from
 * its kind; where the number begins that goes on at `i`. */
static size_t supreme_number(const struct figures *f, size_t i)
{
	static const char *const kinds[] = { "K", "PK" };

	return i > 0 && sulih_figures_token(f, i)->gap && sulih_figures_is_digits(f, i - 1) &&
			       SULIH_VIEW_IS_ONE_OF(
				       sulih_figures_text(f, sulih_figures_token(f, i)), kinds)
		       ? i - 1
		       : i;
}

/* 12/Pid.B/2024/PN Jkt, LP/B/123/VI/2024/SPKT, 90/PUU-XXI/2023. */
static size_t case_number(struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);
	struct chunk c;
	size_t end;

	if (sulih_figures_token(f, i + 1)->gap || (t->kind == TOKEN_WORD && !t->capital))
		return 0;
	c = read_chunk(f, i);
	if (c.slashes < 2 || c.digits == 0 || c.letters == 0)
		return 0;
	i = supreme_number(f, i);
	end = skip_office(f, skip_seat(f, c.end));
	sulih_figures_copy(f, i, end, SULIH_KIND_CODE, "case number");
	return end;
}

static bool has_digit(const struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);

	return t->kind == TOKEN_WORD && sulih_byte_is_digit(f->text.data[t->end - 1]);
}

/* Nomor 45/KPTS, No. SR-413, Nomor: KEP-12/MBU/2020: whatever stands there, if it has digits. */
static size_t after_number_word(struct figures *f, size_t i)
{
	size_t at = i + 1;
	struct chunk c;

	if (sulih_figures_is_tight(f, at, '.'))
		at++;
	if (sulih_figures_is_tight(f, at, ':'))
		at++;
	c = read_chunk(f, at);
	if (c.end == at + 1 && has_digit(f, at) && sulih_figures_token(f, at)->capital)
		c.digits = c.letters; /* paspor nomor A1234567 */
	else if (c.end <= at + 1 || c.letters + c.slashes == 0)
		return 0;
	if (c.digits == 0 || (sulih_figures_token(f, at)->kind == TOKEN_WORD &&
			      !sulih_figures_token(f, at)->capital))
		return 0;
	c.end = skip_office(f, skip_seat(f, c.end));
	sulih_figures_begin(f);
	sulih_figures_copy(f, at, c.end, SULIH_KIND_CODE, "number word");
	return c.end;
}

/* 978-602-1234-56-7, 01.234.567.8-901.000: identity numbers, accounts, books. */
static size_t digit_chain(struct figures *f, size_t i)
{
	size_t end = i + 1, parts = 1;
	struct decimal value;

	while (parts < CHUNK_MAX && sulih_figures_is_tight(f, end, '-') &&
	       sulih_figures_token(f, end + 1)->kind == TOKEN_NUMBER &&
	       !sulih_figures_token(f, end + 1)->gap) {
		end += 2;
		parts++;
	}
	if (parts < 3 &&
	    !(parts == 2 && sulih_decimal_read(sulih_figures_text(f, sulih_figures_token(f, i)),
					       &value) == NUMBER_OTHER))
		return 0;
	sulih_figures_copy(f, i, end, SULIH_KIND_CODE, "digits");
	return end;
}

/* M5,6: the magnitude of an earthquake, its letter glued on. */
static size_t magnitude(struct figures *f, size_t i)
{
	struct sulih_view text = sulih_figures_text(f, sulih_figures_token(f, i));
	const struct token *fraction = sulih_figures_token(f, i + 2);

	if (text.length != 2 || text.data[0] != 'M' || !sulih_byte_is_digit(text.data[1]) ||
	    !sulih_figures_is_tight(f, i + 1, ',') || fraction->gap ||
	    !sulih_figures_is_digits(f, i + 2))
		return 0;
	sulih_buffer_printf(&f->target, "M%c.%.*s", text.data[1],
			    SULIH_VIEW_ARGS(sulih_figures_text(f, fraction)));
	sulih_buffer_printf(&f->value, "%c.%.*s", text.data[1],
			    SULIH_VIEW_ARGS(sulih_figures_text(f, fraction)));
	sulih_figures_convert(f, i, i + 3, SULIH_KIND_MEASURE, "magnitude");
	return i + 3;
}

size_t sulih_figure_code(struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);
	size_t end;

	sulih_figures_begin(f);
	if (t->role == ROLE_NUMBER)
		return after_number_word(f, i);
	if (!t->gap && i > 0 && sulih_figures_token(f, i - 1)->kind != TOKEN_MARK)
		return 0;
	end = case_number(f, i);
	if (end == 0 && t->kind == TOKEN_WORD && t->capital)
		end = sulih_figure_plate(f, i);
	if (end == 0 && t->kind == TOKEN_WORD)
		end = version(f, i);
	if (end == 0 && t->kind == TOKEN_WORD)
		end = magnitude(f, i);
	return end != 0 ? end : sulih_figure_designation(f, i);
}

size_t sulih_figure_version(struct figures *f, size_t i)
{
	size_t end;

	sulih_figures_begin(f);
	end = digit_chain(f, i);
	return end != 0 ? end : version(f, i);
}
