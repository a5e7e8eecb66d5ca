/* The longest title or head word at a token. */
#include "pipeline/protect/names/listed/match.h"

#include "lists.h"

/* Appends a word as the lists have it: small, and in titles without stops ("msi" for M.Si.). */
static void key_add_word(struct name_finder *f, const struct name_token *token, bool title)
{
	struct sulih_view lower = f->words.items[token->word].lower;

	if (!title || !(token->flags & (TOKEN_DOTTED | TOKEN_DOMAIN))) {
		sulih_buffer_add(&f->key, lower);
		return;
	}
	for (size_t i = 0; i < lower.length; i++) {
		if (lower.data[i] != '.')
			sulih_buffer_putc(&f->key, lower.data[i]);
	}
}

/* Whether a key of titles or head words may go on with the token at `at`. */
static bool may_go_on(const struct name_finder *f, const struct sulih_table *table, uint32_t at,
		      uint32_t end)
{
	const struct name_token *token;

	if (at >= end)
		return false;
	token = token_at(f, at);
	if (token->kind == TOKEN_MARK)
		return token->flags & TOKEN_GLUED && (token->mark == '.' || token->mark == '-');
	return token->kind == TOKEN_WORD &&
	       (token->flags & TOKEN_GLUED || !(token->flags & TOKEN_PLAIN) ||
		sulih_table_may_go_on(table, f->words.items[token->word].hash));
}

/* Sp.Rad: the list of titles has it without its stop. */
static bool is_stopped(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return at + 2 < end && is_mark(f, at + 1, '.') && !token_is_apart(f, at + 1) &&
	       !token_is_apart(f, at + 2);
}

/* What the list has for the first word of a key alone; true when it is known of the word. */
static bool phrase_start(const struct name_finder *f, const struct name_token *token, bool title,
			 struct sulih_row *row)
{
	uint32_t phrase = f->words.items[token->word].phrase;

	if (token->flags & (TOKEN_DOTTED | TOKEN_DOMAIN))
		return false;
	*row = (struct sulih_row){ .listed = false };
	if (phrase != 0)
		*row = title ? f->phrases[phrase - 1].title : f->phrases[phrase - 1].head;
	return true;
}

/* The longest title or head word at `at`: its row, and how many tokens it has. */
static uint32_t match_longest(struct name_finder *f, uint32_t at, uint32_t end, bool title,
			      struct sulih_row *best)
{
	const struct sulih_table *table = title ? &sulih_list_titles : &sulih_list_heads;
	uint32_t count = 0;

	for (uint32_t i = at; i < end; i++) {
		const struct name_token *token = token_at(f, i);
		bool known = false;
		struct sulih_row row;

		if (token->kind == TOKEN_MARK && i > at && token->flags & TOKEN_GLUED) {
			/* Jl. Thamrin, Kec. Cilandak, Brigjen. Pol., alun-alun */
			if (token->mark == '.')
				continue;
			if (token->mark != '-')
				break;
			/* the list of head words has a blank for it: alun alun */
			sulih_buffer_putc(&f->key, title ? '-' : ' ');
			continue;
		}
		if (token->kind != TOKEN_WORD)
			break;
		if (i == at)
			known = phrase_start(f, token, title, &row);
		if (i == at && !known)
			key_clear(f);
		if (i > at && !(token->flags & TOKEN_GLUED))
			sulih_buffer_putc(&f->key, ' ');
		if (!known) {
			key_add_word(f, token, title);
			row = sulih_table_find(table, sulih_buffer_view(&f->key));
		}
		if (row.listed) {
			count = i - at + 1;
			*best = row;
		}
		if (!(row.longer && may_go_on(f, table, i + 1, end)) &&
		    !(title && is_stopped(f, i, end)))
			break;
		if (known) {
			key_clear(f);
			key_add_word(f, token, title);
		}
	}
	return count;
}

bool match_title(struct name_finder *f, uint32_t at, uint32_t end, struct title_match *match)
{
	struct sulih_row best = { NULL, NULL, false, false };

	match->count = match_longest(f, at, end, true, &best);
	match->kind = sulih_row_column(&best, 1);
	match->note = sulih_row_column(&best, 3);
	return match->count != 0;
}

uint32_t match_head(struct name_finder *f, uint32_t at, uint32_t end, struct sulih_row *row)
{
	return match_longest(f, at, end, false, row);
}

bool match_capitalised(struct name_finder *f, uint32_t at, uint32_t end, struct name_match *match)
{
	struct sulih_row row;
	char room[32];

	key_clear(f);
	sulih_buffer_add(&f->key, name_recase(token_lower(f, at), false, room, sizeof(room)));
	sulih_buffer_putc(&f->key, ' ');
	sulih_buffer_add(&f->key, sulih_view_slice(f->text, token_at(f, at + 1)->start,
						   token_at(f, end - 1)->end));
	row = sulih_table_find(&sulih_list_organizations, sulih_buffer_view(&f->key));
	if (!row.listed)
		row = sulih_table_find(&sulih_list_institutions, sulih_buffer_view(&f->key));
	*match = name_match_of(row, end - at);
	return row.listed && match->target.length > 0;
}
