#include "segment/known.h"

#include "base/table.h"
#include "lists.h"

bool sulih_is_common_word(struct sulih_view lower)
{
	return sulih_table_has(&sulih_list_words, lower);
}
