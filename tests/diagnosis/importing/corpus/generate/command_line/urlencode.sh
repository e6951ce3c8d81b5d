# Each parameter to curl by itself, traced.
mapfile -t pairs < <(python3 -c 'import json, os
for name, value in json.load(open(os.environ["ORDERS"]))[0]["params"].items(): print(f"{name}={value}")')
options=()
for pair in "${pairs[@]}"; do options+=(--data-urlencode "$pair"); done
set -x
curl -s "$URL" -H "X-QF-APPCODE: $APP_CODE" -H "X-QF-SIGN: $SIGN" "${options[@]}"
