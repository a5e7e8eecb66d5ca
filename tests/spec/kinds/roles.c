#include "tests/spec/spec.h"

#include "segment/segment.h"

/* A line a block: its role, its dateline in brackets, its text up to 60 bytes. */
static int run_roles(struct sulih_view input, struct sulih_buffer *output,
		     struct sulih_error *error)
{
	struct sulih_segmentation segmentation;
	int status;

	sulih_segmentation_init(&segmentation);
	status = sulih_segment(input, NULL, &segmentation, error);
	if (status == 0)
		status = sulih_segmentation_verify(&segmentation, input, error);
	for (size_t i = 0; status == 0 && i < segmentation.blocks.count; i++) {
		const struct sulih_block *block = &segmentation.blocks.items[i];

		sulih_buffer_puts(output, sulih_role_name(block->role));
		if (block->dateline.start != block->dateline.end) {
			sulih_buffer_puts(output, " [");
			sulih_buffer_add(output, sulih_view_slice(segmentation.running,
								  block->dateline.start,
								  block->dateline.end));
			sulih_buffer_puts(output, "]");
		}
		sulih_buffer_putc(output, '\n');
	}
	sulih_segmentation_release(&segmentation);
	return status;
}
SPEC_KIND("roles", run_roles);
