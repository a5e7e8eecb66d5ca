/*
 * The signals that end a run: SIGINT, SIGTERM, SIGHUP.
 *
 * While they are watched for, the first is noted and the run comes to its end by itself; a second
 * one ends the program at once, as it would have without any of this.
 */
#ifndef SULIH_PIPELINE_CLI_STOP_H
#define SULIH_PIPELINE_CLI_STOP_H

#include <signal.h>
#include <stdbool.h>

/* From now on; a signal that the program was started to ignore (nohup) stays ignored. */
void sulih_stop_watch(void);
bool sulih_stop_asked(void);
const char *sulih_stop_name(void); /* "SIGINT", of the signal that was noted */

/* For a moment, in any thread, none of them ends the program: what came meanwhile does so when it
 * is let go.  `before` is what the calling thread took until then. */
void sulih_stop_hold(sigset_t *before);
void sulih_stop_let_go(const sigset_t *before);

/* Ends the program by the signal that was noted, so that a shell sees it.  Where none was, gives
 * `status` back; where it cannot (the first process of a container), the status for it. */
int sulih_stop_obey(int status);

#endif
