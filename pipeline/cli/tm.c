#include <stdlib.h>
#include <unistd.h>

#include "pipeline/cli/engine_options.h"
#include "pipeline/cli/stop.h"
#include "pipeline/store/store.h"

struct settings {
	struct sulih_common common; /* first */
	const char *store, *engine;
	bool all;
};

static const struct sulih_option options[] = {
	{ "store", 0, "FILE", "the translation memory (default: $XDG_STATE_HOME/sulih/store.db)",
	  false },
	SULIH_OPTION_OUTPUT,
	SULIH_OPTION_FROM_LANG,
	SULIH_OPTION_TO_LANG,
	{ "engine", 'e', "NAME", "only what this engine translated (export, forget)", true },
	{ "all", 0, NULL, "everything (forget)", true },
	{ NULL, 0, NULL, NULL, false }
};

static int set(void *settings, const char *name, const char *value, struct sulih_error *error)
{
	struct settings *s = settings;

	if (strcmp(name, "store") == 0)
		return sulih_store_set(&s->store, value, error);
	if (strcmp(name, "engine") == 0)
		s->engine = value;
	else if (strcmp(name, "all") == 0)
		s->all = true;
	else
		return sulih_common_set(&s->common, name, value, error);
	return 0;
}

/* ---- show ------------------------------------------------------------------------ */

struct line {
	char *engine;
	size_t rows;
	long long used, characters;
};

struct tally {
	SULIH_VECTOR(struct line) lines;
};

static int count_row(void *context, const struct sulih_store_row *row)
{
	struct tally *t = context;
	struct line *line = NULL;

	for (size_t i = 0; i < t->lines.count && line == NULL; i++)
		if (sulih_view_is(row->engine, t->lines.items[i].engine))
			line = &t->lines.items[i];
	if (line == NULL) {
		line = SULIH_VECTOR_ADD(&t->lines);
		if (line != NULL)
			line->engine = strndup(row->engine.data, row->engine.length);
		if (line == NULL || line->engine == NULL)
			return SULIH_ERROR_MEMORY;
	}
	line->rows++;
	line->used += row->used;
	line->characters += (long long)row->source.length;
	return 0;
}

static int show(struct sulih_store *store, struct sulih_error *error)
{
	struct tally t = { 0 };
	int status = store != NULL ? store->is->walk(store, count_row, &t, error) : 0;

	if (status == SULIH_ERROR_MEMORY)
		sulih_fail_memory(error);
	if (status == 0)
		printf("%-24s %10s %12s %10s\n", "engine", "segments", "bytes", "served");
	for (size_t i = 0; i < t.lines.count; i++) {
		if (status == 0)
			printf("%-24s %10zu %12lld %10lld\n", t.lines.items[i].engine,
			       t.lines.items[i].rows, t.lines.items[i].characters,
			       t.lines.items[i].used);
		free(t.lines.items[i].engine);
	}
	SULIH_VECTOR_RELEASE(&t.lines);
	return status;
}

/* ---- export ---------------------------------------------------------------------- */

struct exporting {
	const struct settings *settings;
	struct sulih_buffer out;
};

static int export_row(void *context, const struct sulih_store_row *row)
{
	struct exporting *e = context;

	if (sulih_stop_asked())
		return SULIH_ERROR_STOPPED;
	if (e->settings->engine == NULL || sulih_view_is(row->engine, e->settings->engine))
		sulih_tmx_unit(row, &e->out);
	return e->out.failed;
}

static int export_tmx(const struct settings *s, struct sulih_store *store,
		      struct sulih_error *error)
{
	struct exporting e = { .settings = s };
	struct sulih_output output = { .file = { .fd = -1 } };
	struct sulih_inputs none = { 0 };
	int status = 0;

