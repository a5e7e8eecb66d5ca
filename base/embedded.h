/* Files that the build put into the program (base/tools/embed.c). */
#ifndef SULIH_BASE_EMBEDDED_H
#define SULIH_BASE_EMBEDDED_H

#include "base/view.h"

struct sulih_embedded {
	const char *name; /* file name without its ending; NULL ends the array */
	struct sulih_view data;
};

#endif
