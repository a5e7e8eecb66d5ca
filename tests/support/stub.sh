# shellcheck shell=bash
# The make-believe MT server for the tests of the command line; source after lib.sh.
#   stub_start [OPTION]...   sets $stub (http://127.0.0.1:PORT) and $stub_log
#   stub_stop
#   stub_profile FILE TOTAL_MS   writes a profile of its protocol: arrays of two texts, three attempts without much waiting
stub_start() {
  stub_log=$tmp/stub.log
  rm -f "$tmp/stub.in" "$tmp/stub.out" # an older port must not be taken for this one's
  mkfifo "$tmp/stub.in"
  "$build/tests/server/mt_stub" --log "$stub_log" "$@" < "$tmp/stub.in" > "$tmp/stub.out" 2> "$tmp/stub.err" &
  stub_pid=$!
  exec 9> "$tmp/stub.in"
  for _ in $(seq 600); do # a loaded machine may take its time
    grep -q '^port ' "$tmp/stub.out" 2> /dev/null && break
    kill -0 "$stub_pid" 2> /dev/null || { cat "$tmp/stub.err" >&2; break; }
    sleep 0.05
  done
  stub=http://127.0.0.1:$(sed -n 's/^port //p' "$tmp/stub.out")
}
stub_stop() { exec 9>&-; wait "$stub_pid"; }
stub_profile() {
  cat > "$1" << EOF
{
  "name": "quick",
  "url": "http://127.0.0.1:5000/translate",
  "body": {
    "q": { "\$each": { "\$var": "text" } },
    "source": "\${source}", "target": "\${target}", "format": "text"
  },
  "batch": { "mode": "array", "max_items": 2 },
  "protect": { "shape": "brackets", "alternate": "letters" },
  "response": { "items": "/translatedText", "text": "" },
  "error": { "message": "/error" },
  "limits": { "attempts": 3, "backoff_ms": 1, "backoff_max_ms": 5, "total_ms": $2 }
}
EOF
}
