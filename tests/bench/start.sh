#!/usr/bin/env bash
# Start-up: a one-line `sulih segment` beside `true`, 200 runs each; milliseconds a run.
# shellcheck source=tests/bench/lib.sh
. "$(dirname "$0")/lib.sh"
runs() {
  local i began=${EPOCHREALTIME/./}
  for i in $(seq 200); do "$@" < "$scratch/line" > /dev/null; done
  echo $((${EPOCHREALTIME/./} - began))
}
printf 'Presiden tiba di Jakarta.\n' > "$scratch/line"
t=$(runs /bin/true) s=$(runs "$build/sulih" segment) t2=$(runs /bin/true) s2=$(runs "$build/sulih" segment)
awk -v t=$((t < t2 ? t : t2)) -v s=$((s < s2 ? s : s2)) 'BEGIN { t /= 200000; s /= 200000; m = 3 * t + 12
  printf "true %.2f ms, sulih segment %.2f ms; at most 3 x true + 12 = %.2f ms: %s\n", t, s, m, s <= m ? "met" : "MISSED" }'
