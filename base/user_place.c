#include "base/user_place.h"

#include <pwd.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char *absolute(const char *path)
{
	return path != NULL && path[0] == '/' ? path : NULL;
}

static const char *home_of_user(void)
{
	const char *home = absolute(getenv("HOME"));
	const struct passwd *entry = home == NULL ? getpwuid(geteuid()) : NULL;

	return entry != NULL ? absolute(entry->pw_dir) : home;
}

bool sulih_user_place(enum sulih_user_folder folder, char *room, size_t size, const char *format,
		      ...)
{
	static const struct {
		const char *variable, *below_home;
	} folders[] = {
		[SULIH_USER_CONFIG] = { "XDG_CONFIG_HOME", "/.config" },
		[SULIH_USER_STATE] = { "XDG_STATE_HOME", "/.local/state" },
	};
	const char *base = absolute(getenv(folders[folder].variable));
	const char *home = base == NULL ? home_of_user() : "";
	va_list arguments;
	int length, rest;

	if (home == NULL)
		return false;
	length = snprintf(room, size, "%s%s/sulih/", base != NULL ? base : home,
			  base != NULL ? "" : folders[folder].below_home);
	if (length < 0 || (size_t)length >= size)
		return false;
	va_start(arguments, format);
	rest = vsnprintf(room + length, size - (size_t)length, format, arguments);
	va_end(arguments);
	return rest >= 0 && (size_t)rest < size - (size_t)length;
}
