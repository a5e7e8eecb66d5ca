#include "pipeline/protect/reasons.h"

#include <stddef.h>

/* In the order of the finders: glossary, names, figures; then what was not taken. */
const struct sulih_reason sulih_reasons[] = {
	{ "glossary", "a line of the user's glossary" },

	{ "list", "an entry of a list of fixed names" },
	{ "sense in this place",
	  "an acronym of several senses: the words beside or near it say which" },
	{ "sense of the article", "an acronym of several senses: its other mentions say which" },
	{ "compass", "a listed place with a compass word, which English puts first" },
	{ "introduced", "an acronym that the text introduced behind its long form" },
	{ "mentioned in full",
	  "the short form of a name that stands in full elsewhere in the text" },
	{ "initials", "initials of a person: announced as such, or with an age" },
	{ "age", "an age in brackets follows" },
	{ "title", "a title, rank or office stands before it" },
	{ "saying verb", "it is the subject of a verb of saying" },
	{ "given name", "a part of it is in the list of personal names" },
	{ "full name", "a part of it is known as a person's name elsewhere in the text" },
	{ "later mention", "a word that is a name elsewhere in the text" },
	{ "beside a person", "and or or stands between it and another person" },
	{ "place of an office", "an office or people of a place stand before it" },
	{ "body of an office", "an office of a firm or body before it, a person behind it" },
	{ "dateline", "the place or outlet of a dateline, whatever the word means" },
	{ "called", "alias, bernama or disapa stands before it" },
	{ "verb", "an acronym with the affixes of a verb: the translator must turn it" },
	{ "apposition", "a comma parts it from a word for a person" },
	{ "deed", "what the headline's verb says is done by or to persons" },
	{ "capital elsewhere", "the word has a capital amid a sentence elsewhere" },
	{ "capital", "a capital amid the sentence" },
	{ "capitals", "a row of words with capitals" },
	{ "no Indonesian word", "no list of ordinary words has it" },
	{ "other script", "words of a script without capitals, as they are written at home" },
	{ "head word", "a head word (Gunung, Universitas, Polres) with its name" },
	{ "institution", "a head word with its field, whose English is composed" },
	{ "work", "a word such as film or novel announces a title" },
	{ "title amid", "words with capitals amid a sentence, in an article about works" },
	{ "dish", "a dish, and what it is called or whose it is" },
	{ "descriptive", "a descriptive name of ordinary words: the translator has them" },
	{ "ordinary word", "an ordinary word with a capital: the translator has it" },

	{ "separators", "stops group thousands, a comma is decimal; scale words are translated" },
	{ "range", "bounds that need no mask alone, but for the short joiner between them" },
	{ "number words", "a number written in words, with an exact value" },
	{ "number word", "a number or code behind a word that announces one" },
	{ "number", "written as English writes it already" },
	{ "digits", "a row of digits without a value" },
	{ "measure", "a figure with its unit" },
	{ "coordinate", "a place on the globe in degrees, minutes and seconds" },
	{ "magnitude", "the magnitude of an earthquake" },
	{ "currency", "a sum of money with its currency" },
	{ "ordinal", "an ordinal" },
	{ "score", "a score" },
	{ "date", "day, month and year" },
	{ "numeric date", "a date in figures: the day first" },
	{ "era", "a year with its era" },
	{ "Hijri date", "a date of the Islamic calendar, which keeps its calendar" },
	{ "weekday and date", "a weekday with its date: the reading that fits the weekday" },
	{ "eve", "malam names the evening before the day" },
	{ "Sunday", "Minggu with a capital: the day, not a week" },
	{ "last month", "a month with lalu: the last one" },
	{ "past year", "a year with lalu: a year past" },
	{ "decade", "a decade or the years of an age" },
	{ "pukul", "a clock time behind pukul or jam" },
	{ "zone", "a clock time before its zone" },
	{ "time of a race", "minutes, seconds and their fraction" },
	{ "law", "a numbered law" },
	{ "article", "an article of a law" },
	{ "number of a law", "the number of a law named before" },
	{ "phone", "a telephone number" },
	{ "plate", "a number plate" },
	{ "flight", "a flight" },
	{ "registration", "a registration" },
	{ "version", "a version" },
	{ "case number", "the number of a case or letter" },
	{ "letters and digits", "a code of letters and digits" },
	{ "net", "an address of the net, a handle or a hashtag" },

	{ "overlap", "inside, or across the edge of, a span with better evidence" },
	{ "office or title", "a title, rank or office: the translator has it" },
	{ "function word", "a pronoun, particle or word of the calendar" },
	{ "sentence start", "an ordinary word; its capital is that of the sentence" },
	{ "headline", "an ordinary word; its capital is that of the headline" },
	{ "small elsewhere", "an ordinary word; the text has it with a small letter too" },
	{ "letter or numeral", "a single letter or a numeral" },
	{ "language", "a language" },
	{ "other context", "a list has it, but only under a condition that does not hold" },
	{ "part of a name", "a list has it, but here it begins another name" },
	{ "plain figure", "a plain figure that English writes alike" },
	{ NULL, NULL },
};

const struct sulih_reason *sulih_reason_find(const char *name)
{
	if (name == NULL)
		return NULL;
	for (const struct sulih_reason *r = sulih_reasons; r->name != NULL; r++)
		if (sulih_view_is(sulih_view_of(name), r->name))
			return r;
	return NULL;
}
