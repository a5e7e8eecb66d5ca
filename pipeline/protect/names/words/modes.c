/* Which capitals say something: sentence beginnings, headlines, lines in capitals. */
#include "pipeline/protect/names/token.h"

/* Counts over one segment that tell a headline from a sentence. */
struct mode_counts {
	uint32_t words;	  /* of four letters or more, no function words */
	uint32_t capital; /* of these: with a capital */
	uint32_t upper;	  /* of these: all capitals */
	uint32_t common;  /* of the capital ones: plain Indonesian words */
	uint32_t commas;
	bool stopped; /* ends in a full stop */
	bool asked;   /* ends in a question mark */
};

/* An ordinary word and nothing else; Tolak begins Tolak Angin, Juara is what somebody is, but
 * they are what headlines say. */
static bool is_plain_word(const struct name_finder *f, uint32_t at)
{
	uint32_t facts = token_facts(f, at);

	return facts & FACT_COMMON && !(facts & (FACT_HEAD | FACT_GIVEN)) &&
	       (!(facts & (FACT_MAP | FACT_TITLE)) || TOKEN_ROW(f, at, headline_verbs).listed);
}

/* The word goes on with the one before its hyphen: Fakta-fakta. */
static bool ends_doubled(const struct name_finder *f, uint32_t start, uint32_t at)
{
	const struct name_token *token = token_at(f, at);

	return token->flags & TOKEN_GLUED && at > start + 1 && token[-1].mark == '-' &&
	       token[-2].word == token->word;
}

static struct mode_counts count_segment(const struct name_finder *f, uint32_t at, uint32_t end)
{
	struct mode_counts counts = { 0 };

	for (uint32_t i = at; i < end; i++) {
		const struct name_token *token = &f->tokens.items[i];

		counts.commas += token->kind == TOKEN_MARK && token->mark == ',';
		if (token->kind == TOKEN_MARK)
			counts.asked = token->mark == '?' || (counts.asked && token->mark != ',');
		if (token->kind == TOKEN_MARK)
			counts.stopped =
				token->mark == '.' || (counts.stopped && token->mark != ',');
		if (token->kind != TOKEN_WORD)
			continue;
		counts.stopped = false;
		counts.asked = false;
		/* Detik-detik Juliana Jatuh: a doubled word, small in its second half */
		if (ends_doubled(f, at, i)) {
			counts.common += !is_plain_word(f, i);
			continue;
		}
		if (!word_has_weight(token)) {
			/* Teguh Akhirnya Pulang: no sentence writes an adverb so; ANIES DAN GANJAR
			 */
			counts.common +=
				i > at &&
				((token->shape == SHAPE_CAPITAL && token->end - token->start >= 4 &&
				  !(token->facts & (FACT_CALENDAR | FACT_GIVEN))) ||
				 token_is_shouted_grammar(token));
			continue;
		}
		counts.words++;
		counts.capital += token->shape != SHAPE_LOWER && token->shape != SHAPE_NONE;
		counts.upper += token->shape == SHAPE_UPPER;
		counts.common += token->shape != SHAPE_LOWER && token->facts & FACT_COMMON &&
				 is_plain_word(f, i);
	}
	return counts;
}

/*
 * A headline has (nearly) all its words with a capital and some of them are
 * plain words: "Polisi Tangkap Pelaku Pencurian di Bekasi".  A list of names
 * ("Joko Widodo, Jusuf Kalla, Sri Mulyani") has none.
 */
static uint16_t mode_of(struct mode_counts counts, enum sulih_role role)
{
	/* "Baca juga: Polisi Tangkap Pelaku" is a headline too. */
	bool heading = role == SULIH_ROLE_HEADING || role == SULIH_ROLE_BOILERPLATE;
	uint32_t least = heading ? 2 : 4;
	uint32_t plain = heading ? 1 : 2;

	/* EKA YUDHA SAPUTRA | ILONA ESTER: who wrote it, with no plain word, and no acronyms */
	if (role == SULIH_ROLE_BYLINE && counts.words >= 2 && counts.upper * 10 >= counts.words * 8)
		return TOKEN_SHOUTED;
	/* Three commas make a list of names, no headline, unless that is told and has more plain
	 * words.
	 */
	if (counts.words < 2 || counts.common < plain ||
	    (counts.commas > 2 && !(heading && counts.common > counts.commas)))
		return 0;
	if (counts.upper * 10 >= counts.words * 8)
		return TOKEN_SHOUTED;
	/* A sentence with a full stop may list bodies: "Partai Buruh, Partai Gelora dan ...". */
	if (counts.stopped && !heading)
		return 0;
	/* Mungkinkah ada reuni Payung Teduh? */
	if (counts.asked && !heading && counts.capital < counts.words)
		return 0;
	if (counts.words >= least && counts.capital * 4 >= counts.words * 3)
		return TOKEN_TITLECASE;
	/* Klasemen Akhir MotoGP 2025: a heading amid the text, all of it with capitals */
	if (counts.words == 3 && counts.capital == 3 && counts.commas == 0)
		return TOKEN_TITLECASE;
	return 0;
}

static bool is_quote(uint32_t c)
{
	return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0x2018 ||
	       c == '\'';
}

