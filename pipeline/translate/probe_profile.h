/* The profile of an engine with the token shapes that a probe found best. */
#ifndef SULIH_PIPELINE_TRANSLATE_PROBE_PROFILE_H
#define SULIH_PIPELINE_TRANSLATE_PROBE_PROFILE_H

#include "pipeline/translate/endpoint/endpoint.h"
#include "pipeline/translate/probe.h"

/* Fills probe->profile and probe->path: the user's profile of that name, or the file named. */
int sulih_probe_make_profile(const char *engine, const struct sulih_endpoint *endpoint,
			     struct sulih_probe *probe, struct sulih_error *error) SULIH_MUST_CHECK;

#endif
