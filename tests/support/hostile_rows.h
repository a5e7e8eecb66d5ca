/* The table of misbehaviours: what the server does, and what must become of the segments. */
#ifndef SULIH_TESTS_SUPPORT_HOSTILE_ROWS_H
#define SULIH_TESTS_SUPPORT_HOSTILE_ROWS_H

#include <stdbool.h>

enum outcome {
	ALL_CLEAN,  /* all translated at once */
	ALL_SOUND,  /* all translated, repaired where needed */
	MANY_SOUND, /* some translated; the rest flagged */
	NONE_SOUND, /* none could be believed: all flagged, the endpoint lives */
	GIVEN_UP    /* the endpoint is given up, all flagged */
};

static const char *const outcome_names[] = { "clean", "sound", "some", "none", "given up" };

/* The mode is the stub's (tests/server/mt_stub.c); @K: in every Kth answer only, @batch: only
 * where several texts were asked for. */
static const struct hostile_row {
	const char *mode;
	enum outcome outcome;
	bool every_shape; /* not only in the default one */
	const char *what;
} rows[] = {
	{ "ok", ALL_CLEAN, true, "nothing" },
	{ "pad", ALL_CLEAN, false, "blanks and line ends around each text" },
	{ "bom", ALL_CLEAN, false, "a byte-order mark before the JSON" },
	{ "unseen", ALL_CLEAN, false, "what nobody sees around each text" },
	{ "twins", ALL_CLEAN, false, "names a member of the answer twice" },
	/* tokens */
	{ "drop", ALL_SOUND, true, "drops every token" },
	{ "drop-first", ALL_SOUND, true, "drops the first token" },
	{ "drop-letters", ALL_SOUND, false, "drops tokens of letters, keeps brackets" },
	{ "drop-brackets", ALL_CLEAN, false, "drops tokens in brackets, keeps letters" },
	{ "duplicate", ALL_SOUND, true, "says every token again later" },
	{ "duplicate-near", ALL_SOUND, true, "says every token twice in a row" },
	{ "reorder", ALL_CLEAN, true, "turns the order of the tokens round" },
	{ "respace", ALL_SOUND, true, "blanks inside the tokens" },
	{ "lower", ALL_SOUND, true, "lower-cases tokens" },
	{ "upper", ALL_CLEAN, true, "upper-cases tokens" },
	{ "translate", ALL_SOUND, true, "a word in place of the token's number" },
	{ "renumber", ALL_SOUND, true, "another number in every token" },
	{ "escape", ALL_SOUND, true, "backslashes before the token's marks" },
	{ "wide", ALL_SOUND, true, "full-width forms of the tokens" },
	{ "zero-width", ALL_SOUND, true, "zero-width blanks inside the tokens" },
	{ "look-alike", ALL_CLEAN, true, "brackets of another script" },
	{ "half", ALL_SOUND, true, "drops the closing half of the tokens" },
	{ "star", ALL_SOUND, true, "a star before the tokens" },
	{ "entity", ALL_SOUND, true, "writes tokens as character references" },
	{ "stray", NONE_SOUND, false, "a token that was never sent" },
	{ "stray@3", ALL_SOUND, false, "a token that was never sent" },
	/* texts */
	{ "truncate", MANY_SOUND, false, "half of each text" },
	{ "truncate@2", MANY_SOUND, false, "half of each text" },
	{ "no-end@2", ALL_SOUND, false, "the last fifth of each text is missing" },
	{ "loop", NONE_SOUND, false, "a loop of words instead of the text" },
	{ "loop@3", MANY_SOUND, false, "a loop of words instead of the text" },
	{ "loop-end", NONE_SOUND, false, "a loop of words at the end" },
	{ "hum", NONE_SOUND, false, "a loop of letters at the end" },
	{ "empty", NONE_SOUND, false, "empty texts" },
	{ "empty@2", MANY_SOUND, false, "empty texts" },
	{ "blank", NONE_SOUND, false, "blank texts" },
	{ "constant", NONE_SOUND, false, "the same words for each text" },
	{ "dots", NONE_SOUND, false, "three dots instead of the text" },
	{ "long", NONE_SOUND, false, "each text nine times" },
	{ "explain", NONE_SOUND, false, "the text, and sentences about it" },
	{ "explain@3", ALL_SOUND, false, "the text, and sentences about it" },
	{ "foreign", NONE_SOUND, false, "words in another script" },
	{ "broken-utf8", NONE_SOUND, false, "signs of broken characters" },
	{ "numbers", MANY_SOUND, false, "another digit for each digit" },
	{ "no-numbers", MANY_SOUND, false, "numbers dropped" },
	{ "invent", NONE_SOUND, false, "a sentence with a year that nobody named" },
	/* lists */
	{ "fewer@batch", ALL_SOUND, false, "a text too few" },
	{ "more@batch", ALL_SOUND, false, "a text too many" },
	{ "merge@batch", ALL_SOUND, false, "one text for the whole batch" },
	{ "fewer", GIVEN_UP, false, "a text too few" },
	{ "more", GIVEN_UP, false, "a text too many" },
	/* answers */
	{ "html", GIVEN_UP, false, "200 with a web page" },
	{ "html@3", ALL_SOUND, false, "200 with a web page" },
	{ "nothing", GIVEN_UP, false, "200 with an empty body" },
	{ "nothing@3", ALL_SOUND, false, "200 with an empty body" },
	{ "bad-json@3", ALL_SOUND, false, "JSON that breaks off" },
	{ "half-json@3", ALL_SOUND, false, "the first half of the right answer" },
	{ "no-field", GIVEN_UP, false, "200 without the field for the texts" },
	{ "number", GIVEN_UP, false, "a number for an answer" },
	{ "null@3", ALL_SOUND, false, "null for an answer" },
	{ "list@3", ALL_SOUND, false, "an empty list for an answer" },
	{ "text", GIVEN_UP, false, "plain text for JSON" },
	{ "wrong-types", GIVEN_UP, false, "null, a number and true for texts" },
	{ "error-member", GIVEN_UP, false, "200 with an error member" },
	{ "error-member@3", ALL_SOUND, false, "200 with an error member" },
	{ "bad-utf8@3", ALL_SOUND, false, "JSON that is no UTF-8" },
	{ "deep@3", ALL_SOUND, false, "JSON nested 100,000 deep" },
	{ "gzip-bomb@3", ALL_SOUND, false, "64 MiB in a small gzip body" },
	{ "bad-gzip@3", ALL_SOUND, false, "labelled as gzip, and is not" },
	{ "huge@7", ALL_SOUND, false, "an answer of 40 MiB" },
	/* statuses */
	{ "400@3", ALL_SOUND, false, "400" },
	{ "400", GIVEN_UP, false, "400" },
	{ "401", GIVEN_UP, false, "401" },
	{ "403", GIVEN_UP, false, "403" },
	{ "404", GIVEN_UP, false, "404 with a web page" },
	{ "408@3", ALL_SOUND, false, "408" },
	{ "413@batch", ALL_SOUND, false, "413 with a web page" },
	{ "422@4", ALL_SOUND, false, "422" },
	{ "429@3", ALL_SOUND, false, "429" },
	{ "429", GIVEN_UP, false, "429" },
	{ "429-after@9", ALL_SOUND, false, "429, Retry-After: 1" },
	{ "429-date@3", ALL_SOUND, false, "429, Retry-After in the year 2099" },
	{ "429-past@3", ALL_SOUND, false, "429, Retry-After in the past" },
	{ "429-junk@3", ALL_SOUND, false, "429, Retry-After: soon" },
	{ "456", GIVEN_UP, false, "456, the quota is spent" },
	{ "500@3", ALL_SOUND, false, "500" },
	{ "500", GIVEN_UP, false, "500" },
	{ "502@3", ALL_SOUND, false, "502 with a web page" },
	{ "503@9", ALL_SOUND, false, "503, Retry-After: 1" },
	{ "504@3", ALL_SOUND, false, "504 with a web page" },
	{ "529@3", ALL_SOUND, false, "529" },
	{ "redirect", GIVEN_UP, false, "302 to another address" },
	/* the network */
	{ "reset@3", ALL_SOUND, false, "closes the connection without an answer" },
	{ "reset", GIVEN_UP, false, "closes the connection without an answer" },
	{ "half-body@3", ALL_SOUND, false, "closes the connection in the middle" },
	{ "slow@9", ALL_CLEAN, false, "answers after 0.3 s" },
	{ "hang@9", ALL_SOUND, false, "answers after 4 s; the limit is 1.5 s" },
	{ "drip@9", ALL_SOUND, false, "a byte every 1.2 s; the limit is 1 s" },
};

enum { ROW_COUNT = SULIH_COUNT(rows) };

#endif
