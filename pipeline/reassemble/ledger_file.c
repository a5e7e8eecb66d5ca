/* Ledger lines to a file: one an article, also where the article came in stretches. */
#include <errno.h>
#include <stdio_ext.h>
#include <string.h>
#include <unistd.h>

#include "pipeline/reassemble/ledger.h"

/* What is there of a line that could not be written, as on a full disk, goes again. */
static int fault(struct sulih_ledger_file *ledger, struct sulih_error *error)
{
	int why = errno;

	__fpurge(ledger->file);
	if (ledger->whole >= 0 && ftruncate(fileno(ledger->file), ledger->whole) == 0)
		fseek(ledger->file, ledger->whole, SEEK_SET);
	return sulih_fail(error, SULIH_ERROR_IO, "%s: cannot be written: %s", ledger->name,
			  strerror(why));
}

static bool put(FILE *file, struct sulih_view bytes)
{
	return bytes.length == 0 || fwrite(bytes.data, 1, bytes.length, file) == bytes.length;
}

/* The end of a line goes out at once: of a killed run the ledger has whole lines, one for each
 * document that was delivered. */
static bool put_end(struct sulih_ledger_file *ledger, struct sulih_view bytes)
{
	if (!put(ledger->file, bytes) || fflush(ledger->file) != 0)
		return false;
	ledger->whole = ftell(ledger->file);
	return true;
}

/* What waits of a document whose last stretch never came is no part of the next. */
static void forget(struct sulih_ledger_file *ledger)
{
	for (int i = 0; i < SULIH_LEDGER_GROUPS; i++) {
		if (ledger->waiting[i] != NULL)
			fclose(ledger->waiting[i]);
		ledger->waiting[i] = NULL;
	}
	memset(&ledger->counts, 0, sizeof(ledger->counts));
}

/* Adds a stretch's part of each array behind those of the stretches before. */
static int gather(struct sulih_ledger_file *ledger, const struct sulih_document *document,
		  const struct sulih_reassemble_options *options, struct sulih_error *error)
{
	const struct sulih_ledger_part part = { document, options, ledger->counts.segments };
	struct sulih_buffer some = SULIH_BUFFER_INIT;
	int status = 0;

	for (int i = 0; i < SULIH_LEDGER_GROUPS && status == 0; i++) {
		FILE **file = &ledger->waiting[i];

		sulih_buffer_clear(&some);
		sulih_ledger_put_group(&part, i, &some);
		status = sulih_buffer_status(&some, error);
		if (status != 0 || some.length == 0)
			continue;
		if (*file == NULL)
			*file = tmpfile();
		if (*file == NULL || (ftell(*file) > 0 && !put(*file, SULIH_VIEW(","))) ||
		    !put(*file, sulih_buffer_view(&some)))
			status = fault(ledger, error);
	}
	sulih_buffer_release(&some);
	sulih_ledger_count(document, &ledger->counts);
	return status;
}

/* The line out of what has gathered. */
static int write_gathered(struct sulih_ledger_file *ledger, const struct sulih_document *document,
			  const struct sulih_reassemble_options *options, struct sulih_error *error)
{
	struct sulih_buffer some = SULIH_BUFFER_INIT;
	char block[16384];
	bool sound = true;
	int status;

	sulih_ledger_head(document, options, &ledger->counts, &some);
	for (int i = 0; i < SULIH_LEDGER_GROUPS && sound; i++) {
		FILE *from = ledger->waiting[i];
		size_t got;

		sulih_ledger_open_group(i, &some);
		sound = some.failed == 0 && put(ledger->file, sulih_buffer_view(&some));
		sulih_buffer_clear(&some);
		if (from != NULL)
			rewind(from);
		while (sound && from != NULL && (got = fread(block, 1, sizeof(block), from)) > 0)
			sound = put(ledger->file, sulih_view_make(block, got));
		sound = sound && (from == NULL || !ferror(from)) &&
			put(ledger->file, SULIH_VIEW("]"));
	}
	sound = sound && put_end(ledger, SULIH_VIEW("}\n"));
	status = sulih_buffer_status(&some, error);
	if (status == 0 && !sound)
		status = fault(ledger, error);
	sulih_buffer_release(&some);
	return status;
}

int sulih_ledger_add(struct sulih_ledger_file *ledger, const struct sulih_document *document,
		     const struct sulih_reassemble_options *options, struct sulih_error *error)
{
	struct sulih_buffer line = SULIH_BUFFER_INIT;
	int status = 0;

	if (!document->continues)
		forget(ledger);
	if (document->continues || document->unfinished) {
		status = gather(ledger, document, options, error);
		if (status == 0 && !document->unfinished)
			status = write_gathered(ledger, document, options, error);
		if (!document->unfinished)
			forget(ledger);
		return status;
	}
	status = sulih_ledger_write(document, options, &line, error);
	if (status == 0 && !put_end(ledger, sulih_buffer_view(&line)))
		status = fault(ledger, error);
	sulih_buffer_release(&line);
	return status;
}

void sulih_ledger_close(struct sulih_ledger_file *ledger)
{
	forget(ledger);
}
