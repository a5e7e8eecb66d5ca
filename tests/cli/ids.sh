#!/usr/bin/env bash
# Ids that stand twice: nothing is lost for it, and it is said, once an input, and of each document that repeats one.
. "$(dirname "$0")/lib.sh"
cd "$tmp" || exit 2
printf '{"id":"a","text":"Ia datang."}\n{"id":"b","text":"Ia pergi."}\n\n{"id":"a","text":"Dia pulang."}\n{"text":"Satu."}\n{"text":"Dua."}\n{"id":1,"text":"Tiga."}\n{"id":"1","text":"Empat."}\n' > a.jsonl
lines_of_err() { grep -c . "$tmp/err"; }
t 'two records of one id'; run segment --json a.jsonl; status 0; is 7 "$(grep -c . "$tmp/out")"; is 1 "$(lines_of_err)"; err_has 'a.jsonl:4: the id "a" stood in line 1 already; both are worked'
is '{"id":"a"' "$(grep id-repeated "$tmp/out" | cut -c1-9)"; has '"id":"id-repeated","level":"warning","start":0,"end":0,"message":"the id \"a\" stood in line 1 already"'
t 'in the ledger too'; run translate -e echo --ledger l.jsonl a.jsonl; status 0; is 7 "$(grep -c . "$tmp/out")"; is 1 "$(grep -c id-repeated l.jsonl)"
t 'many: the first, and how many more'; for i in 1 2 3 4 5; do printf '{"id":7,"text":"Nomor %d."}\n' $i; done > b.jsonl; run translate -e echo b.jsonl; status 0; is 1 "$(lines_of_err)"; err_has 'b.jsonl:2: the id 7 stood in line 1 already; both are worked; and 3 more of b.jsonl'; is 5 "$(grep -c . "$tmp/out")"
t 'two files may have the same ids'; sed -n 1,3p a.jsonl > c.jsonl; cp c.jsonl d.jsonl; run translate -e echo c.jsonl d.jsonl; status 0; err_empty
t 'each file by itself'; run translate -e echo a.jsonl b.jsonl; is 2 "$(lines_of_err)"; err_has 'a.jsonl:4'; err_has 'b.jsonl:2'
t 'a dry run says so too'; run translate -n -e echo a.jsonl; status 0; err_has 'a.jsonl:4: the id "a"'
t 'a file that is read twice'; mkdir -p in; printf 'Ia datang.\n' > in/x.txt; printf 'Ia pergi.\n' > in/y.txt
run translate -e echo in in/x.txt; status 0; is 3 "$(grep -c . "$tmp/out")"; is 1 "$(lines_of_err)"; err_has 'in/x.txt: this file was read already; both are worked'
run translate -e echo in in; err_has 'in/x.txt: this file was read already; both are worked; and 1 more of the inputs'; is 1 "$(lines_of_err)"
t 'a document in stretches is one'; yes 'Ia pergi ke pasar. Dia membeli beras.' | head -n 240000 > in/z.txt; run translate -e echo in; status 0; err_empty; rm in/z.txt
t 'a <file> that stands twice'; for v in 1.2 2.1; do
  "$sulih" extract --xliff $v --to-lang id --xliff-target source a.jsonl > a.xlf 2> err2; is 1 "$(grep -c 'stood in line 1 already' err2)"; run merge a.xlf; status 0; is 1 "$(lines_of_err)"; err_has 'a <file> of "a" stood in line 3 already; both are merged [id-repeated]'; is 7 "$(grep -c . "$tmp/out")"
  "$sulih" extract --xliff $v --to-lang id --xliff-target source c.jsonl > c.xlf; run merge c.xlf; err_empty; run merge c.xlf c.xlf; err_empty
done
finish
