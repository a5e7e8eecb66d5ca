/* A file of settings: [section] lines and name = value lines. */
#ifndef SULIH_PIPELINE_CLI_FILES_INI_FILE_H
#define SULIH_PIPELINE_CLI_FILES_INI_FILE_H

#include <ini.h>

#include "base/error.h"

/* Calls `handler` for each setting; it fills `error` and gives 0 to refuse one.  A file that is
 * not there has none.  SULIH_ERROR_CONFIG names file and line. */
int sulih_ini_read(const char *path, ini_handler handler, void *context,
		   struct sulih_error *error) SULIH_MUST_CHECK;

#endif
