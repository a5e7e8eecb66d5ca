/* The note about who wrote a piece: `Ratna Dewi adalah dosen …`, `Ratna Dewi, dosen UI`. */
#include "segment/blocks/furniture/boilerplate.h"

#include "base/letter.h"
#include "segment/blocks/signed/signed.h"

enum { NAME_SHORTEST = 5, NAME_LONGEST = 60, NOTE_LONGEST = 300, LINE_NOTE_LONGEST = 120 };

static bool is_signed_with(const struct sulih_segmentation *out, size_t index,
			   struct sulih_view name)
{
	for (size_t i = 0; i < index && i < 8; i++) {
		const struct sulih_block *one = &out->blocks.items[i];

		if (one->role == SULIH_ROLE_BYLINE &&
		    sulih_view_holds(sulih_running_slice(out, one->span), name))
			return true;
	}
	return false;
}

/* `… adalah dosen`, `… merupakan peneliti`: a calling of those who write for papers. */
static bool is_calling(struct sulih_view text)
{
	return sulih_is_line_cue(sulih_view_cut(&text, ' '), "writer");
}

/* Whether the text says the name nowhere before the block, which is its last. */
static bool is_new_name(const struct sulih_segmentation *out, const struct sulih_block *block,
			struct sulih_view name)
{
	return !sulih_view_holds(sulih_view_slice(out->running, 0, block->span.start),
				 sulih_view_cut(&name, ' '));
}

bool sulih_is_writers_note(const struct sulih_segmentation *out, size_t index)
{
	const struct sulih_block *block = &out->blocks.items[index];
	struct sulih_view text = sulih_running_slice(out, block->span), first;
	const char *is =
		text.length > NOTE_LONGEST ? NULL : memmem(text.data, text.length, " adalah ", 8);
	const char *comma =
		text.length > LINE_NOTE_LONGEST ? NULL : memchr(text.data, ',', text.length);
	size_t name = is      ? (size_t)(is - text.data)
		      : comma ? (size_t)(comma - text.data) /* `Ratna Dewi, dosen UI` */
			      : 0;
	size_t calling = name + (is ? 8 : 2);

	if (calling >= text.length || name < NAME_SHORTEST || name > NAME_LONGEST ||
	    (block->role != SULIH_ROLE_BODY && (is || block->role != SULIH_ROLE_HEADING)) ||
	    (!is && text.data[text.length - 1] == '.'))
		return false;
	first = sulih_view_slice(text, 0, name);
	return is_signed_with(out, index, first) ||
	       (sulih_are_names(first) && is_new_name(out, block, first) &&
		is_calling(sulih_view_slice(text, calling, text.length)));
}

/* `Ratna Dewi berkontribusi dalam penulisan artikel ini.` */
static bool tells_contributor(struct sulih_view text)
{
	static const char *const ends[] = { " artikel ini.", " tulisan ini.", " laporan ini.",
					    " berita ini." };
	const char *did = text.length > LINE_NOTE_LONGEST
				  ? NULL
				  : memmem(text.data, text.length, " berkontribusi ", 15);

	return did != NULL &&
	       SULIH_VIEW_HOLDS_ONE_OF(
		       sulih_view_slice(text, (size_t)(did - text.data), text.length), ends);
}

bool sulih_opens_writers_note(struct sulih_view text)
{
	static const char *const disclaimers[] = { ". Tulisan ini ", ". Artikel ini ",
						   ". Opini ini ", ". Pendapat ini " };
	const char *is =
		text.length > NOTE_LONGEST ? NULL : memmem(text.data, text.length, " adalah ", 8);

	if (tells_contributor(text))
		return true;
	return is != NULL && is - text.data <= NAME_LONGEST &&
	       SULIH_VIEW_HOLDS_ONE_OF(text, disclaimers) &&
	       is_calling(sulih_view_slice(text, (size_t)(is - text.data) + 8, text.length));
}
