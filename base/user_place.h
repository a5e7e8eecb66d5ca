/* Where a user's own files are: the XDG folders, as every part of the program looks for them. */
#ifndef SULIH_BASE_USER_PLACE_H
#define SULIH_BASE_USER_PLACE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

enum sulih_user_folder {
	SULIH_USER_CONFIG, /* $XDG_CONFIG_HOME/sulih, else ~/.config/sulih */
	SULIH_USER_STATE   /* $XDG_STATE_HOME/sulih, else ~/.local/state/sulih */
};

/* The path of a file there, into `room`.  Variables that are not absolute do not count; without
 * HOME the home is that of the user database.  False: there is no home, or it does not fit. */
bool sulih_user_place(enum sulih_user_folder folder, char *room, size_t size, const char *format,
		      ...) SULIH_PRINTF(4, 5);

#endif
