# notify.sh COMMAND …: runs a listener, makes an order, and waits until its notification was printed.
"$@" &
listener=$!
sleep 2
curl -s -o reply "$URL" -H "X-QF-APPCODE: $APP_CODE" -H "X-QF-SIGN: $SIGN" -d "$BODY"
wait $listener
