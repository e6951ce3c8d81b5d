# run.sh NAME: main.go with Debian's libraries, compiled once.
set -e
program=$TOOLS/go-program
export GO111MODULE=off GOPATH=/usr/share/gocode GOCACHE=$TOOLS/go-cache GOFLAGS=-buildvcs=false
[ "$program" -nt "$HERE/main.go" ] || go build -o "$program" "$HERE/main.go"
"$program" "$1"
