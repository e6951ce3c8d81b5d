# run.sh NAME: Clients.cs by Mono, compiled once.
set -e
program=$TOOLS/Clients.exe
[ "$program" -nt "$HERE/Clients.cs" ] || mcs -out:"$program" -r:System.Net.Http -r:System.Web -r:System.Web.Extensions "$HERE/Clients.cs" > build.log 2>&1
mono "$program" "$1"
