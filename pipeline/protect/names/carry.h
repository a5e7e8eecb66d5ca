/*
 * What the stretches of one long document hand on to each other: acronyms with their meaning,
 * and how often words stood small, with a capital, in names and for persons.  Stretches may be
 * prepared by several threads; each takes its turn in their order, so that the result is the
 * same however many there are.
 */
#ifndef SULIH_PIPELINE_PROTECT_NAMES_CARRY_H
#define SULIH_PIPELINE_PROTECT_NAMES_CARRY_H

#include <stddef.h>

struct sulih_carry;

struct sulih_carry *sulih_carry_new(void); /* NULL: out of memory */
struct sulih_carry *sulih_carry_hold(struct sulih_carry *carry);
void sulih_carry_release(struct sulih_carry *carry); /* the last holder frees it */

/* The stretch, counted from 0, is done, well or not: waits for those before it, and lets the
 * next have its turn. */
void sulih_carry_pass(struct sulih_carry *carry, size_t stretch);

#endif
