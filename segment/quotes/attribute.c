#include "segment/quotes/quotes.h"

int sulih_attribute_quotes(struct sulih_segmentation *segmentation, struct sulih_error *error)
{
	(void)segmentation;
	(void)error;
	return 0;
}
