#include "pipeline/translate/probe.h"

#include <stdlib.h>

#include "base/clock.h"
#include "base/utf8.h"
#include "pipeline/translate/answer/reply.h"
#include "pipeline/translate/endpoint/endpoint.h"
#include "pipeline/translate/probe_profile.h"

enum { MOST_PARTS = 16, MOST_NAMES = 6 };

/* Tokens at the start, in the middle, at the end, in quotes and brackets, with clitics,
 * side by side, in capitals, and in a row. */
static const char *const sentences[] = {
	"{Menteri Dalam Negeri} membuka rapat itu pagi tadi.",
	"Rapat itu dibuka oleh {Retno Wulandari} di aula kantor desa.",
	"Harga cabai di pasar naik menjadi {Rp85.000} per kilogram.",
	"Warga menolak rencana itu, kata {Bambang Sutejo}.",
	"Kereta dari {Purwokerto} ke {Cirebon} terlambat dua jam.",
	"\"Kami belum tahu,\" ujar {Siti Rahmah}, ketua panitia.",
	"Korban ({Agus}) dibawa ke rumah sakit terdekat.",
	"Pemerintah {Korea Utara} membantah laporan tersebut.",
	"{Kejaksaan Agung}, {Komisi Yudisial}, dan {Ombudsman} hadir dalam acara itu.",
	"Mobil {Andi}-nya rusak setelah banjir.",
	"Tim {Persela} menang {2-1} atas tamunya.",
	"Acara itu berlangsung pada {3 Maret 2023} di alun-alun.",
	"BUPATI {SUMARNO} RESMIKAN PASAR BARU",
	"Apakah {Dewi} akan datang besok?",
	"Dia lahir di {Ende}; ayahnya berasal dari {Larantuka}.",
	"Bantuan sebesar {Rp2,5 miliar} telah disalurkan kepada {1.200} keluarga.",
	"Menurut {Wahyu}, jalan itu baru diperbaiki tahun lalu.",
	"Produksi padi turun {12,5 persen}: petani rugi besar.",
	"Polisi menangkap tiga orang di {Jalan Melati} tadi malam.",
	"{Bank Nagari} dan {Universitas Andalas} bekerja sama dalam penelitian itu.",
};
enum { SENTENCES = SULIH_COUNT(sentences) };

struct sentence {
	struct sulih_part parts[MOST_PARTS];
	size_t part_count;
	struct sulih_placeholder names[MOST_NAMES];
	size_t name_count;
};

struct work {
	struct sulih_endpoint *endpoint;
	struct sulih_error *error;
	const struct sulih_shape *shape;
	struct sulih_probe_row *row;
	size_t first, count; /* sentences of the request under way */
	struct sulih_expansion *x;
	struct sulih_arena arena;
	bool answered, good;
	bool starved; /* out of memory, in a callback */
	double latencies[SENTENCES];
	size_t requests, characters;
	double seconds;
	char trouble[300];
};

static void take_apart(const char *text, struct sentence *out)
{
	memset(out, 0, sizeof(*out));
	while (*text && out->part_count + 2 <= MOST_PARTS && out->name_count < MOST_NAMES) {
		const char *open = strchr(text, '{'), *close = open ? strchr(open, '}') : NULL;
		size_t length = close ? (size_t)(open - text) : strlen(text);

		if (length > 0)
			out->parts[out->part_count++].text = sulih_view_make(text, length);
		if (close == NULL)
			return;
		out->parts[out->part_count++].placeholder = (unsigned)out->name_count + 1;
		out->names[out->name_count] = (struct sulih_placeholder){
			.number = (unsigned)out->name_count + 1,
			.kind = SULIH_KIND_NAME,
			.source = sulih_view_make(open + 1, (size_t)(close - open) - 1),
		};
		out->names[out->name_count].target = out->names[out->name_count].source;
		out->name_count++;
		text = close + 1;
	}
}

static bool in_order(const struct sulih_parts *parts)
{
	unsigned last = 0;

	for (size_t i = 0; i < parts->count; i++) {
		if (parts->items[i].placeholder == 0)
			continue;
		if (parts->items[i].placeholder < last)
			return false;
		last = parts->items[i].placeholder;
	}
	return true;
}

