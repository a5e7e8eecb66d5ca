/* What is copied as it stands: plates, flights, case and identity numbers, versions. */
#include "base/letter.h"
#include "lists.h"
#include "pipeline/protect/numbers/figures.h"

enum { CHUNK_MAX = 80 };

/* B 1234 SAR, D 4321 EST: no riyals and no time, but "D 12 MEI" is a day in a headline. */
static bool may_end_plate(uint8_t role)
{
	return role == ROLE_NONE || role == ROLE_CURRENCY || role == ROLE_ZONE;
}

/* pelat nomor MA 1, mobil berpelat RI 8: the plate of an office, where plates are spoken of. */
static size_t office_plate(struct figures *f, size_t i)
{
	enum { NEAR = 10 };
	const struct token *digits = sulih_figures_token(f, i + 1);

	if (sulih_figures_length(sulih_figures_token(f, i)) > 4 ||
	    !sulih_figures_is_capitals(f, i) || !sulih_figures_is_digits(f, i + 1) ||
	    sulih_figures_length(digits) > 2 || !digits->gap)
		return 0;
	for (size_t k = i; k > 0 && k + NEAR > i; k--) {
		if (sulih_figures_is_cue(f, k - 1, "plate")) {
			sulih_figures_copy(f, i, i + 2, SULIH_KIND_CODE, "plate");
			sulih_figures_outrank_names(f);
			return i + 2;
		}
	}
	return 0;
}

/* B 1234 XYZ, GA-123, JT 610. */
static size_t plate_or_flight(struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);
	bool dash = sulih_figures_is_tight(f, i + 1, '-');
	size_t number = dash ? i + 2 : i + 1, last;
	struct sulih_row row;
	const struct token *digits = sulih_figures_token(f, number);
	size_t after = number + 1;

	if (t->kind != TOKEN_WORD || sulih_figures_length(t) > 2 ||
	    !sulih_figures_is_capitals(f, i) || !sulih_figures_is_digits(f, number) ||
	    digits->gap == dash || sulih_figures_length(digits) > 4)
		return 0;
	row = sulih_table_find(&sulih_list_code_letters, sulih_figures_text(f, t));
	if (!row.listed)
		return 0;
	last = sulih_figures_is_tight(f, after, '-') == dash && dash ? after + 1 : after;
	if (sulih_figures_is_capitals(f, last) && sulih_figures_token(f, last)->gap != dash &&
	    sulih_figures_length(sulih_figures_token(f, last)) <= 3 &&
	    may_end_plate(sulih_figures_token(f, last)->role) &&
	    sulih_view_is(sulih_row_column(&row, 1), "plate")) {
		sulih_figures_copy(f, i, last + 1, SULIH_KIND_CODE, "plate");
		return last + 1;
	}
	/* GA-402; Mazda CX-60 is a car */
	if (sulih_figures_length(t) < 2 || sulih_figures_length(digits) < (dash ? 3 : 2) ||
	    sulih_figures_length(digits) > 4 || !sulih_view_is(sulih_row_column(&row, 1), "flight"))
		return 0;
	/* RDG BI 20-21 Oktober, rapat BI 20 Oktober: days */
	if (!dash &&
	    (sulih_figures_token(f, after)->role == ROLE_MONTH ||
	     (sulih_figures_is_mark(f, after, '-') && sulih_figures_is_digits(f, after + 1))))
		return 0;
	sulih_figures_copy(f, i, after, SULIH_KIND_CODE, "flight");
	return after;
}

/* KG 94376 TS: the registration of a Vietnamese fishing boat (TS: fisheries). */
static size_t fishing_boat(struct figures *f, size_t i)
{
	const struct token *digits = sulih_figures_token(f, i + 1);
	const struct token *mark = sulih_figures_token(f, i + 2);

	if (!sulih_figures_is_capitals(f, i) ||
	    sulih_figures_length(sulih_figures_token(f, i)) != 2 ||
	    !sulih_figures_is_digits(f, i + 1) || sulih_figures_length(digits) != 5 ||
	    !digits->gap || !mark->gap || !sulih_view_is(sulih_figures_text(f, mark), "TS"))
		return 0;
	sulih_figures_copy(f, i, i + 3, SULIH_KIND_CODE, "registration");
	return i + 3;
}

/* QZ8501, JP1234567890: capitals and at least four digits in one word, or a flight. */
static size_t glued_flight(struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);
	struct sulih_view text = sulih_figures_text(f, t);
	struct sulih_row row;

	size_t letters = 0;

	if (t->kind != TOKEN_WORD || text.length < 4)
		return 0;
	while (letters < text.length && text.data[letters] >= 'A' && text.data[letters] <= 'Z')
		letters++;
	for (size_t k = letters; k < text.length; k++)
		if (!sulih_byte_is_digit(text.data[k]))
			return 0;
	if (letters == 2 && text.length < 6) {
		row = sulih_table_find(&sulih_list_code_letters, sulih_view_slice(text, 0, 2));
		if (!row.listed)
			return 0;
	} else if (letters == 0 || letters > 4 || text.length < letters + 4) {
		return 0;
	}
	sulih_figures_copy(f, i, i + 1, SULIH_KIND_CODE, "letters and digits");
	return i + 1;
}

/* PK-LQP: the register of Indonesian aircraft. */
static size_t registration(struct figures *f, size_t i)
{
	const struct token *tail = sulih_figures_token(f, i + 2);

	if (!sulih_view_is(sulih_figures_text(f, sulih_figures_token(f, i)), "PK") ||
	    !sulih_figures_is_tight(f, i + 1, '-') || tail->gap ||
	    sulih_figures_length(tail) != 3 || !sulih_figures_is_capitals(f, i + 2))
		return 0;
	sulih_figures_copy(f, i, i + 3, SULIH_KIND_CODE, "registration");
	return i + 3;
}

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
	if (end == 0 && t->kind == TOKEN_WORD && t->capital) {
		end = plate_or_flight(f, i);
		if (end == 0)
			end = office_plate(f, i);
		if (end == 0)
			end = glued_flight(f, i);
		if (end == 0)
			end = registration(f, i);
		if (end == 0)
			end = fishing_boat(f, i);
	}
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
