#!/usr/bin/env bash
# The whole program against a server with 50 ms latency and with none, 64 requests in
# flight, one sentence a request, beside a bare libcurl-multi client in the same run.
# SECONDS_IDEAL=20 is the ideal time of the slow runs; REQUESTS=30000 those of the fast.
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
  rm -f "$scratch/stop"; mkfifo "$scratch/stop"
  "$build/tests/bench/delayd" "$1" < "$scratch/stop" > "$scratch/port" &
  server=$!
  exec 9> "$scratch/stop"
  until [ -s "$scratch/port" ]; do sleep 0.02; done
  url=http://127.0.0.1:$(sed -n 's/^port //p' "$scratch/port")/
}
unserve() { exec 9>&-; wait "$server"; server=''; }

measure() { # MS REQUESTS
  local ideal
  texts "$2"
  serve "$1"
  read -r bare_wall bare_rate bare_cpu _ <<< "$("$build/tests/bench/bare_curl" "$url" 64 "$2" "$scratch/lines")"
  /usr/bin/env bash -c 'TIMEFORMAT="%R %U %S"; time "$@"' - "$build/sulih" translate --engine "$scratch/bench.json" --url "$url" \
    --concurrency 64 -o "$scratch/out.$2" "$scratch/in.$2" 2> "$scratch/time" || { cat "$scratch/time" >&2; exit 1; }
  unserve
  ideal=$(awk -v ms="$1" -v n="$2" 'BEGIN {print int((n + 63) / 64) * ms / 1000}')
  tail -n 1 "$scratch/time" | awk -v ms="$1" -v n="$2" -v ideal="$ideal" -v bw="$bare_wall" -v br="$bare_rate" -v bc="$bare_cpu" '{
    wall = $1; cpu = ($2 + $3) * 1e6 / n
    printf "latency %d ms, %d requests, 64 in flight%s\n", ms, n, (ideal > 0 ? sprintf(", ideal %.2f s", ideal) : "")
    printf "  bare libcurl  %8.3f s %8.0f requests/s %6.1f us CPU a request%s\n", bw, br, bc, (ideal > 0 ? sprintf("  %5.1f %% of ideal", 100 * ideal / bw) : "")
    printf "  sulih         %8.3f s %8.0f requests/s %6.1f us CPU a request%s\n", wall, n / wall, cpu, (ideal > 0 ? sprintf("  %5.1f %% of ideal", 100 * ideal / wall) : "")
    printf "  sulih / bare: CPU %.2f, requests/s %.2f\n", cpu / bc, n / wall / br
  }'
  is=$(cat "$scratch/out.$2/in.$2"/*.txt "$scratch/out.$2"/*.txt 2> /dev/null | grep -c ' that ') || true
  [ "$is" = "$2" ] || { echo "http.sh: $is of $2 sentences translated" >&2; exit 1; }
}

measure 50 $((${SECONDS_IDEAL:-20} * 64 * 20))
measure 0 "${REQUESTS:-30000}"
