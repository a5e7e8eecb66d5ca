/* What a file will be when it is merged, told from its first bytes: its output's name hangs on it,
 * and names are settled before anything is read. */
#include "pipeline/format/format.h"
#include "pipeline/format/xliff.h"

/* The text behind `what` in `text`, or none. */
static bool find_behind(struct sulih_view *text, const char *what)
{
	const char *found = memmem(text->data, text->length, what, strlen(what));

	if (found == NULL)
		return false;
	found += strlen(what);
	*text = sulih_view_make(found, text->length - (size_t)(found - text->data));
	return true;
}

const struct sulih_format *sulih_xliff_format(struct sulih_view head)
{
	/* the skeleton's second member; tools may write its quotation marks as references */
	static const char *const ways[][2] = { { "\"format\":\"", "\"" },
					       { "&quot;format&quot;:&quot;", "&quot;" },
					       { "&#34;format&#34;:&#34;", "&#34;" } };

	for (size_t i = 0; i < SULIH_COUNT(ways); i++) {
		struct sulih_view name = head, rest;

		if (!find_behind(&name, ways[i][0]))
			continue;
		rest = name;
		if (!find_behind(&rest, ways[i][1]))
			return NULL;
		name.length = (size_t)(rest.data - name.data) - strlen(ways[i][1]);
		return sulih_format_named(name);
	}
	return NULL;
}