static void judge(struct work *work, size_t index, struct sulih_view answer)
{
	struct sentence sentence;
	struct sulih_parts target = { NULL, 0, 0 };
	int state;

	take_apart(sentences[index], &sentence);
	state = sulih_wire_read(answer, sentence.parts, sentence.part_count,
				(struct sulih_wire_names){ sentence.names, sentence.name_count },
				work->shape, work->endpoint->profile.unescape, &work->arena,
				&target);
	if (state < 0)
		work->starved = true;
	else if (state & ~SULIH_WIRE_REPAIRED)
		work->row->lost++;
	else if (state & SULIH_WIRE_REPAIRED)
		work->row->repaired++;
	else if (in_order(&target))
		work->row->exact++;
	else
		work->row->moved++;
	SULIH_VECTOR_RELEASE(&target);
}

static void on_answer(void *context, void *job, const struct sulih_http_answer *answer)
{
	struct work *work = context;
	struct sulih_reply reply;

	(void)job;
	work->answered = true;
	work->good = false;
	if (answer->outcome != SULIH_HTTP_ANSWERED) {
		sulih_utf8_print(work->trouble, sizeof(work->trouble), "%s", answer->message);
		return;
	}
	if (sulih_reply_read(&work->endpoint->profile, answer->status, answer->body, work->x,
			     &reply, work->error) != 0) {
		work->starved = true;
	} else {
		work->good = reply.verdict == SULIH_REPLY_GOOD;
		sulih_endpoint_hide_cut(work->endpoint, reply.message);
		sulih_utf8_print(work->trouble, sizeof(work->trouble), "HTTP %ld: %s",
				 answer->status, reply.message);
		for (size_t i = 0; work->good && i < work->count; i++) {
			if (reply.texts.items[i].text.data != NULL)
				judge(work, work->first + i, reply.texts.items[i].text);
			else
				work->row->lost++;
		}
	}
	sulih_reply_release(&reply);
}

static double now_ms(void)
{
	return (double)sulih_clock_us() / 1e3;
}

/* The sentences of the request as the engine is to get them. */
static void write_wires(struct work *work, struct sulih_buffer *wires, struct sulih_view *texts)
{
	for (size_t i = 0; i < work->count; i++) {
		struct sentence sentence;

		take_apart(sentences[work->first + i], &sentence);
		sulih_wire_write(sentence.parts, sentence.part_count,
				 (struct sulih_wire_names){ sentence.names, sentence.name_count },
				 work->shape, &wires[i]);
		texts[i] = sulih_buffer_view(&wires[i]);
		work->characters += texts[i].length;
	}
}

/* Sends the request and waits for its answer; how long that took is counted. */
static int send_and_wait(struct work *work, const char *url, struct sulih_view body)
{
	struct sulih_endpoint *e = work->endpoint;
	double from = now_ms();
	int code;

	work->answered = false;
	code = sulih_http_start(e->http, e->profile.method, url, body, work, work->error);
	while (code == 0 && !work->answered)
		code = sulih_http_work(e->http, 1000, on_answer, work, work->error);
	work->latencies[work->requests++] = now_ms() - from;
	work->seconds += (now_ms() - from) / 1e3;
	return code == 0 && work->starved ? sulih_fail_memory(work->error) : code;
}

/* One request with the sentences from work->first on. */
static int ask(struct work *work)
{
	struct sulih_endpoint *e = work->endpoint;
	struct sulih_buffer wires[SENTENCES], body = SULIH_BUFFER_INIT, url = SULIH_BUFFER_INIT;
	struct sulih_view texts[SENTENCES];
	struct sulih_expansion x = { .variables = e->variables.items,
				     .variable_count = e->variables.count,
				     .texts = texts,
				     .text_count = work->count,
				     .context = SULIH_VIEW(""),
				     .legend = SULIH_VIEW(""),
				     .markup = sulih_view_of(
					     e->profile.markup_values[work->shape->markup]) };
	int code = 0;

	memset(wires, 0, sizeof(wires));
	write_wires(work, wires, texts);
	work->x = &x;
	for (size_t i = 0; i < work->count && code == 0; i++)
		code = sulih_buffer_status(&wires[i], work->error);
	if (code == 0 && e->profile.encoding == SULIH_ENCODING_JSON)
		code = sulih_expand_json(e->profile.body, &x, &body, work->error);
	else if (code == 0 && e->profile.encoding == SULIH_ENCODING_FORM)
		code = sulih_expand_pairs(e->profile.body, &x, &body, work->error);
	if (code == 0)
		code = sulih_buffer_status(&body, work->error);
	if (code == 0 && e->query_has_text)
		code = sulih_endpoint_url(e, &x, &url, work->error);
	if (code == 0)
		code = send_and_wait(work, url.data ? url.data : e->address,
				     e->profile.encoding == SULIH_ENCODING_NONE
					     ? (struct sulih_view){ NULL, 0 }
					     : sulih_buffer_view(&body));
	for (size_t i = 0; i < work->count; i++)
		sulih_buffer_release(&wires[i]);
	sulih_buffer_release(&body);
	sulih_buffer_release(&url);
	return code;
}