	sulih_tmx_begin(sulih_view_of(s->common.from_lang ? s->common.from_lang : "id"), &e.out);
	sulih_stop_watch();
	if (store != NULL)
		status = store->is->walk(store, export_row, &e, error);
	if (status == SULIH_ERROR_STOPPED)
		sulih_fail(error, status, "interrupted by %s: nothing is exported",
			   sulih_stop_name());
	sulih_tmx_end(&e.out);
	if (status == 0 || e.out.failed != 0)
		status = sulih_buffer_status(&e.out, error);
	if (status == 0)
		status = sulih_output_open(&output, s->common.output, NULL, &none, error);
	if (status == 0)
		status = sulih_output_write(&output, 0, sulih_buffer_view(&e.out), error);
	if (status == 0)
		status = sulih_output_finish(&output, error);
	sulih_output_close(&output);
	sulih_buffer_release(&e.out);
	return status;
}

/* ---- import ---------------------------------------------------------------------- */

struct importing {
	struct sulih_store *store;
	struct sulih_view from_lang, to_lang;
	long long now;
	size_t count;
};

static int import_unit(void *context, struct sulih_view source, struct sulih_view target,
		       struct sulih_error *error)
{
	struct importing *i = context;
	struct sulih_store_key key = sulih_store_memory_key(i->from_lang, i->to_lang, source);
	const struct sulih_store_row row = { .engine = SULIH_VIEW("tmx"),
					     .from_lang = i->from_lang,
					     .to_lang = i->to_lang,
					     .source = source,
					     .target = target,
					     .masked = target,
					     .made = i->now };

	if (sulih_stop_asked())
		return SULIH_ERROR_STOPPED;
	i->count++;
	return i->store->is->put(i->store, &key, &row, error);
}

static int import_file(const struct settings *s, struct sulih_store *store, char *path,
		       struct sulih_error *error)
{
	struct importing importing = {
		.store = store,
		.from_lang = sulih_view_of(s->common.from_lang ? s->common.from_lang : "id"),
		.to_lang = sulih_view_of(s->common.to_lang ? s->common.to_lang : "en"),
		.now = sulih_now(),
	};
	struct sulih_buffer bytes = SULIH_BUFFER_INIT;
	struct sulih_error ignored = SULIH_ERROR_INIT;
	int status;

	sulih_stop_watch();
	status = sulih_read_whole(path, &bytes, error);
	if (status == 0)
		status = store->is->begin(store, SULIH_STORE_PATIENCE_MS, error);
	if (status == 0)
		status = sulih_tmx_read(sulih_buffer_view(&bytes), path, importing.from_lang.data,
					importing.to_lang.data, import_unit, &importing, error);
	/* what was sound before a fault stays: an import can be done again */
	if (store->is->commit(store, status == 0 ? error : &ignored) != 0 && status == 0)
		status = error->code;
	if (status == 0)
		printf("%s: %zu %s\n", path, SULIH_COUNTED(importing.count, "segment"));
	if (status == SULIH_ERROR_STOPPED) {
		*error = (struct sulih_error)SULIH_ERROR_INIT;
		sulih_fail(error, status, "%s: interrupted by %s; import it again", path,
			   sulih_stop_name());
	}
	sulih_buffer_release(&bytes);
	return status;
}

/* ---- the command ----------------------------------------------------------------- */

static int forget(const struct settings *s, struct sulih_store *store, struct sulih_error *error)
{
	size_t count = 0;
	int status = store != NULL ? store->is->forget(store, s->engine, &count, error) : 0;

	if (status == 0)
		printf("%zu %s forgotten\n", SULIH_COUNTED(count, "segment"));
	return status;
}

/* What is wrong with the line is said before a memory is opened, which would make one. */
static int check_action(const struct settings *s, const char *action, int operands,
			struct sulih_error *error)
{
	static const char *const actions[] = { "show", "export", "forget", "import" };

