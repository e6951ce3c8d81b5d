# run.sh TOOL: what a capturing tool shows of a curl call, or a proxy or server between curl and the API.
set -e
post() { curl -s -o reply "$@" -H "X-QF-APPCODE: $APP_CODE" -H "X-QF-SIGN: $SIGN" --data-raw "$BODY"; }
capture() { # command … : runs while the call is made
    "$@" > captured 2> /dev/null &
    local tool=$!
    sleep 2
    post "$URL"
    sleep 2
    kill -INT $tool
    wait $tool || true
    cat captured
}
case $1 in
tcpdump) capture tcpdump -A -l -n -i lo -s 0 'tcp dst port 80 and greater 100' ;;
tcpdump-hex) capture tcpdump -X -l -n -i lo -s 0 'tcp dst port 80 and greater 100' ;;
ngrep) capture ngrep -l -q -d lo -W byline '' 'tcp dst port 80' ;;
tshark)
    tcpdump -U -i lo -s 0 -w call.pcap 'tcp port 80' 2> /dev/null &
    tool=$!
    sleep 2
    post "$URL"
    sleep 2
    kill -INT $tool
    wait $tool || true
    tshark -r call.pcap -q -z follow,tcp,ascii,0 2> /dev/null
    ;;
tshark-fields)
    tcpdump -U -i lo -s 0 -w call.pcap 'tcp port 80' 2> /dev/null &
    tool=$!
    sleep 2
    post "$URL"
    sleep 2
    kill -INT $tool
    wait $tool || true
    tshark -r call.pcap -Y http.request -O http,urlencoded-form 2> /dev/null
    ;;
nginx)
    export SERVER=$PWD
    sed "s|FOLDER|$PWD|" "$HERE/nginx.conf" > nginx.conf
    nginx -p "$PWD" -c "$PWD/nginx.conf" 2> /dev/null
    post "http://127.0.0.1:8081/trade/v1/payment"
    nginx -p "$PWD" -c "$PWD/nginx.conf" -s quit 2> /dev/null
    sleep 1
    cat access.log
    ;;
mitm-detail)
    mitmdump --set confdir="$PWD" -p 8082 --set flow_detail=3 --set termlog_verbosity=error > captured 2>&1 &
    tool=$!
    sleep 15
    post -x http://127.0.0.1:8082 "$URL"
    sleep 3
    kill -INT $tool
    wait $tool || true
    sed 's/^127.0.0.1:[0-9]*:/127.0.0.1:50412:/' captured
    ;;
mitm-*)
    mitmdump --set confdir="$PWD" -p 8082 -q -s "$HERE/export.py" --set "form=${1#mitm-}" > captured 2>&1 &
    tool=$!
    sleep 15
    post -x http://127.0.0.1:8082 "$URL"
    sleep 3
    kill -INT $tool
    wait $tool || true
    cat captured
    ;;
esac
