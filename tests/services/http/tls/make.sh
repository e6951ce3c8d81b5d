#!/bin/sh
# Makes the certificates beside it anew, each with one fault. What was made is kept in the repository: no test needs openssl.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/issued"
: > "$work/index.txt"
echo 01 > "$work/serial"
cat > "$work/ca.cnf" <<CNF
[ca]
default_ca = tests
[tests]
database = $work/index.txt
serial = $work/serial
new_certs_dir = $work/issued
default_md = sha256
policy = any
unique_subject = no
copy_extensions = copy
[any]
commonName = supplied
CNF

openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$work/authority.key" \
    -out "$work/authority.csr" -subj "/CN=QFPay Tester test authority" \
    -addext "basicConstraints=critical,CA:TRUE" -addext "keyUsage=critical,keyCertSign" 2>/dev/null
openssl ca -batch -notext -selfsign -config "$work/ca.cnf" -keyfile "$work/authority.key" -in "$work/authority.csr" \
    -out authority.pem -startdate 20200101000000Z -enddate 21200101000000Z 2>/dev/null

# issue NAME HOST KEY OPTION FROM UNTIL
issue() {
    openssl req -new -newkey "$3" ${4:+-pkeyopt "$4"} -nodes -keyout "$work/$1.key" -out "$work/$1.csr" \
        -subj "/CN=$2" -addext "subjectAltName=DNS:$2" 2>/dev/null
    openssl ca -batch -notext -config "$work/ca.cnf" -cert authority.pem -keyfile "$work/authority.key" \
        -in "$work/$1.csr" -out "$work/$1.pem" -startdate "$5" -enddate "$6" 2>/dev/null
    cat "$work/$1.key" "$work/$1.pem" > "$1.pem"
}

curve=ec_paramgen_curve:P-256
issue good localhost ec $curve 20200101000000Z 21200101000000Z
issue expired localhost ec $curve 20200101000000Z 20210101000000Z
issue early localhost ec $curve 21000101000000Z 21200101000000Z
issue other_host other.example ec $curve 20200101000000Z 21200101000000Z
issue weak localhost rsa:1024 "" 20200101000000Z 21200101000000Z
