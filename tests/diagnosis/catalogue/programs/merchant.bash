# Mistakes of merchants' shell programs: reads a request on standard input, prints what each program signs.
export TZ=Asia/Shanghai LC_ALL=C.UTF-8
declare -A P
names=()
while IFS=$'\t' read -r name value; do case $name in @key) KEY=$value;; @app) APP=$value;; @digest) DIGEST=$value;; *) P[$name]=$value; names+=("$name");; esac; done
sum() { "${DIGEST}sum" | cut -d' ' -f1; }
joined() { local out=; for name in $(printf '%s\n' "${names[@]}" | LC_ALL=C sort); do out+="${out:+&}$name=${P[$name]}"; done; printf %s "$out"; }
line() { printf '%s\t%s\t%s\t%s\t%s\n' "bash $1" "$2" "$3" "$5" "$(printf '%s' "$4" | base64 -w0)"; }
lf() { printf '%s\t%s\t%s\t%s\t%s\n' "bash $1" "$2" "$3" "$(printf '%s\n' "$4" | sum)" "$(printf '%s\n' "$4" | base64 -w0)"; }
out() { line "$1" "$2" "$3" "$4" "$(printf %s "$4" | sum)"; }
value() { [[ -v P[$4] ]] || return; local old=${P[$4]}; P[$4]=$5; out "$1" "$2" "$3" "$(joined)$KEY"; P[$4]=$old; }
text=$(joined); when=$(date -d "${P[txdtm]}" +%s)
lf echo key 'line feed' "$text$KEY"
line 'md5sum whole' form 'md5sum|dash|around|file name' "$text$KEY" "$(printf %s "$text$KEY" | "${DIGEST}sum")"
line 'md5sum blanks' form 'md5sum|dash|around|file name' "$text$KEY" "$(printf %s "$text$KEY" | "${DIGEST}sum" | tr a-f A-F)"
line 'openssl whole' form 'label|around|stdin' "$text$KEY" "$(printf %s "$text$KEY" | openssl "$DIGEST")"
line 'openssl old label' form 'label|around|stdin' "$text$KEY" "(stdin)= $(printf %s "$text$KEY" | sum)"
line 'openssl -c' form 'marks|separated' "$text$KEY" "$(printf %s "$text$KEY" | openssl "$DIGEST" -c | sed 's/.*= //')"
line 'openssl base64' form base64 "$text$KEY" "$(printf %s "$text$KEY" | openssl "$DIGEST" -binary | base64)"
line 'base64 of text' form base64 "$text$KEY" "$(printf %s "$text$KEY" | sum | base64)"
line 'md5sum --tag' form 'label|around' "$text$KEY" "$(printf %s "$text$KEY" | "${DIGEST}sum" --tag)"
line 'xxd pairs' form 'marks|separated' "$text$KEY" "$(printf %s "$text$KEY" | openssl "$DIGEST" -binary | od -An -tx1 | tr -d '\n' | sed 's/^ //')"
line 'od words' form 'endian|order' "$text$KEY" "$(printf %s "$text$KEY" | openssl "$DIGEST" -binary | od -An -tx2 | tr -d '\n ')"
line 'od decimal' form 'bytes' "$text$KEY" "$(printf %s "$text$KEY" | openssl "$DIGEST" -binary | od -An -tu1 | xargs)"
for name in sha1 sha224 sha384 sha512; do line "${name}sum" digest "${name/sha/SHA.?}" "$text$KEY" "$(printf %s "$text$KEY" | "${name}sum" | cut -d' ' -f1)"; done
for name in sha3-256 sha512-256 blake2b512 blake2s256 sm3 ripemd160 shake128; do line "openssl $name" digest "${name/-/.?}" "$text$KEY" "$(printf %s "$text$KEY" | openssl "$name" 2>/dev/null | sed 's/.*= //')"; done
line b2sum digest 'blake2b' "$text$KEY" "$(printf %s "$text$KEY" | b2sum | cut -d' ' -f1)"
line 'b2sum -l 128' digest 'blake2b' "$text$KEY" "$(printf %s "$text$KEY" | b2sum -l 128 | cut -d' ' -f1)"
line cksum 'rare digest' 'cksum|crc' "$text$KEY" "$(printf %s "$text$KEY" | cksum | cut -d' ' -f1)"
line 'sum' 'rare digest' 'sum' "$text$KEY" "$(printf %s "$text$KEY" | command sum | cut -d' ' -f1)"
line 'openssl hmac' digest 'HMAC' "$text" "$(printf %s "$text" | openssl dgst -sha256 -hmac "$KEY" | sed 's/.*= //')"
line 'hmac of echo' digest 'HMAC' "$text"$'\n' "$(echo "$text" | openssl dgst -md5 -hmac "$KEY" | sed 's/.*= //')"
for format in '%c' '%D %T' '%F' '%FT%T%:z' '%FT%T%z' '%s000' '%s' '%Y-%m-%d %I:%M:%S %p' '%a %b %e %H:%M:%S %Z %Y' '%x %X' '%Y%m%d%H%M%S' '%s%3N' '%Y-%j %T' '%G-%m-%d %T' '%F %R' '%Y-%m-%d %H:%m:%S' '%Y-%M-%d %H:%M:%S' '%y-%m-%d %T' '%F %T %Z' '%F %T,%3N' '%d %b %Y %T' '%h %d %T' '%r'; do
  words='txdtm was'; [[ $format == %s ]] && words='seconds since 1970'; [[ $format == %s* && $format != %s ]] && words=milliseconds
  value "date $format" dates "$words" txdtm "$(date -d "@$when" +"$format")"
  value "date -u $format" dates "$words|seconds" txdtm "$(date -u -d "@$when" +"$format")"
