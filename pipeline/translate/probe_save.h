/* Writing down what a probe found. */
#ifndef SULIH_PIPELINE_TRANSLATE_PROBE_SAVE_H
#define SULIH_PIPELINE_TRANSLATE_PROBE_SAVE_H

#include "pipeline/translate/endpoint/endpoint.h"
#include "pipeline/translate/probe.h"

/* Writes a copy of the profile with the best shapes; probe->saved_as gets where. */
int sulih_probe_save(const char *engine, const struct sulih_endpoint *endpoint,
		     struct sulih_probe *probe, struct sulih_error *error) SULIH_MUST_CHECK;

#endif
