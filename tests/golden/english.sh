#!/usr/bin/env bash
# Whole articles into English: the masked text and the gloss engine's English, and that no figure,
# quotation mark or paragraph is lost on the way. `bash tests/golden/english.sh -u` writes the expected files anew;
# read the difference as an editor before committing it.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/../cli/lib.sh"
here=$top/tests/golden
marks() { grep -o '[“”‘’"«»]' "$1" | sort | uniq -c; }
for article in "$top"/tests/sample/*.txt "$here"/segment/*.txt; do
  one=$(basename "$article" .txt)
  t "$one"
  {
    echo '== masked'
    "$sulih" protect "$article"
    echo '== English'
    SULIH_LOG=error "$sulih" translate --engine gloss --verify "$article"
  } > "$tmp/got" 2>&1
  if [ "${1:-}" = -u ]; then cp "$tmp/got" "$here/english/$one.expected"; fi
  if diff -u "$here/english/$one.expected" "$tmp/got" > "$tmp/diff"; then ok; else bad "$(head -40 "$tmp/diff")"; fi
  t "$one: lines and marks"
  SULIH_LOG=error "$sulih" translate --engine gloss "$article" > "$tmp/english"
  "$sulih" normalize "$article" > "$tmp/clean"
  # hard-wrapped lines are joined: their number says nothing there
  case $one in kantor-berita) ;; *) is "$(grep -c . "$tmp/clean")" "$(grep -c . "$tmp/english")" ;; esac
  is "$(marks "$tmp/clean")" "$(marks "$tmp/english")"
done
finish