done
value 'date' dates 'txdtm was' txdtm "$(date -d "@$when")"
value 'date -R' dates 'txdtm was' txdtm "$(date -R -d "@$when")"
value 'date --iso' dates 'txdtm was' txdtm "$(date -Iseconds -d "@$when")"
value 'date ns' dates 'txdtm was' txdtm "$(date --rfc-3339=seconds -d "@$when")"
value 'half a minute' dates '33 s|clock' txdtm "$(date -d "@$((when + 33))" '+%F %T')"
value 'unset' nothing 'empty|without' attach ''
value 'word split' writing 'one space|first|word|blank' goods_name "$(echo ${P[goods_name]})"
value 'first word' hands 'cut|first' goods_name "${P[goods_name]%% *}"
value 'unquoted JSON' prints 'quot|double' extend_info "${P[extend_info]//\"/}"
value 'xargs' writing 'quot|without' goods_name "${P[goods_name]//[\"\']/}"
value 'seq' numbers 'major' txamt "$(awk "BEGIN{print ${P[txamt]}/100}")"
value 'awk number' numbers 'e\+|number' out_trade_no "$(awk "BEGIN{print ${P[out_trade_no]//[^0-9]/}}")"
value 'printf e' numbers 'e\+' txamt "$(printf %e "${P[txamt]}")"
value "printf '" numbers ',|thousand' txamt "$(numfmt --grouping "${P[txamt]}")"
value 'numfmt' numbers 'K|unit|written' txamt "$(numfmt --to=si "${P[txamt]}")"
value 'yes' nothing 'yes' sandbox yes
value '1' nothing '“1”| 1\b' sandbox 1
value 'order number now' hands 'again|second|apart|clock' out_trade_no "$([[ ${P[out_trade_no]} == 2026* ]] && echo $((${P[out_trade_no]} + 2)) || echo "${P[out_trade_no]}")"
out 'associative array' order 'order' "$(o=; for name in "${!P[@]}"; do o+="${o:+&}$name=${P[$name]}"; done; printf %s "$o")$KEY"
out 'sort by locale' order 'order|sort' "$(o=; for name in $(printf '%s\n' "${names[@]}" | sort -r); do o+="${o:+&}$name=${P[$name]}"; done; printf %s "$o")$KEY"
out 'lines' join 'line' "$(for name in $(printf '%s\n' "${names[@]}" | LC_ALL=C sort); do printf '%s=%s\n' "$name" "${P[$name]}"; done)"$'\n'"$KEY"
out 'paste' join ',' "$(for name in $(printf '%s\n' "${names[@]}" | LC_ALL=C sort); do printf '%s=%s\n' "$name" "${P[$name]}"; done | paste -sd,)$KEY"
out 'sorted pieces' order 'pair|text' "$(for name in "${names[@]}"; do printf '%s=%s\n' "$name" "${P[$name]}"; done | LC_ALL=C sort | paste -sd'&')$KEY"
out 'quoted' join quot "'$text'$KEY"
out 'echo in the middle' key 'line feed' "$text"$'\n'"$KEY"
out 'CR of a file' key 'carriage return' "$text$KEY"$'\r'
out 'backslash n' key '\\\\n|backslash' "$text$KEY\\n"
out 'key $' key '\$|swallowed' "$text$(eval "printf %s \"${KEY//[\"\`&<>]/}\"" 2>/dev/null)"
out 'key $ only' key '\$|swallowed' "$text$(sed 's/\$[A-Za-z_0-9]*//' <<<"$KEY")"
out 'key $9' key '\$9|swallowed' "$text$(sed 's/\$[0-9]//' <<<"$KEY")"
out 'key single quotes' key quot "$text'$KEY'"
out 'key cut -c' key 'cut|first' "$text$(cut -c1-30 <<<"$KEY")"
out 'key tr' key 'upper case' "$text$(tr a-z A-Z <<<"$KEY")"
out 'key cut at &' key '“&”|only the first|cut' "$text${KEY%%&*}"
out 'key cut at <' key '“<”|only the first|cut' "$text${KEY%%<*}"
out 'key base64' key base64 "$text$(echo "$KEY" | base64)"
out 'key name' key 'KEY' "${text}\$KEY"
out 'key braces' key 'KEY' "${text}\${KEY}"
for set in GBK BIG5 UTF-16LE UTF-16 LATIN1//TRANSLIT ASCII//TRANSLIT EUC-JP TIS-620 UTF-7 MACINTOSH; do line "iconv $set" charset "$(sed 's/BIG5/Big5/;s/TIS-620/TIS|874/;s/ASCII.*/ASCII|accents|question|\\?/;s/LATIN1.*/Latin-1/;s/MACINTOSH/Mac/;s/LE//' <<<$set)" "$text$KEY" "$(printf %s "$text$KEY" | iconv -f UTF-8 -t "$set" 2>/dev/null | sum)"; done
