/*
 * The baseline: a bare libcurl-multi client that posts R requests with N in flight.
 *
 *     bare_curl URL N R FILE      line i of FILE is request i's text
 *
 * Prints wall seconds, requests a second and CPU microseconds a request.
 */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { MOST = 1024, ROOM = 8192 };

struct one {
	CURL *easy;
	char body[ROOM], answer[ROOM];
	size_t length;
};

static size_t on_body(char *data, size_t size, size_t count, void *context)
{
	struct one *one = context;

	if (one->length + size * count < ROOM) {
		memcpy(one->answer + one->length, data, size * count);
		one->length += size * count;
	}
	return size * count;
}

static double seconds(clockid_t clock)
{
	struct timespec now;

	clock_gettime(clock, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int start(CURLM *multi, struct one *one, FILE *texts)
{
	char line[ROOM - 64];

	if (fgets(line, sizeof(line), texts) == NULL)
		return 0;
	line[strcspn(line, "\n")] = '\0';
	one->length = 0;
	snprintf(one->body, sizeof(one->body), "{\"q\":\"%s\",\"source\":\"id\",\"target\":\"en\"}",
		 line);
	curl_easy_setopt(one->easy, CURLOPT_POSTFIELDS, one->body);
	curl_multi_add_handle(multi, one->easy);
	return 1;
}

int main(int argc, char **argv)
{
	static struct one all[MOST];
	struct curl_slist *headers = curl_slist_append(NULL, "Content-Type: application/json");
	CURLM *multi = curl_multi_init();
	long window = argc > 4 ? atol(argv[2]) : 0, wanted = argc > 4 ? atol(argv[3]) : 0;
	long started = 0, done = 0, bad = 0;
	FILE *texts = argc > 4 ? fopen(argv[4], "r") : NULL;
	double wall = seconds(CLOCK_MONOTONIC), cpu;
	int running, left;
	CURLMsg *message;

	if (texts == NULL || window < 1 || window > MOST) {
		fprintf(stderr, "usage: bare_curl URL N R FILE\n");
		return 2;
	}
	curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, (long)MOST);
	for (long i = 0; i < window; i++) {
		all[i].easy = curl_easy_init();
		curl_easy_setopt(all[i].easy, CURLOPT_URL, argv[1]);
		curl_easy_setopt(all[i].easy, CURLOPT_HTTPHEADER, headers);
		curl_easy_setopt(all[i].easy, CURLOPT_WRITEFUNCTION, on_body);
		curl_easy_setopt(all[i].easy, CURLOPT_WRITEDATA, &all[i]);
		curl_easy_setopt(all[i].easy, CURLOPT_PRIVATE, &all[i]);
		started += started < wanted && start(multi, &all[i], texts);
	}
	while (done < started) {
		curl_multi_perform(multi, &running);
		while ((message = curl_multi_info_read(multi, &left)) != NULL) {
			struct one *one;

			curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE,
					  (char **)(void *)&one);
			bad += message->data.result != CURLE_OK || one->length < 20;
			curl_multi_remove_handle(multi, one->easy);
			done++;
			started += started < wanted && start(multi, one, texts);
		}
		if (done < started)
			curl_multi_poll(multi, NULL, 0, 1000, NULL);
	}
	wall = seconds(CLOCK_MONOTONIC) - wall;
	cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
	printf("%.3f %.0f %.1f %ld\n", wall, (double)done / wall, cpu * 1e6 / (double)done, bad);
	return bad != 0;
}
