/* Branches of listed bodies in regions: MUI Jawa Timur, DJP Jateng II. */
#include "lists.h"
#include "pipeline/protect/names/listed.h"

bool take_branch(struct name_finder *f, const struct name_scene *scene, struct name_found *found,
		 struct sulih_view note)
{
	struct sulih_view word = note_part(note, SULIH_VIEW("branch:"));
	struct name_match owner;
	/* of the National Land Agency, but of Golkar, of Bank Indonesia, also where it stands as BI
	 */
	bool spelled = found->ruling == SULIH_MAP &&
		       memchr(found->target.data, ' ', found->target.length) != NULL &&
		       !sulih_table_has(&sulih_list_institutions, found->target);

	if (word.length == 0 || !match_numbered_owner(f, scene, found->end, &owner) ||
	    sulih_table_has(&sulih_list_adjectives, owner.target) || is_mark(f, found->end, '('))
		return false;
	found->target =
		NAME_JOIN(f, owner.target, SULIH_VIEW(" "), word,
			  spelled ? SULIH_VIEW(" of the ") : SULIH_VIEW(" of "), found->target);
	found->ruling = SULIH_MAP;
	found->end += owner.count;
	return true;
}
