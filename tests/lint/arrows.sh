#!/usr/bin/env bash
# Include arrows run one way (DESIGN: base <- normalize, segment <- document <- stages <- format, store <- cli),
# and a third-party library enters through its own rooms only.
bad=0
# forbid ROOMS PATTERN WHY: no file below ROOMS includes what matches PATTERN
forbid() {
  local hits
  hits=$(git ls-files -- $1 | grep -E '\.[ch]$' | xargs -r grep -nE "^#include [<\"]($2)" 2>/dev/null)
  if [ -n "$hits" ]; then echo "$3:"; echo "$hits"; bad=1; fi
}
forbid 'base' '(normalize|segment|pipeline)/' 'base/ knows nothing else'
forbid 'normalize' '(segment|pipeline)/' 'normalize/ knows base/ only'
forbid 'segment' '(normalize|pipeline)/' 'segment/ knows base/ only'
forbid 'pipeline/protect pipeline/translate pipeline/reassemble pipeline/document.h pipeline/document.c' 'pipeline/(cli|format|store)/' 'a stage knows no format, store or command'
forbid 'pipeline/format pipeline/store' 'pipeline/cli/' 'formats and stores know no command'
forbid 'pipeline/protect' 'pipeline/(translate|reassemble)/' 'protect comes before translate and reassemble'
others=$(git ls-files '*.c' '*.h' | grep -v '^tests/' | xargs grep -lE '^#include <curl/' | grep -v '^pipeline/translate/http/' | grep -v '^pipeline/translate/http.c')
if [ -n "$others" ]; then echo "libcurl is for pipeline/translate/http only: $others"; bad=1; fi
others=$(git ls-files '*.c' '*.h' | grep -vE '^(tests|normalize|segment|base)/' | xargs grep -lE '^#include <unicode/')
if [ -n "$others" ]; then echo "ICU is for base/letter, normalize/ and segment/: $others"; bad=1; fi
exit $bad
