#!/usr/bin/env bash
# Identity (the pinned promise): with --to-lang id nothing may differ from normalize by a byte.
. "$(dirname "$0")/lib.sh"
cd "$tmp" || exit 2
cp "$top"/tests/sample/*.txt .
cat "$top"/tests/spec/*.txt > specs.txt
find "$top/tests/golden" -name '*.txt' -exec cp {} . \; 2> /dev/null
printf '“Satu. Dua,” kata ⟦1⟧. [1] XN1X {{1}} @@1@@ <x id="1"/> &amp; “buka\n\n\ttab\n- butir (1)\nkebi-\njakan itu\n' > odd.txt
for f in *.txt; do
  t "$f"; "$sulih" normalize "$f" > want; "$sulih" translate -e echo --to-lang id --verify "$f" > got; cmp -s want got; is 0 $?
  for mode in inline verbatim; do "$sulih" translate -e echo --to-lang id --quotes $mode "$f" > got; cmp -s want got; is 0 $?; done
  for v in 1.2 2.1; do
    t "$f xliff $v"; "$sulih" extract --xliff $v --to-lang id --xliff-target source "$f" -o x.xlf && "$sulih" merge x.xlf -o got 2> err; cmp -s want got; is 0 $?
  done
done
finish
