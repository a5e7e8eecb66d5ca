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
forbid 'segment/quotes/pairing segment/quotes/speaker' 'segment/quotes/attribution/' 'quotes are paired and phrases read without knowing who asks'
forbid 'pipeline/protect pipeline/translate pipeline/reassemble pipeline/document.h pipeline/document.c' 'pipeline/(cli|format|store)/' 'a stage knows no format, store or command'
forbid 'pipeline/format pipeline/store' 'pipeline/cli/' 'formats and stores know no command'
forbid 'pipeline/protect' 'pipeline/(translate|reassemble)/' 'protect comes before translate and reassemble'
# inside translate: tokens <- verify, profile <- answer; http by itself; endpoint <- session and repair <- engine
inside='pipeline/translate'
above="$inside/(answer|endpoint|session|repair|(engine|builtin|probe)\\.h)"
forbid "$inside/http" "$inside/(profile|tokens|verify|gloss)/|$above" 'translate/http moves bytes and knows no other room'
forbid "$inside/tokens" "$inside/(profile|verify|http|gloss)/|$above" 'translate/tokens knows masked texts only'
forbid "$inside/verify" "$inside/(profile|http|gloss)/|$above" 'translate/verify knows masked texts only'
forbid "$inside/profile" "$inside/(verify|http|gloss)/|$above" 'translate/profile knows shapes of tokens only'
forbid "$inside/answer" "$inside/(tokens|verify|http|gloss|endpoint|session|repair)/" 'translate/answer knows profiles only'
forbid "$inside/endpoint" "$inside/(answer|verify|gloss|session|repair)/" 'an endpoint is a profile and a transport'
forbid "$inside/sharing" "$inside/(profile|answer|tokens|verify|http|gloss|endpoint|session|repair)/" 'translate/sharing knows items and their engine only'
others=$(git ls-files '*.c' '*.h' | grep -v '^tests/' | xargs grep -lE '^#include <curl/' | grep -v '^pipeline/translate/http/')
if [ -n "$others" ]; then echo "libcurl is for pipeline/translate/http only: $others"; bad=1; fi
others=$(git ls-files '*.c' '*.h' | grep -vE '^(tests|normalize|segment|base)/' | xargs grep -lE '^#include <unicode/')
if [ -n "$others" ]; then echo "ICU is for base/letter, normalize/ and segment/: $others"; bad=1; fi
exit $bad