	if (!SULIH_VIEW_IS_ONE_OF(sulih_view_of(action), actions))
		return sulih_fail(error, SULIH_ERROR_USAGE,
				  "tm: no action '%s'; there are show, export, import, forget",
				  action);
	if (strcmp(action, "import") == 0)
		return operands > 0
			       ? 0
			       : sulih_fail(error, SULIH_ERROR_USAGE, "tm import wants TMX files");
	if (operands > 0)
		return sulih_fail(error, SULIH_ERROR_USAGE, "tm %s takes no files", action);
	if (strcmp(action, "forget") == 0 && s->engine == NULL && !s->all)
		return sulih_fail(error, SULIH_ERROR_USAGE,
				  "tm forget wants --engine NAME or --all");
	return 0;
}

/* A file that cannot be read does not stop the others; the last fault is the caller's to say. */
static int import_all(const struct settings *s, struct sulih_store *store, int count, char **files,
		      struct sulih_error *error)
{
	struct sulih_error last = SULIH_ERROR_INIT;

	for (int i = 0; i < count; i++) {
		int status = import_file(s, store, files[i], error);

		if (status == 0)
			continue;
		if (status != SULIH_ERROR_INPUT && status != SULIH_ERROR_IO)
			return status;
		if (last.code != 0)
			sulih_say_error(&last);
		last = *error;
		*error = (struct sulih_error)SULIH_ERROR_INIT;
	}
	return last.code == 0 ? 0 : sulih_fail(error, last.code, "%s", last.message);
}

static int act(const struct settings *s, struct sulih_store *store, const char *action, int count,
	       char **files, struct sulih_error *error)
{
	if (strcmp(action, "show") == 0)
		return show(store, error);
	if (strcmp(action, "export") == 0)
		return export_tmx(s, store, error);
	if (strcmp(action, "forget") == 0)
		return forget(s, store, error);
	return import_all(s, store, count, files, error);
}

/* Why there is no memory at this place for what is wanted; 0: there is. */
static int check_place(const struct settings *s, const char *place, struct sulih_error *error)
{
	if (strcmp(place, "none") == 0)
		return sulih_fail(error, SULIH_ERROR_CONFIG, "%s",
				  s->store != NULL
					  ? "there is no translation memory: SULIH_STORE or "
					    "--store is 'none'"
					  : "there is no home for a translation memory; --store "
					    "names a file");
	if (s->common.output != NULL && sulih_same_place(s->common.output, place))
		return sulih_fail(error, SULIH_ERROR_USAGE,
				  "%s is the translation memory and would be replaced; name "
				  "another -o",
				  s->common.output);
	return 0;
}

/* The memory, or NULL where there is none yet, which only import makes. */
static int open_store(const struct settings *s, const char *action, struct sulih_store **store,
		      struct sulih_error *error)
{
	char *place = s->store != NULL ? strdup(s->store) : sulih_default_store();
	int status = place != NULL ? check_place(s, place, error) : sulih_fail_memory(error);

	if (status == 0 && strcmp(action, "import") != 0 && access(place, F_OK) != 0)
		sulih_say(SULIH_INFO, "store %s: there is none yet", place);
	else if (status == 0)
		status = sulih_store_open_sqlite(place, store, error);
	free(place);
	return status;
}

static int run(void *settings, int count, char **operands)
{
	const struct settings *s = settings;
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_store *store = NULL;
	const char *action = count > 0 ? operands[0] : "show";
	int files = count > 1 ? count - 1 : 0;
	int status = check_action(s, action, files, &error);

	if (status == 0)
		status = open_store(s, action, &store, &error);
	if (status == 0)
		status = act(s, store, action, files, operands + 1, &error);
	if (store != NULL)
		store->is->close(store);
	return status != 0 ? sulih_say_error(&error) : SULIH_STATUS_OK;
}

const struct sulih_command sulih_command_tm = {
	.name = "tm",
	.summary = "Shows, exports, imports and empties the translation memory.",
	.synopsis = "[OPTION]... [show | export | import FILE.tmx... | forget]",
	.details = "Every translation of a paid engine is kept and serves again when the same text "
		   "comes\n"
		   "with the same engine, languages and protection. Imported TMX serves every "
		   "engine.\n",
	.options = options,
	.set = set,
	.run = run,
	.settings_size = sizeof(struct settings),
};
