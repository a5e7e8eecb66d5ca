#!/usr/bin/env bash
# The manual page and --help agree: every long option of a command stands in sulih(1) or is its own command's alone.
. "$(dirname "$0")/lib.sh"
page=$top/docs/sulih.1
for c in $("$sulih" --help | sed -n '/^commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
  t "command $c"; is yes "$(grep -qw -- "$c" "$page" && echo yes)"
  for o in $("$sulih" "$c" --help | sed -n 's/^  \(-.,\|   \) --\([a-z-]*\).*/\2/p'); do
    [ "$o" = help ] && continue
    t "$c --$o in the manual"; is yes "$(grep -q -- "Fl -$o\b" "$page" && echo yes)"
  done
done
if command -v mandoc > /dev/null; then t 'mandoc finds nothing'; is '' "$(mandoc -Tlint -Wwarning "$page")"; fi
finish
