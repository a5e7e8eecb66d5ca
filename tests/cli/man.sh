#!/usr/bin/env bash
# The manual page and --help agree: what a command has stands in sulih(1), and what stands there a command has.
. "$(dirname "$0")/lib.sh"
page=$top/docs/sulih.1
for c in $("$sulih" --help | sed -n '/^commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
  t "command $c"; is yes "$(grep -qw -- "$c" "$page" && echo yes)"
  for o in $("$sulih" "$c" --help | sed -n 's/^  \(-.,\|   \) --\([a-z-]*\).*/\2/p'); do
    [ "$o" = help ] && continue
    t "$c --$o in the manual"; is yes "$(grep -q -- "Fl -$o\b" "$page" && echo yes)"
  done
done
# the other way round: what the page names, a command has, with the same letter
known=$(for c in $("$sulih" --help | sed -n '/^commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do "$sulih" "$c" --help | sed -n 's/^  -\(.\), --\([a-z-]*\).*/\1 \2/p; s/^      --\([a-z-]*\).*/. \1/p'; done | sort -u)
for o in $(grep -o 'Fl -[a-z][a-z-]*' "$page" | sed 's/^Fl -//' | sort -u) ; do
  t "--$o of the manual"; is yes "$(grep -q " $o\$" <<< "$known" && echo yes)"
done
while read -r letter long; do
  t "-$letter of the manual is --$long"; is yes "$(grep -qx "$letter $long" <<< "$known" && echo yes)"
done < <(sed -n 's/^\.It Fl \(.\) , Fl -\([a-z-]*\).*/\1 \2/p' "$page")
while read -r letter long; do
  [ "$letter" = . ] || [ "$long" = help ] && continue
  t "-$letter, --$long in the manual"; is yes "$(grep -q "^\.It Fl $letter , Fl -$long\b" "$page" && echo yes)"
done <<< "$known"
t 'the statuses'
for s in 0 1 2 3 4 5 6; do is yes "$(grep -qx ".It $s" "$page" && echo yes)"; is yes "$("$sulih" --help | tr '\n' ' ' | grep -q " $s [a-z]" && echo yes)"; done
t 'the environment: what is read stands there'
for v in $(grep -rhoE '"(SULIH|XDG|NO)_[A-Z_]+"|getenv\("[A-Z_]+"' "$top/base" "$top/pipeline" --include=*.c | tr -dc 'A-Z_\n' | sort -u); do
  case $v in SULIH_|SULIH_SECRET_) continue ;; esac
  t "$v in the manual"; is yes "$(grep -q "^\.\(It \)\?Ev .*\b$v\b" "$page" && echo yes)"
done
if command -v mandoc > /dev/null; then t 'mandoc finds nothing'; is '' "$(mandoc -Tlint -Wwarning "$page")"; fi
finish
