# shellcheck shell=bash
# The make-believe MT server for the tests of the command line; source after lib.sh.
#   stub_start [OPTION]...   sets $stub (http://127.0.0.1:PORT) and $stub_log
#   stub_stop
stub_start() {
  stub_log=$tmp/stub.log
  rm -f "$tmp/stub.in"
  mkfifo "$tmp/stub.in"
  "$build/tests/server/mt_stub" --log "$stub_log" "$@" < "$tmp/stub.in" > "$tmp/stub.out" 2> "$tmp/stub.err" &
  stub_pid=$!
  exec 9> "$tmp/stub.in"
  for _ in $(seq 100); do
    [ -s "$tmp/stub.out" ] && break
    sleep 0.05
  done
  stub=http://127.0.0.1:$(sed -n 's/^port //p' "$tmp/stub.out")
}
stub_stop() { exec 9>&-; wait "$stub_pid"; }
