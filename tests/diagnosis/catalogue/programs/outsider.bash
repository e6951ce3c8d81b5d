# Mistakes of merchants' shell scripts: reads a request on standard input, prints what each script signs.
export TZ=Asia/Shanghai LC_ALL=C.UTF-8
declare -A P
names=()
while IFS=$'\t' read -r name value; do case $name in @key) KEY=$value;; @app) APP=$value;; @digest) ALG=$value;; *) P[$name]=$value; names+=("$name");; esac; done
mapfile -t sorted < <(printf '%s\n' "${names[@]}" | LC_ALL=C sort)
H() { "${ALG}sum" | cut -d' ' -f1 | tr a-f A-F; }
joined() { local o= n; for n in "${sorted[@]}"; do o+="${o:+&}$n=${P[$n]}"; done; printf %s "$o"; }
line() { printf '%s\t%s\t%s\t%s\t%s\n' "bash $1" "$2" "$3" "${5//[$'\n\t']/}" "$(printf %s "$4" | base64 -w0)"; }
out() { line "$1" "$2" "$3" "$4" "$(printf %s "$4" | H)"; }
key() { [[ $3 == "$KEY" ]] || out "key $1" key "$2" "$(joined)$3"; }
value() { [[ -v P[$4] && ${P[$4]} != "$5" ]] || return; local old=${P[$4]}; P[$4]=$5; out "$1 $4" "$2" "$3" "$(joined)$KEY"; P[$4]=$old; }
each() { local -A old; local n; for n in "${names[@]}"; do old[$n]=${P[$n]}; P[$n]=$(printf %s "${P[$n]}" | eval "$3"); done; out "$1" writing "$2" "$(joined)$KEY"; for n in "${names[@]}"; do P[$n]=${old[$n]}; done; }
text=$(joined)
key 'double quoted' '\$|shell' "$(eval "printf %s \"${KEY//\"/}\"" 2>/dev/null)"
key 'word split' 'blank|space|first|cut' "$(printf %s $KEY)"
key 'first word' 'blank|first|cut' "${KEY%% *}"
key 'eval unquoted' '\$|&|<|shell|cut' "$(bash -c "printf %s ${KEY%%\'*}" 2>/dev/null)"
key 'env file' '#|quot|cut|comment' "$(printf "K=%s\n" "$KEY" | sed 's/ *#.*//;s/^K=//')"
key 'dollar at end' '\$' "$KEY\$"
key 'prompt' '\$ |prompt' "\$ $KEY"
key 'base64 wrapped' 'base64' "$(printf %s "$KEY" | base64)"
key 'base64 of echo' 'base64|line' "$(echo "$KEY" | base64)"
key 'base64 -d' 'base64' "$(printf %s "$KEY" | base64 -d 2>/dev/null | tr -d '\0' | iconv -f latin1 -t utf8)"
key 'xxd -p' 'hex' "$(printf %s "$KEY" | od -An -tx1 | tr -d ' \n')"
key 'printf %q' 'backslash|shell|escape' "$(printf %q "$KEY")"
key 'printf %b' 'backslash|escape' "$(printf '%b' "${KEY}\\n")x"
key 'tr -d' 'blank|space|without' "$(printf %s "$KEY" | tr -d ' ')"
key 'cut -c' 'cut|last|first' "$(printf %s "$KEY" | cut -c1-31)"
key 'cut -c2' 'cut|first|without' "$(printf %s "$KEY" | cut -c2-)"
key 'rev' 'revers|backwards' "$(printf %s "$KEY" | rev)"
key 'awk number' 'number|digits|e\+' "$(printf %s "$KEY" | awk '/^[0-9]+$/{print $0+0}')"
key 'bc' 'number|decimal' "$([[ $KEY =~ ^[0-9A-F]{32}$ ]] && printf 'ibase=16\n%s\n' "$KEY" | bc 2>/dev/null)"
key 'grep line' 'key=|key:|client_key|label' "client_key = $KEY"
key 'yaml' 'client_key|label' "client_key: \"$KEY\""
key 'curl -u' 'app code|app_code|:' "$APP:$KEY"
key 'md5sum' 'md5|digest|hash' "$(printf %s "$KEY" | md5sum | cut -d' ' -f1)"
key 'fold' 'line' "$(printf %s "$KEY" | fold -w 18)"
key 'CR' 'line|carriage' "$KEY"$'\r'
key 'two tabs' tab "$KEY"$'\t'
key 'wc' 'length|number|count' "${#KEY}"
key 'sed &' '&|label' "$(printf x | sed "s|x|${KEY//|/}|" 2>/dev/null)"
value 'bc' prints 'major|decimals' txamt "$(awk "BEGIN{printf \"%.2f\", ${P[txamt]}/100}")"
value 'printf f' prints decimals txamt "$(printf %f "${P[txamt]}")"
value "printf '" prints ',|thousand|group' txamt "$(numfmt --grouping --to=none "${P[txamt]}")"
value 'numfmt iec' prints 'K|M|unit|written' txamt "$(numfmt --to=iec "${P[txamt]}")"
value 'printf o' prints 'octal|base' txamt "$(printf %o "${P[txamt]}")"
value 'printf x' prints 'hex|base' txamt "$(printf %X "${P[txamt]}")"
value 'seq -w' prints zero txamt "$(printf %010d "${P[txamt]}")"
value 'jq tojson' prints 'quot|JSON' goods_name "$(printf %s "${P[goods_name]}" | jq -Rs .)"
value 'jq @sh' prints "quot|shell" goods_name "$(printf %s "${P[goods_name]}" | jq -Rrs @sh)"
value 'jq array' prints '\[|list|JSON' goods_name "$(printf %s "${P[goods_name]}" | jq -Rsc '[.]')"
value 'jq @csv' prints 'quot|CSV' goods_name "$(printf %s "${P[goods_name]}" | jq -Rrs '[.]|@csv')"
value 'jq @html' writing 'HTML|&#' goods_name "$(printf %s "${P[goods_name]}" | jq -Rrs @html)"
value 'jq @uri' writing 'encoded' goods_name "$(printf %s "${P[goods_name]}" | jq -Rrs @uri)"
value 'jq @base64' writing 'base64' goods_name "$(printf %s "${P[goods_name]}" | jq -Rrs @base64)"
value 'jq ascii' writing '\\u|JSON|escape' goods_name "$(printf %s "${P[goods_name]}" | jq -Rsa . | sed 's/^"//;s/"$//')"
value 'jq number' prints 'number|digits' out_trade_no "$(printf %s "${P[out_trade_no]}" | jq -R 'tonumber? // empty')"
value 'jq S' prints 'JSON|blank|indent|line' extend_info "$(printf %s "${P[extend_info]}" | jq -S . 2>/dev/null)"
value 'declare -p' prints 'declare|quot|print' goods_name "$(v=${P[goods_name]}; declare -p v)"
value 'printf q' writing 'shell|backslash|escape' goods_name "$(printf %q "${P[goods_name]}")"
value '@Q' prints 'quot|shell' goods_name "${P[goods_name]@Q}"
value 'echo -e' writing 'backslash' goods_name "$(echo -e "${P[goods_name]}")"
value 'read' writing 'first|word|cut' goods_name "$(read -r a _ <<< "${P[goods_name]}"; echo "$a")"
value 'tr upper' writing 'upper' goods_name "$(printf %s "${P[goods_name]}" | tr a-z A-Z)"
value 'yes' prints yes sandbox yes
value '0' prints '0' sandbox 0
value 'T' prints 'True' sandbox True
when=$(date -d "${P[txdtm]}" +%s)
for f in '%a, %d %b %Y %T %z' '%A %d %B %Y' '%Ec' '%G%V%u' '%Y-W%W-%w %T' '%Y.%j %T' '%Y-%m-%dT%H:%M:%S.%NZ' '%FT%T,%N%:z' '%s.%N' '%s%6N' '%Y-%m-%d %l:%M:%S %P' '%m/%d/%y %H:%M' '%d/%m/%Y %R' '%C-%m-%d %T' '%Y%m%d-%H%M%S' '%Y-%m-%d %H:%M:%S:000' '%F %X %Z' '%e %b %Y %T' '%Y-%b-%d %T' '%H:%M:%S' '%F%t%T' '%Y-%q %T' '%-y/%-m/%-d %-H:%M' '%FT%H%M%S' '%Y-%m-%d %T.%3N+08'; do
  value "date $f" dates 'txdtm was|time|date|1970|seconds' txdtm "$(date -d "@$when" +"$f")"
  value "date -u $f" dates 'txdtm was|time|date|1970|seconds' txdtm "$(date -u -d "@$when" +"$f")"
done
value 'a minute and a half later' dates 'later|clock|again|s ' txdtm "$(date -d "@$((when + 90))" '+%F %T')"
value 'ten minutes later' dates 'later|clock|again|s |min' txdtm "$(date -d "@$((when + 613))" '+%F %T')"
value 'zh date' dates 'txdtm was|time|date' txdtm "$(date -d "@$when" '+%Y年 %m月 %d日 星期一 %T CST')"
value 'en date' dates 'txdtm was|time|date' txdtm "$(date -d "@$when" '+%a %d %b %Y %r %Z')"
sig=$(printf %s "$text$KEY" | "${ALG}sum" | cut -d' ' -f1)
line 'sum of echo' digests 'line' "$text$KEY
" "$(echo "$text$KEY" | H)"
line 'sum whole' digests 'dash|md5sum|sum|file name|behind' "$text$KEY" "$sig  -"
line 'sum trimmed' digests 'dash|md5sum|sum|file name|behind|blank' "$text$KEY" "$sig -"
line 'openssl r' digests 'stdin|\*|behind|label' "$text$KEY" "$sig *stdin"
line 'BSD' digests 'label|in front|MD5 \(' "$text$KEY" "${ALG^^} (request.txt) = $sig"
line 'openssl new' digests 'label|in front|stdin' "$text$KEY" "${ALG^^}(stdin)= $sig"
line 'openssl SHA2' digests 'label|in front|stdin' "$text$KEY" "SHA2-256(stdin)= $sig"
line 'file' digests 'file|behind|sum' "$text$KEY" "$sig  request.txt"
line 'echo -e' digests 'backslash' "$text$KEY" "\\$sig"
line 'base64 of echo' digests 'base64|line' "$text$KEY" "$(echo "$sig" | base64 -w0)"
line 'base64 of string' digests 'base64' "$text$KEY" "$(printf %s "$text$KEY" | base64 -w0)"
line 'od words' digests 'order|endian' "$text$KEY" "$(printf %s "$text$KEY" | openssl "$ALG" -binary | od -An -tx2 | tr -d ' \n')"
line 'od longs' digests 'order|endian' "$text$KEY" "$(printf %s "$text$KEY" | openssl "$ALG" -binary | od -An -tx4 | tr -d ' \n')"
line 'od chars' digests 'bytes|octal' "$text$KEY" "$(printf %s "$text$KEY" | openssl "$ALG" -binary | od -An -to1 | tr -d ' \n')"
line 'cksum' digests 'cksum|CRC|checksum' "$text$KEY" "$(printf %s "$text$KEY" | cksum | cut -d' ' -f1)"
line 'cksum whole' digests 'cksum|CRC|checksum' "$text$KEY" "$(printf %s "$text$KEY" | cksum)"
line 'sum BSD' digests 'sum' "$text$KEY" "$(printf %s "$text$KEY" | command sum | cut -d' ' -f1)"
line 'b2sum 256' digests 'BLAKE2' "$text$KEY" "$(printf %s "$text$KEY" | b2sum -l 256 | cut -d' ' -f1)"
for a in ripemd160 sm3 sha3-224 sha3-512 blake2s256 sha512-224; do line "openssl $a" digests "${a//-/.?}" "$text$KEY" "$(printf %s "$text$KEY" | openssl "$a" | sed 's/.*= //')"; done
line 'hmac of echo' digests 'HMAC' "$text
" "$(echo "$text" | openssl dgst -sha256 -hmac "$KEY" | sed 's/.*= //')"
line 'hmac hexkey' digests 'HMAC' "$text" "$(printf %s "$text" | openssl dgst "-$ALG" -mac HMAC -macopt "hexkey:$(printf %s "$KEY" | od -An -tx1 | tr -d ' \n')" | sed 's/.*= //')"
out 'sum then key' digests 'digest|hash|twice' "$(printf %s "$text" | "${ALG}sum" | cut -d' ' -f1)$KEY"
out 'md5sum dash then' digests 'dash|md5sum|digest' "$(printf %s "$text$KEY" | "${ALG}sum")"
out 'lines' writing 'line' "$(for n in "${sorted[@]}"; do echo "$n=${P[$n]}"; done)$KEY"
out 'tr lines' writing '&' "$(for n in "${sorted[@]}"; do echo "$n=${P[$n]}"; done | tr '\n' '&')$KEY"
out 'word split all' writing 'blank|space' "$(echo $(joined))$KEY"
out 'IFS @' writing 'blank|space|separator' "$(a=(); for n in "${sorted[@]}"; do a+=("$n=${P[$n]}"); done; echo "${a[*]}")$KEY"
out 'quotes kept' writing 'quot' "'$text'$KEY"
out 'quotes around' writing 'quot' "'$text$KEY'"
out 'upper' writing 'upper' "$(printf %s "$text" | tr a-z A-Z)$KEY"
out 'data-urlencode' writing 'encoded' "$(for n in "${sorted[@]}"; do printf '%s&' "$n=$(printf %s "${P[$n]}" | jq -Rrs @uri)"; done | sed 's/&$//')$KEY"
out 'one more &' writing '&' "$text&$KEY"
out '$KEY' key 'name|variable|KEY|\$' "$text"'$KEY'
out '${KEY}' key 'name|variable|KEY|\$' "$text"'${CLIENT_KEY}'
each 'iconv translit' 'ASCII|\?|translit|accent' 'iconv -f utf8 -t ascii//translit'
each 'iconv c' 'ASCII|left out|other than|dropped' 'iconv -c -f utf8 -t ascii'
each 'tr squeeze' 'letter|twice|doubled|squeez|blank|repeat' 'tr -s " "'
each 'sed quotes' 'quot' "tr -d \"\\\"'\""
each 'xargs' 'quot|blank|space' 'tr -d "\"" | tr "\n" " " | sed "s/ *$//;s/  */ /g"'
each 'rev' 'revers|backwards' 'rev'
each 'fold' 'line' 'fold -w 16'
each 'head -c' 'cut|12' 'head -c 12 | iconv -c -t utf8'
each 'perl uri' 'encoded' "perl -pe 's/([^\\w.~-])/sprintf \"%%%02x\", ord \$1/ge'"
order() { local o= n; for n in "${@:3}"; do o+="${o:+&}$n=${P[$n]}"; done; out "$1" order "$2" "$o$KEY"; }
order 'hash order' order "${!P[@]}"
mapfile -t n < <(printf '%s\n' "${names[@]}" | sort -r); order 'sort -r' 'revers|descending' "${n[@]}"
mapfile -t n < <(printf '%s\n' "${names[@]}" | sort -d); order 'sort -d' 'order|underscore|language|dictionary' "${n[@]}"
mapfile -t n < <(printf '%s\n' "${names[@]}" | sort -k1.2); order 'sort -k1.2' order "${n[@]}"
mapfile -t n < <(printf '%s\n' "${names[@]}" | shuf --random-source=<(yes)); order 'shuf' order "${n[@]}"
mapfile -t n < <(printf '%s\n' "${names[@]}" | rev | sort | rev); order 'rev sort' order "${n[@]}"
mapfile -t n < <(printf '%s\n' "${names[@]}" | awk '{print length, $0}' | sort -n | cut -d' ' -f2); order 'by length' 'length' "${n[@]}"
out 'sort -t= -k2' order 'value' "$(for n in "${names[@]}"; do echo "$n=${P[$n]}"; done | LC_ALL=C sort -t= -k2 | paste -sd'&')$KEY"
out 'sort -u of values' order 'values' "$(for n in "${names[@]}"; do echo "${P[$n]}"; done | LC_ALL=C sort | paste -sd'&')$KEY"
