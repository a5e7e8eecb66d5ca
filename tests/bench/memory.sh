#!/usr/bin/env bash
# Peak memory of `sulih segment` over one input of 10 and of 80 MB: text with paragraphs, a line an
# article, and JSONL.  Aim: the same for both sizes.
# shellcheck source=tests/bench/lib.sh
. "$(dirname "$0")/lib.sh"
articles "$scratch/articles" 1
awk 1 "$scratch"/articles/*.txt > "$scratch/once"
awk 'BEGIN { RS = "" } { gsub(/\n/, " "); print }' "$scratch/once" > "$scratch/lines"
awk '{ gsub(/[\\"]/, "\\\\&"); printf "{\"id\":%d,\"text\":\"%s\"}\n", NR, $0 }' "$scratch/lines" > "$scratch/jsonl"

# grow FORM OPTION...: the megabyte of FORM ten and eighty times over
grow() {
  local form=$1 times
  shift
  for times in 10 80; do
    for _ in $(seq "$times"); do cat "$scratch/$form"; done > "$scratch/input"
    /usr/bin/time -o "$scratch/time" -f '%M' "$build/sulih" segment "$@" "$scratch/input" > /dev/null
    printf '%-26s %4d MB in  %6.1f MB of memory\n' "segment, $form" "$(($(stat -c %s "$scratch/input") / 1000000))" \
      "$(awk '{ print $1 / 1024 }' "$scratch/time")"
  done
}
grow once --from text
grow lines --from text
grow jsonl --from jsonl --json
grow jsonl --from jsonl --json -j2
