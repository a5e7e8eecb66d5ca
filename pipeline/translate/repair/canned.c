/*
 * Canned answers: an endpoint that says one thing to everything ("Please wait.").
 * Long texts give it away, for which it is no translation; short ones, for which it
 * might be one, are refused then as well.
 */
#include <stdlib.h>
#include <strings.h>
#include <xxhash.h>

#include "base/letter.h"
#include "pipeline/translate/repair/repair.h"

enum { TELLING = 40, LONG_WORD = 5, PROOF = 3 };

static struct sulih_view words_of(const struct sulih_piece *piece)
{
	struct sulih_view longest = { "", 0 };

	for (size_t i = 0; i < piece->count; i++)
		if (piece->parts[i].placeholder == 0 &&
		    piece->parts[i].text.length > longest.length)
			longest = piece->parts[i].text;
	return longest;
}

/* The end of the run of letters at `at`. */
static size_t word_end(struct sulih_view text, size_t at)
{
	while (at < text.length && sulih_byte_is_letter(text.data[at]))
		at++;
	return at;
}

static bool holds_word(struct sulih_view text, struct sulih_view word)
{
	for (size_t at = 0, end; at < text.length; at = end + 1) {
		end = word_end(text, at);
		if (end - at == word.length &&
		    strncasecmp(text.data + at, word.data, word.length) == 0)
			return true;
	}
	return false;
}

/* Texts that have a long word in common may well have one translation. */
static bool are_akin(struct sulih_view a, struct sulih_view b)
{
	for (size_t at = 0, end; at < a.length; at = end + 1) {
		end = word_end(a, at);
		if (end - at >= LONG_WORD && holds_word(b, sulih_view_slice(a, at, end)))
			return true;
	}
	return false;
}

static struct sulih_canned *find(struct sulih_session *session, unsigned long long hash)
{
	for (size_t i = 0; i < SULIH_COUNT(session->canned); i++)
		if (session->canned[i].count > 0 && session->canned[i].hash == hash)
			return &session->canned[i];
	return NULL;
}

static void forget(struct sulih_canned *one)
{
	for (size_t i = 0; i < SULIH_COUNT(one->sources); i++)
		free(one->sources[i]);
	*one = (struct sulih_canned){ 0 };
}

/* The oldest one's place, unless that one has proved itself. */
static struct sulih_canned *make(struct sulih_session *session, unsigned long long hash)
{
	struct sulih_canned *one = &session->canned[session->next_canned];

	session->next_canned = (session->next_canned + 1) % SULIH_COUNT(session->canned);
	if (one->count >= PROOF)
		return NULL;
	forget(one);
	one->hash = hash;
	return one;
}

static void learn(struct sulih_canned *one, struct sulih_view source)
{
	for (size_t i = 0; i < one->count && i < SULIH_COUNT(one->sources); i++)
		if (one->sources[i] == NULL || are_akin(source, sulih_view_of(one->sources[i])))
			return;
	if (one->count < SULIH_COUNT(one->sources))
		one->sources[one->count] = strndup(source.data, source.length);
	one->count++;
}

bool sulih_answer_is_canned(struct sulih_session *session, const struct sulih_piece *piece,
			    struct sulih_view answer)
{
	struct sulih_view source = words_of(piece);
	unsigned long long hash = XXH3_64bits(answer.data, answer.length);
	struct sulih_canned *one = find(session, hash);

	if (source.length >= TELLING && (one == NULL || one->count < PROOF)) {
		one = one != NULL ? one : make(session, hash);
		if (one != NULL)
			learn(one, source);
	}
	return one != NULL && one->count >= PROOF;
}

void sulih_canned_release(struct sulih_session *session)
{
	for (size_t i = 0; i < SULIH_COUNT(session->canned); i++)
		forget(&session->canned[i]);
}
