/*
 * Whether a regular expression of a profile may be compiled at all.
 *
 * regcomp writes every repetition out: `a+` becomes two a's, `a{9}` nine, and one
 * repetition around another multiplies.  Repetitions in a row (`a????`) and anchors
 * inside of repeated groups take it exponential time even where nothing is written
 * out, and a reference back (`\1`) makes the match itself as dear.  None of these is
 * needed to know an error message by, so what is left is cheap: 5 ms at most.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/translate/profile/check.h"

#define MOST_NODES  1000
#define MOST_GROUPS 8

struct size_of {
	uint64_t branch; /* nodes of what stands before the last atom */
	uint64_t atom;	 /* of the last atom, the one a repetition is of */
	bool anchored;	 /* ^ $ \b … in the last atom */
	bool any_anchor; /* … in all before it */
	bool repeated;	 /* the last atom is already */
};

static uint64_t at_most(uint64_t nodes)
{
	return nodes > MOST_NODES ? MOST_NODES + 1 : nodes;
}

static void add_atom(struct size_of *in, uint64_t nodes, bool anchored)
{
	in->branch = at_most(in->branch + in->atom);
	in->any_anchor = in->any_anchor || in->anchored;
	in->atom = nodes;
	in->anchored = anchored;
	in->repeated = false;
}

/* The last atom `times` over; false if regcomp would not come to an end with it. */
static bool repeat(struct size_of *in, uint64_t times)
{
	if (in->repeated || in->anchored)
		return false;
	in->atom = at_most(in->atom * times + 1);
	in->repeated = true;
	return true;
}

/* Behind a bracket expression; its first `]` and those of classes ([:alpha:]) are members. */
static const char *behind_bracket(const char *p)
{
	p += p[1] == '^' ? 2 : 1;
	if (*p == ']')
		p++;
	for (; *p != '\0' && *p != ']'; p++) {
		char kind = p[0] == '[' ? p[1] : '\0';
		const char *q = p + 2;

		if (kind != ':' && kind != '.' && kind != '=')
			continue;
		while (*q != '\0' && !(q[0] == kind && q[1] == ']'))
			q++;
		if (*q == '\0')
			return q;
		p = q + 1;
	}
	return *p == ']' ? p + 1 : p;
}

/* The larger bound of `{m,n}` at p; `{m,}` writes out one more than m. */
static uint64_t repetitions(const char *p, const char **behind)
{
	char *end;
	uint64_t least = strtoul(p + 1, &end, 10), most = least;

	if (*end == ',') {
		const char *bound = end + 1;

		most = strtoul(bound, &end, 10);
		if (end == bound)
			most = at_most(least) + 1;
	}
	*behind = *end == '}' ? end + 1 : p + 1;
	most = most > least ? most : least;
	return at_most(most > 0 ? most : 1);
}

/* One step behind p; NULL if the expression is too dear. */
static const char *step(struct size_of *open, size_t *depth, const char *p)
{
	struct size_of *in = &open[*depth];
	const char *behind = p + 1;
	bool cheap = true;

	switch (*p) {
	case '(':
		if (*depth == MOST_GROUPS)
			return NULL;
		open[++*depth] = (struct size_of){ 0 };
		break;
	case ')':
		if (*depth > 0)
			add_atom(&open[--*depth], at_most(in->branch + in->atom + 1),
				 in->anchored || in->any_anchor);
		break;
	case '*':
	case '?':
		cheap = repeat(in, 1);
		break;
	case '+':
		cheap = repeat(in, 2);
		break;
	case '{':
		cheap = repeat(in, repetitions(p, &behind));
		break;
	case '[':
		add_atom(in, 1, false);
		behind = behind_bracket(p);
		break;
	case '\\':
		add_atom(in, 1, p[1] != '\0' && strchr("bB<>`'", p[1]) != NULL);
		behind += p[1] != '\0';
		break;
	default:
		add_atom(in, 1, *p == '^' || *p == '$');
		break;
	}
	in = &open[*depth];
	return cheap && in->branch + in->atom <= MOST_NODES ? behind : NULL;
}

enum sulih_regex_cost sulih_regex_cost(const char *pattern)
{
	struct size_of open[MOST_GROUPS + 1] = { { 0 } };
	size_t depth = 0;
	const char *p = pattern;

	while (p != NULL && *p != '\0') {
		if (p[0] == '\\' && p[1] >= '1' && p[1] <= '9')
			return SULIH_REGEX_REFERS_BACK;
		p = step(open, &depth, p);
	}
	return p != NULL ? SULIH_REGEX_CHEAP : SULIH_REGEX_TOO_LARGE;
}
