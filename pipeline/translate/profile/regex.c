/*
 * What a regular expression of a profile costs before it is compiled.
 *
 * regcomp writes every repetition out: `a+` becomes two a's, `a{9}` nine, and one
 * repetition around or behind another multiplies, so that thirty plus signs in a row
 * are a milliard nodes and all memory of the machine.  A reference back (`\1`) makes
 * the match itself as dear.  Neither is needed to know an error message by.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/translate/profile/check.h"

#define MOST_NODES  5000
#define MOST_GROUPS 32

struct size_of {
	uint64_t branch; /* what stands before the last atom */
	uint64_t atom;	 /* the last atom, the one a repetition is of */
};

static uint64_t at_most(uint64_t nodes)
{
	return nodes > MOST_NODES ? MOST_NODES + 1 : nodes;
}

static void add_atom(struct size_of *in, uint64_t nodes)
{
	in->branch = at_most(in->branch + in->atom);
	in->atom = nodes;
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

enum sulih_regex_cost sulih_regex_cost(const char *pattern)
{
	struct size_of open[MOST_GROUPS + 1] = { { 0, 0 } };
	size_t depth = 0;
	const char *p = pattern;

	while (*p != '\0') {
		struct size_of *in = &open[depth];
		uint64_t group;

		if (p[0] == '\\' && p[1] >= '1' && p[1] <= '9')
			return SULIH_REGEX_REFERS_BACK;
		switch (*p) {
		case '(':
			if (depth == MOST_GROUPS)
				return SULIH_REGEX_TOO_LARGE;
			open[++depth] = (struct size_of){ 0, 0 };
			p++;
			break;
		case ')':
			group = at_most(in->branch + in->atom + 1);
			if (depth > 0)
				depth--;
			add_atom(&open[depth], group);
			p++;
			break;
		case '+':
			in->atom = at_most(in->atom * 2);
			p++;
			break;
		case '{':
			in->atom = at_most(in->atom * repetitions(p, &p));
			break;
		case '[':
			add_atom(in, 1);
			p = behind_bracket(p);
			break;
		default:
			if (*p != '*' && *p != '?')
				add_atom(in, 1);
			p += p[0] == '\\' && p[1] != '\0' ? 2 : 1;
			break;
		}
		if (at_most(open[depth].branch + open[depth].atom) > MOST_NODES)
			return SULIH_REGEX_TOO_LARGE;
	}
	return SULIH_REGEX_CHEAP;
}
