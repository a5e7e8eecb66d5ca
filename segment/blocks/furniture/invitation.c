/* Invitations to the page's channels elsewhere that no opening of the lists has. */
#include "segment/blocks/furniture/boilerplate.h"
#include "segment/blocks/furniture/told.h"

#include "base/letter.h"

enum { LONGEST = 200 };

/* `YouTube`, `WhatsApp`, `@kabardesa`: where one is invited to. */
static bool names_platform(struct sulih_view text)
{
	while (text.length > 0) {
		struct sulih_view word = sulih_view_cut(&text, ' ');

		while (word.length > 0 && strchr(".,!:;)", word.data[word.length - 1]) != NULL)
			word.length--;
		if (word.length > 1 && (word.data[0] == '@' || sulih_is_line_cue(word, "platform")))
			return true;
	}
	return false;
}

bool sulih_is_invitation(struct sulih_view text)
{
	struct sulih_view rest = text, first = sulih_view_cut(&rest, ' ');

	if (text.length > LONGEST || first.length < 3 || rest.length < 3 ||
	    !sulih_byte_is_upper(first.data[0]) || !sulih_is_line_cue(first, "call") ||
	    /* `Ikuti Tren Baru di TikTok` is a heading, with a stop it is none */
	    (!sulih_byte_is_lower(rest.data[0]) &&
	     strchr(".!", text.data[text.length - 1]) == NULL))
		return false;
	return names_platform(rest) && !sulih_tells(rest);
}
