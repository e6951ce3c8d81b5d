# Each parameter to HTTPie by itself; the way of printing comes as an argument.
mapfile -t pairs < <(python3 -c 'import json, os
for name, value in json.load(open(os.environ["ORDERS"]))[0]["params"].items(): print(f"{name}={value}")')
http --ignore-stdin --verify=no --form --print=HhBb "$1" POST "$URL" "X-QF-APPCODE:$APP_CODE" "X-QF-SIGN:$SIGN" "${pairs[@]}"