/* Whether a capital behind this mark may be only the beginning of a sentence. */
static bool begins_afresh(const struct name_finder *f, uint32_t at, uint32_t segment_start,
			  bool fresh)
{
	const struct name_token *token = &f->tokens.items[at];
	const struct name_token *before = at > segment_start ? token - 1 : NULL;

	switch (token->mark) {
	case ':':
	case '?':
	case '!':
	case 0x2026:
	case 0x2022:
	case '*':
		return true;
	case '-':
	case 0x2013:
	case 0x2014:
		/* The dash behind a dateline; a hyphen is glued. */
		return fresh ||
		       (at - segment_start < 12 && at + 1 < f->tokens.count &&
			(!(token->flags & TOKEN_GLUED) || !(token[1].flags & TOKEN_GLUED)));
	default:
		/* An opening quotation mark: a blank or a mark stands before it. */
		if (is_quote(token->mark))
			return fresh || !before || !(token->flags & TOKEN_GLUED);
		return fresh;
	}
}

/* Datelines are written in capitals (JAKARTA, KOMPAS.com): their words are names by place. */
static void mark_dateline(struct name_finder *f, uint32_t at, uint32_t end, struct sulih_span line)
{
	uint32_t i = at;

	for (; i < end && f->tokens.items[i].start < line.end; i++) {
		struct name_token *token = &f->tokens.items[i];

		if (token->start < line.start || token->kind != TOKEN_WORD)
			continue;
		token->flags |= TOKEN_DATELINE;
		if (token->shape == SHAPE_UPPER)
			token->flags |= TOKEN_SHOUTED;
	}
	/* "Liputan6.com, Semarang Warga …": the dash may be lost */
	if (i < end && f->tokens.items[i].kind == TOKEN_WORD)
		f->tokens.items[i].flags |= TOKEN_FIRST;
}

/* Marks the words whose capital may be only that of a beginning, and counts those whose capital
 * says something, and where they are written small. */
static void mark_words(struct name_finder *f, uint32_t at, uint32_t end, uint16_t mode)
{
	bool fresh = true;

	for (uint32_t i = at; i < end; i++) {
		struct name_token *token = &f->tokens.items[i];

		token->flags |= mode;
		if (token->kind == TOKEN_WORD && token->shape == SHAPE_LOWER) {
			token->flags |= fresh ? TOKEN_FIRST : 0;
			fresh = false;
			if (f->briefs[token->word].document == f->number || f->carried)
				f->words.items[token->word].small++;
			continue;
		}
		if (token->kind == TOKEN_MARK) {
			fresh = begins_afresh(f, i, at, fresh);
			continue;
		}
		if (token->kind != TOKEN_WORD)
			continue;
		if (fresh)
			token->flags |= TOKEN_FIRST;
		fresh = false;
		f->words.items[token->word].middle += !(token->flags & TOKEN_SILENT);
	}
}

/* spanduk “TOLAK TAMBANG EMAS DI SANGIHE”: a row of capitals amid a sentence, at least three words,
 * with a small word of grammar and a plain noun or verb among them; but PT MAJU JAYA ABADI. */
static void mark_shouted_run(struct name_finder *f, uint32_t at, uint32_t end)
{
	uint32_t grammar = 0, plain = 0;

	if (end < at + 3)
		return;
	for (uint32_t i = at; i < end; i++) {
		grammar += (f->tokens.items[i].facts & FACT_GRAMMAR) != 0;
		plain += (f->tokens.items[i].facts & (FACT_COMMON | FACT_GRAMMAR)) == FACT_COMMON;
	}
	if (grammar == 0 || plain == 0)
		return;
	for (uint32_t i = at; i < end; i++)
		f->tokens.items[i].flags |= TOKEN_SHOUTED;
}

static void mark_shouted_runs(struct name_finder *f, uint32_t at, uint32_t end)
{
	const struct name_token *tokens = f->tokens.items;

	while (at < end) {
		uint32_t start;

		while (at < end && tokens[at].shape != SHAPE_UPPER)
			at++;
		start = at;
		while (at < end && tokens[at].shape == SHAPE_UPPER && tokens[at].kind == TOKEN_WORD)
			at++;
		mark_shouted_run(f, start, at);
		at += at == start;
	}
}

/* The words without a capital are more than a headline may have: three to one at most. */
static bool is_sentence(const struct name_finder *f, size_t segment)
{
	return f->segments[segment + 1] - f->segments[segment] < 4 * f->plain[segment];
}

void names_mark_modes(struct name_finder *f)
{
	const struct sulih_segmentation *s = &f->document->segmentation;

	for (size_t segment = 0; segment < s->segments.count; segment++) {
		const struct sulih_block *block =
			&s->blocks.items[s->segments.items[segment].block];
		uint32_t at = f->segments[segment], end = f->segments[segment + 1];
		uint16_t mode = 0;

		if (!is_sentence(f, segment))
			mode = mode_of(count_segment(f, at, end), block->role);
		if (block->role == SULIH_ROLE_BYLINE)
			mode |= TOKEN_SIGNED;

		if (block->dateline.end > block->dateline.start)
			mark_dateline(f, at, end, block->dateline);
		if (mode == 0)
			mark_shouted_runs(f, at, end);
		mark_words(f, at, end, mode);
	}
}
