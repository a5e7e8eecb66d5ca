#include "segment/quotes/quotes.h"

int sulih_find_quotes(struct sulih_segmentation *segmentation, struct sulih_error *error)
{
	int status = sulih_pair_quotes(segmentation, error);

	if (status == 0)
		sulih_attribute_quotes(segmentation);
	return status;
}
