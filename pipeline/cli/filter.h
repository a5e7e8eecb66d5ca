/*
 * What the stage filters (normalize, segment, protect) and translate share: inputs
 * and outputs, formats, languages, the glossary, and the run itself.
 */
#ifndef SULIH_PIPELINE_CLI_FILTER_H
#define SULIH_PIPELINE_CLI_FILTER_H

#include "pipeline/cli/cli.h"
#include "pipeline/cli/files/ids.h"
#include "pipeline/cli/files/inputs.h"
#include "pipeline/cli/files/output.h"
#include "pipeline/pipeline.h"
#include "pipeline/record.h"

/* Settings that several commands know.  A command's settings begin with it. */
struct sulih_common {
	const char *output;
	const struct sulih_format *from, *to;
	bool json, verify;
	bool explain;	  /* protect: collect what was considered and not taken */
	bool spans_only;  /* no masks are asked for */
	const char *show; /* "auto", "always", "never"; NULL: no view */
	unsigned jobs;
	const char *from_lang, *to_lang;
	const char *glossary;
	const char *style;	 /* "us", "uk" or NULL */
	const char *boilerplate; /* "keep", "mark", "omit" or NULL */
	const char *quotes;	 /* "isolate", "inline", "verbatim" or NULL */
	double most_masked;	 /* 0: the default */
};

/* The options above, for the tables of the commands. */
#define SULIH_OPTION_OUTPUT                                                                        \
	{                                                                                          \
		"output", 'o', "PATH", "write to a file, or into a folder (keeps the tree)", true  \
	}
#define SULIH_OPTION_FROM                                                                          \
	{                                                                                          \
		"from", 'f', "FORMAT",                                                             \
			"format of the input: text, jsonl (default: by file ending)", true         \
	}
#define SULIH_OPTION_JSON                                                                          \
	{                                                                                          \
		"json", 0, NULL, "one JSON record a document", true                                \
	}
#define SULIH_OPTION_JOBS                                                                          \
	{                                                                                          \
		"jobs", 'j', "N", "threads (default: 1)", false                                    \
	}
#define SULIH_OPTION_VERIFY                                                                        \
	{                                                                                          \
		"verify", 0, NULL, "check every stage's invariant", false                          \
	}
#define SULIH_OPTION_TO_LANG                                                                       \
	{                                                                                          \
		"to-lang", 0, "CODE", "language of the output (default: en)", false                \
	}
#define SULIH_OPTION_FROM_LANG                                                                     \
	{                                                                                          \
		"from-lang", 0, "CODE", "language of the input (default: id)", false               \
	}
#define SULIH_OPTION_GLOSSARY                                                                      \
	{                                                                                          \
		"glossary", 'g', "FILE", "your terms, TSV or CSV", false                           \
	}
#define SULIH_OPTION_STYLE                                                                         \
	{                                                                                          \
		"style", 0, "us|uk", "dates and quotation marks (default: uk)", false              \
	}
#define SULIH_OPTION_QUOTES                                                                        \
	{                                                                                          \
		"quotes", 0, "MODE", "isolate, inline or verbatim (default: isolate)", false       \
	}
#define SULIH_OPTION_MOST_MASKED                                                                   \
	{                                                                                          \
		"most-masked", 0, "SHARE",                                                         \
			"most of a sentence that may be masked, 0.1 to 1 "                         \
			"(default: 0.8)",                                                          \
			false                                                                      \
	}
#define SULIH_OPTION_BOILERPLATE                                                                   \
	{                                                                                          \
		"boilerplate", 0, "MODE", "keep, mark or omit (default: keep)", false              \
	}

#define SULIH_OPTION_SHOW(what)                                                                    \
	{                                                                                          \
		"show", 0, "[=WHEN]", what "; coloured WHEN: auto (on a terminal), always, never", \
			true                                                                       \
	}

/* Takes one of the common options; SULIH_ERROR_USAGE for a wrong value or an unknown name. */
int sulih_common_set(struct sulih_common *common, const char *name, const char *value,
		     struct sulih_error *error);
/* Whether no two views of a document are asked for at once (--json, --explain, --show); says so. */
bool sulih_views_agree(const struct sulih_common *common, bool explain);

/* One run over inputs and outputs; embed it in what `write` needs. */
struct sulih_run {
	const struct sulih_common *common;
	struct sulih_pipeline_options options;
	struct sulih_inputs inputs;
	struct sulih_ids ids;
	struct sulih_output output;
	struct sulih_record record;
	struct sulih_buffer out; /* one document's output, or what of it has not been written */
	size_t writing;		 /* the input that it came from */
	struct sulih_glossary *glossary;
	const struct sulih_engine *engine; /* while it runs; NULL: none */
	const char *ending;		   /* of outputs in a folder; NULL: by --json and --to */
	int status;			   /* gravest exit status so far */
	bool noticed;			   /* that a signal wants an end */
	bool doubted;			   /* that the input is plain text */
	bool gap;    /* a document was left out: what follows has no place on standard output */
	bool within; /* what was written last is no whole document */
	int (*write)(struct sulih_run *run, struct sulih_document *document,
		     struct sulih_error *error); /* fills run->out */
	void *extra;
};

/* Opens inputs, outputs and the glossary, fills run->options. */
int sulih_run_open(struct sulih_run *run, const struct sulih_common *common, enum sulih_phase until,
		   int count, char **operands, struct sulih_error *error);
/* Writes what stands in run->out when it is much, so that the output of a long document is never
 * all in memory. */
int sulih_run_pass_on(struct sulih_run *run, struct sulih_error *error) SULIH_MUST_CHECK;
/* Whether a view for people is to be coloured. */
bool sulih_run_colours(const struct sulih_run *run);
/* The margin of a view's line: the role of the block that begins here, or blanks. */
void sulih_run_margin(struct sulih_run *run, const struct sulih_document *document, size_t segment);
/* Runs the pipeline; `engine_open` is called with the pipeline when it is not NULL. */
typedef int sulih_engine_opener(struct sulih_run *run, struct sulih_pipeline *pipeline,
				struct sulih_engine **engine, struct sulih_error *error);
int sulih_run_all(struct sulih_run *run, sulih_engine_opener *engine_open);
/* The same when `status` is 0, else says the error; gives the exit status. */
int sulih_run_or_say(struct sulih_run *run, int status, const struct sulih_error *error,
		     sulih_engine_opener *engine_open);
/* Ends the outputs when all went well (`status` 0), says what did not, and notes both in
 * run->status. */
void sulih_run_finish(struct sulih_run *run, int status, struct sulih_error *error);
void sulih_run_close(struct sulih_run *run);

/* The whole of a stage filter's command. */
int sulih_filter(const struct sulih_common *common, enum sulih_phase until,
		 int (*write)(struct sulih_run *run, struct sulih_document *document,
			      struct sulih_error *error),
		 void *extra, int count, char **operands);

#endif
