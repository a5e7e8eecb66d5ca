/*
 * The HTTP engine: any MT endpoint that a profile describes.
 *
 * Items are masked in the profile's token shape, packed into requests, kept under
 * way on one libcurl multi handle, and every answer is checked before it counts;
 * what fails climbs the repair ladder (repair/repair.h).  Nothing here starts a thread.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_SESSION_HTTP_ENGINE_H
#define SULIH_PIPELINE_TRANSLATE_SESSION_HTTP_ENGINE_H

#include "pipeline/translate/engine.h"

/* Opens the engine of a preset (by name) or of a profile file (by path: it has a slash or
 * ends in .json).  SULIH_ERROR_CONFIG: no such profile, a fault in it, a missing secret. */
int sulih_http_engine_open(const char *profile_name_or_path,
			   const struct sulih_engine_options *options, struct sulih_engine **engine,
			   struct sulih_error *error) SULIH_MUST_CHECK;

#endif