static int compare_doubles(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

static int probe_shape(struct work *work)
{
	const struct sulih_profile *p = &work->endpoint->profile;
	int code = 0;

	work->row->shape = work->shape->name;
	work->requests = 0;
	for (work->first = 0; work->first < SENTENCES && code == 0; work->first += work->count) {
		work->count = p->max_items < 5 ? p->max_items : 5;
		if (work->count > SENTENCES - work->first)
			work->count = SENTENCES - work->first;
		work->row->sentences += work->count;
		code = ask(work);
		if (code == 0 && !work->good)
			work->row->refused += work->count;
		/* an endpoint that refuses twice running refuses the shape, or everything */
		if (work->row->refused >= 2 * work->count &&
		    work->row->refused == work->row->sentences)
			break;
	}
	qsort(work->latencies, work->requests, sizeof(double), compare_doubles);
	work->row->median_ms = work->requests ? work->latencies[work->requests / 2] : 0;
	return code;
}

/* A kind of text is sent only when the profile knows how to say what it is. */
static bool knows_markup(const struct sulih_profile *profile, enum sulih_markup markup)
{
	for (size_t i = 0; i < profile->shape_count; i++)
		if (profile->shapes[i].markup == markup)
			return true;
	return false;
}

static int compare_rows(const void *a, const void *b)
{
	const struct sulih_probe_row *x = a, *y = b;
	size_t sound_x = x->exact + x->moved + x->repaired,
	       sound_y = y->exact + y->moved + y->repaired;

	if (sound_x != sound_y)
		return sound_x > sound_y ? -1 : 1;
	if (x->exact + x->moved != y->exact + y->moved)
		return x->exact + x->moved > y->exact + y->moved ? -1 : 1;
	return x->exact != y->exact ? (x->exact > y->exact ? -1 : 1) : 0;
}

int sulih_probe_run(const char *engine, const struct sulih_engine_options *options,
		    bool want_profile, struct sulih_probe *probe, struct sulih_error *error)
{
	struct sulih_endpoint endpoint;
	struct work work = { .endpoint = &endpoint, .error = error };
	const struct sulih_shape *shape;
	size_t answered = 0;
	int code;

	memset(probe, 0, sizeof(*probe));
	code = sulih_endpoint_open(&endpoint, engine, options, error);
	if (code != 0)
		return code;
	sulih_arena_init(&work.arena);
	for (size_t i = 0; code == 0 && (shape = sulih_shape_at(i)) != NULL; i++) {
		if (!knows_markup(&endpoint.profile, shape->markup) ||
		    probe->count == SULIH_PROBE_MOST_ROWS)
			continue;
		work.shape = shape;
		work.row = &probe->rows[probe->count++];
		code = probe_shape(&work);
		answered += work.row->sentences - work.row->refused;
		/* nothing at all came back: the other shapes will fare no better */
		if (i == 0 && answered == 0)
			break;
	}
	if (work.seconds > 0)
		probe->characters_per_second = (double)work.characters / work.seconds;
	if (code == 0 && answered == 0) {
		struct sulih_buffer hidden = SULIH_BUFFER_INIT;

		sulih_endpoint_hide(&endpoint, sulih_view_of(work.trouble), &hidden);
		code = sulih_fail(error, SULIH_ERROR_ENGINE, "engine %s at %s: %s",
				  endpoint.profile.name, endpoint.url,
				  sulih_buffer_view(&hidden).data);
		sulih_buffer_release(&hidden);
	}
	if (code == 0)
		qsort(probe->rows, probe->count, sizeof(*probe->rows), compare_rows);
	if (code == 0 && want_profile)
		code = sulih_probe_make_profile(engine, &endpoint, probe, error);
	sulih_arena_release(&work.arena);
	sulih_endpoint_close(&endpoint);
	return code;
}

void sulih_probe_release(struct sulih_probe *probe)
{
	sulih_buffer_release(&probe->profile);
}
