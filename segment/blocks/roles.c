#include "segment/blocks/blocks.h"

void sulih_find_roles(struct sulih_segmentation *out)
{
	(void)out;
}
