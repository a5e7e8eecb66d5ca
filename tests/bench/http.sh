#!/usr/bin/env bash
# The whole program against a server with 50 ms latency and with none, 64 requests in
# flight, one sentence a request, beside a bare libcurl-multi client in the same run.
# SECONDS_IDEAL=20 is the ideal time of the slow run; REQUESTS=30000 those of the fast ones,
# of which there are five pairs: shown is the one with the median ratio of the two speeds.
# Client and server share the machine: run it on a quiet one, or under `chrt -f 1`.
set -eu
export LC_ALL=C.UTF-8 SULIH_STORE=none
build=${BUILD:-build}
cd "$(dirname "$0")/../.."
scratch=$(mktemp -d "${TMPDIR:-/tmp}/sulih-bench.XXXXXX")
server=''
trap '[ -n "$server" ] && kill "$server" 2> /dev/null; rm -rf "$scratch"' EXIT

cat > "$scratch/bench.json" << 'EOF'
{
  "name": "bench",
  "url": "http://127.0.0.1:1/",
  "body": { "q": { "$var": "text" }, "source": "${source}", "target": "${target}" },
  "batch": { "mode": "single" },
  "protect": { "shape": "brackets" },
  "response": { "text": "/translatedText" },
  "limits": { "concurrency_max": 64 }
}
EOF

# texts N: N lines for the bare client, and folders of articles with N sentences for sulih.
# Nothing is removed before the end: ext4 walks around inodes freed a moment ago, at
# 100 us a new file, which would be counted as sulih's.
texts() {
  mkdir "$scratch/in.$1"
  awk -v n="$1" -v folder="$scratch/in.$1" -v lines="$scratch/lines" 'BEGIN {
    for (i = 0; i < n; i++) {
      text = sprintf("Warga desa yang berada di dekat sungai akan pindah dan membawa barang mereka dari rumah nomor %d karena air belum surut sejak kemarin, sementara petugas dari kecamatan membagikan makanan dan air bersih.", i + 100)
      print text > lines
      file = sprintf("%s/%05d.txt", folder, int(i / 40))
      if (i % 40 == 0 && i) close(last)
      last = file
      print text "\n" > file
    }
  }'
}

serve() { # MS
  rm -f "$scratch/stop" "$scratch/port"; mkfifo "$scratch/stop"
  "$build/tests/bench/delayd" "$1" < "$scratch/stop" > "$scratch/port" &
  server=$!
  exec 9> "$scratch/stop"
  until [ -s "$scratch/port" ]; do sleep 0.02; done
  url=http://127.0.0.1:$(sed -n 's/^port //p' "$scratch/port")/
}
unserve() { exec 9>&-; wait "$server"; server=''; }

# pair REQUESTS NUMBER: a line with the ratio of the walls, wall, rate and CPU of the bare client,
# wall and CPU seconds of sulih
pair() {
  local bare out=$scratch/out.$1.$2
  bare=$("$build/tests/bench/bare_curl" "$url" 64 "$1" "$scratch/lines")
  /usr/bin/env bash -c 'TIMEFORMAT="%R %U %S"; time "$@"' - "$build/sulih" translate --engine "$scratch/bench.json" --url "$url" \
    --concurrency 64 -o "$out" "$scratch/in.$1" 2> "$scratch/time" || { cat "$scratch/time" >&2; exit 1; }
  is=$(cat "$out/in.$1"/*.txt "$out"/*.txt 2> /dev/null | grep -c ' that ') || true
  [ "$is" = "$1" ] || { echo "http.sh: $is of $1 sentences translated" >&2; exit 1; }
  tail -n 1 "$scratch/time" | awk -v bare="$bare" '{ split(bare, b); print $1 / b[1], b[1], b[2], b[3], $1, $2 + $3 }'
}

measure() { # MS REQUESTS PAIRS
  local ideal i
  texts "$2"
  serve "$1"
  : > "$scratch/pairs"
  for i in $(seq "$3"); do pair "$2" "$i" >> "$scratch/pairs"; done
  unserve
  ideal=$(awk -v ms="$1" -v n="$2" 'BEGIN {print int((n + 63) / 64) * ms / 1000}')
  sort -n "$scratch/pairs" | sed -n $((($3 + 1) / 2))p | awk -v ms="$1" -v n="$2" -v ideal="$ideal" '{
    bw = $2; br = $3; bc = $4; wall = $5; cpu = $6 * 1e6 / n
    printf "latency %d ms, %d requests, 64 in flight%s\n", ms, n, (ideal > 0 ? sprintf(", ideal %.2f s", ideal) : "")
    printf "  bare libcurl  %8.3f s %8.0f requests/s %6.1f us CPU a request%s\n", bw, br, bc, (ideal > 0 ? sprintf("  %5.1f %% of ideal", 100 * ideal / bw) : "")
    printf "  sulih         %8.3f s %8.0f requests/s %6.1f us CPU a request%s\n", wall, n / wall, cpu, (ideal > 0 ? sprintf("  %5.1f %% of ideal", 100 * ideal / wall) : "")
    printf "  sulih / bare: CPU %.2f, requests/s %.2f\n", cpu / bc, n / wall / br
  }'
}

measure 50 $((${SECONDS_IDEAL:-20} * 64 * 20)) 1
measure 0 "${REQUESTS:-30000}" 5
