#!/usr/bin/env bash
# What is read of a folder, and what is passed over: each reason is said once, with the first name and the number.
. "$(dirname "$0")/lib.sh"
cd "$tmp" || exit 2
mkdir -p in/sub in/.git && printf 'Ia datang.\n' > in/a.txt && cp in/a.txt in/sub/b.txt
lines_of_err() { wc -l < "$tmp/err" | tr -d ' '; }
t 'nothing is passed over, nothing is said'; rmdir in/.git; run translate -e echo in -o keluar; status 0; err_empty; is 'keluar/a.txt keluar/sub/b.txt' "$(find keluar -type f | sort | tr '\n' ' ' | sed 's/ $//')"
t 'hidden files and folders'; cp in/a.txt in/.draf.txt; mkdir in/sub/.simpan; cp in/a.txt in/sub/.simpan/c.txt
run translate -e echo in -o keluar; status 0; err_has 'in/.draf.txt and 1 more: skipped, hidden (what is named itself is read)'; is 1 "$(lines_of_err)"; is 2 "$(find keluar -type f | wc -l | tr -d ' ')"
t 'each by itself on demand'; SULIH_LOG=info run translate -e echo in -o keluar; err_has 'in/sub/.simpan: skipped, hidden'; SULIH_LOG=error run translate -e echo in -o keluar; err_empty
t 'one alone'; rm -r in/sub/.simpan; run translate -e echo in -o keluar; err_has 'in/.draf.txt: skipped, hidden'
t 'over all operands'; mkdir lain; cp in/a.txt lain/.x.txt; run translate -e echo in lain -o keluar2; status 0; err_has 'in/.draf.txt and 1 more: skipped, hidden'; err_has 'lain: nothing to read in this folder'; is 2 "$(lines_of_err)"
t 'what is named itself is read'; run translate -e echo in/.draf.txt; status 0; out_is 'Ia datang.'; err_empty; run translate -e echo in/sub in/../in/.draf.txt -o keluar3; err_empty; is yes "$([ -f keluar3/.draf.txt ] && echo yes)"
t 'endings that no format has'; rm in/.draf.txt; : > in/1.jpg; : > in/2.jpg; : > in/sub/3.jpg; run translate -e echo in -o keluar; status 0; err_has 'in/1.jpg and 2 more: skipped, no format has this ending (--from names one)'; is 1 "$(lines_of_err)"
t 'links, pipes'; rm in/*.jpg in/sub/*.jpg; ln -s sub in/ke; ln -s a.txt in/l.txt; mkfifo in/pipa.txt; run translate -e echo in -o keluar; status 0; err_has 'in/ke: skipped, a link to a folder'; err_has 'in/pipa.txt: skipped, no plain file'; is 'Ia datang.' "$(cat keluar/l.txt)"; is 2 "$(lines_of_err)"
t 'a link to nothing'; ln -s tidak in/putus.txt; run translate -e echo in -o keluar; status 4; err_has 'in/putus.txt: cannot be read'; is 'Ia datang.' "$(cat keluar/sub/b.txt)"; rm in/putus.txt in/pipa.txt in/ke in/l.txt
t 'the output is no input of the next run'; run translate -e echo in -o in/hasil; status 0; err_empty
run translate -e echo in -o in/hasil; status 0; err_has 'in/hasil: skipped, the output goes there'; is 'in/hasil/a.txt in/hasil/sub/b.txt' "$(find in/hasil -type f | sort | tr '\n' ' ' | sed 's/ $//')"
cd in || exit 2; run translate -e echo . -o ./hasil/; status 0; err_has "./hasil: skipped"; cd .. || exit 2
t 'but a folder is never read into itself'; run translate -e echo in -o in; status 2; err_has 'would be replaced'
if [ "$(id -u)" != 0 ]; then t 'a folder that may not be read'; mkdir in/kunci; chmod 000 in/kunci; run translate -e echo in -o keluar; status 4; err_has 'in/kunci: cannot be read'; is 'Ia datang.' "$(cat keluar/a.txt)"; chmod 755 in/kunci; fi
finish
