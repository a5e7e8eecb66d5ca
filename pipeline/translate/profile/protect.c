/* What a profile says of placeholders: their shapes, and the engine's words for markup. */
#include "pipeline/translate/profile/check.h"

static void add_shape(struct sulih_check *check, struct sulih_profile *p,
		      const struct sulih_shape *shape)
{
	if (p->shape_count == SULIH_MOST_SHAPES)
		sulih_check_fault(check, "names more than %d shapes", SULIH_MOST_SHAPES);
	else
		p->shapes[p->shape_count++] = *shape;
}

static void read_shape_name(struct sulih_check *check, struct sulih_profile *p, const char *name)
{
	const struct sulih_shape *shape = sulih_shape_named(sulih_view_of(name));

	if (shape != NULL)
		add_shape(check, p, shape);
	else
		sulih_check_fault(check, "there is no token shape \"%s\"", name);
}

static void read_custom_shape(struct sulih_check *check, struct sulih_profile *p,
			      const json_t *protect)
{
	static const char *const markups[] = { "none", "xml", "html", NULL };
	static const char *const contents[] = { "drop", "keep", NULL };
	const char *open = sulih_check_string(check, protect, "open", "");
	const char *close = sulih_check_string(check, protect, "close", "");
	int markup = sulih_check_choice(check, protect, "markup", markups, 0);
	int keep = sulih_check_choice(check, protect, "content", contents, 0);
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_shape shape;

	if (sulih_shape_parse(sulih_view_of(open), sulih_view_of(close), (enum sulih_markup)markup,
			      keep == 1, &shape, &error) != 0)
		sulih_check_fault(check, "%s", error.message);
	else
		add_shape(check, p, &shape);
}

void sulih_check_protect(struct sulih_check *check, struct sulih_profile *p)
{
	static const char *const members[] = { "shape",	  "open",      "close",	 "markup",
					       "content", "alternate", "values", NULL };
	static const char *const kinds[] = { "none", "xml", "html", NULL };
	static const char *const values[] = { "text", "xml", "html" };
	const json_t *words;
	const json_t *protect = sulih_check_object(check, p->root, "protect");
	const json_t *alternate = json_object_get(protect, "alternate");
	const char *name;
	size_t mark = sulih_check_enter(check, "protect"), inner;

	sulih_check_members(check, protect, members);
	words = sulih_check_object(check, protect, "values");
	inner = sulih_check_enter(check, "values");
	sulih_check_members(check, words, kinds);
	for (size_t i = 0; i < 3; i++)
		p->markup_values[i] = sulih_check_string(check, words, kinds[i], values[i]);
	sulih_check_leave(check, inner);
	name = sulih_check_string(check, protect, "shape", NULL);
	if (json_object_get(protect, "open") != NULL)
		read_custom_shape(check, p, protect);
	else
		read_shape_name(check, p, name ? name : "brackets");
	inner = sulih_check_enter(check, "alternate");
	if (json_is_string(alternate))
		read_shape_name(check, p, json_string_value(alternate));
	else if (json_is_array(alternate))
		for (size_t i = 0; i < json_array_size(alternate); i++)
			read_shape_name(check, p,
					json_is_string(json_array_get(alternate, i))
						? json_string_value(json_array_get(alternate, i))
						: "");
	else if (json_is_object(alternate))
		read_custom_shape(check, p, alternate);
	else if (alternate != NULL)
		sulih_check_fault(check, "must be a shape's name or several");
	sulih_check_leave(check, inner);
	sulih_check_leave(check, mark);
}
