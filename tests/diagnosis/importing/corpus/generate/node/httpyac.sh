# An .http file with the order's request, sent.
set -e
cat > payment.http << END
### payment
POST $URL
Content-Type: application/x-www-form-urlencoded
X-QF-APPCODE: $APP_CODE
X-QF-SIGN: $SIGN

$BODY
END
httpyac send payment.http --all --insecure --output exchange
