#!/bin/sh
# Unpacks the archive that Maven has built and starts it as a newcomer would. Run after mvn package: sh deploy/bin/archive.test.sh
set -eu

here=$(CDPATH='' cd -- "$(dirname "$0")/../.." && pwd -P)
work=$(mktemp -d "${TMPDIR:-/tmp}/plenum archive.XXXXXX")
pid=''
count=0
failed=0

finish() {
    if [ -n "$pid" ]; then
        kill -9 "$pid" 2>/dev/null || true
    fi
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

check() { # sentence, command
    count=$((count + 1))
    sentence=$1
    shift
    if "$@"; then
        echo "ok $count - $sentence"
    else
        failed=$((failed + 1))
        echo "not ok $count - $sentence"
        [ ! -e "$work/body" ] || head -c 600 "$work/body" | sed 's/^/  # /'
    fi
}

end() {
    echo "1..$count"
    [ "$failed" -eq 0 ] || { echo "$failed of $count failed" >&2; sed 's/^/  # /' "$work/log" >&2; exit 1; }
    exit 0
}

# Fetches $1 of the server with further curl arguments into $work/body; the status is the last line on stdout.
fetch() {
    path=$1
    shift
    curl -s -m 30 -o "$work/body" -w '%{http_code}' "$@" "$address$path"
}
gives() { # status, path, curl arguments
    wanted=$1
    shift
    [ "$(fetch "$@")" = "$wanted" ]
}
says() { grep -qF "$1" "$work/body"; }
starts_with() { [ "$(head -c ${#1} "$work/body")" = "$1" ]; }
bytes() { [ "$(wc -c <"$work/body")" -eq "$1" ]; }
value() { # first value of JSON field $1 in the body
    sed -n 's/.*"'"$1"'":"\([^"]*\)".*/\1/p' "$work/body" | head -n 1
}
ready() { grep -q 'ready: http' "$work/log"; }
clean_end() {
    kill "$pid"
    status=0
    wait "$pid" || status=$?
    pid=''
    [ "$status" -eq 143 ] || { echo "  # status $status"; return 1; }
}

archive=$(ls -t "$here"/server/target/plenum-*.tar.gz 2>/dev/null | head -n 1)
[ -n "$archive" ] || { echo "no server/target/plenum-*.tar.gz: run mvn package first" >&2; exit 1; }
version=$(basename "$archive" .tar.gz)
version=${version#plenum-}

mkdir "$work/an installation" "$work/a place of its own"
tar xzf "$archive" -C "$work/an installation"
home="$work/an installation/plenum-$version"
check 'the archive has one directory with bin/plenum' test -x "$home/bin/plenum"
check 'it has the tablet app' test -s "$home/web/index.html"
check 'it says whose software it contains' test -s "$home/THIRD-PARTY.txt"

echo "# java on the path: $(java -version 2>&1 | head -n 1)"
started=$(date +%s)
(cd "$work/a place of its own" && exec env -u JAVA_HOME "$home/bin/plenum" --demo --port 0 --media-port 0) >"$work/log" 2>&1 &
pid=$!
while ! ready && kill -0 "$pid" 2>/dev/null && [ $(($(date +%s) - started)) -lt 180 ]; do
    sleep 0.2
done
check 'it starts whatever java is on the path, and says where' ready
ready || end
address=$(sed -n 's/.*ready: \(http[^ ]*\).*/\1/p' "$work/log" | head -n 1)
echo "# ready at $address after $(($(date +%s) - started)) s"
check 'records lie in ./data of the place it is started in' test -d "$work/a place of its own/data/store"

check 'the first page comes' gives 200 /
check 'it is the tablet app' says '<div id='
check 'GET /health/ready is 200' gives 200 /health/ready
check 'GET /api/server is 200' gives 200 /api/server
check 'the media bridge is up' grep -q 'video rooms: UDP [0-9]' "$work/log"
check "it is version $version" says "\"version\":\"$version\""
check 'GET /api/openapi.json is 200' gives 200 /api/openapi.json

password=$(sed -n 's/.*password of all: *//p' "$work/log")
check 'the secretary signs in with the printed password' gives 200 /api/auth/sign-in \
    -H 'Content-Type: application/json' -d "{\"username\":\"thuky\",\"password\":\"$password\"}"
token=$(value accessToken)
check 'sessions are listed' gives 200 /api/sessions -H "Authorization: Bearer $token"
session=$(value sessionId)
check 'there is one' test -n "$session"
check 'its state is shown' gives 200 "/api/sessions/$session/state?as=control" -H "Authorization: Bearer $token"
paper=$(grep -o '"paperId":"[^"]*"' "$work/body" | head -n 1 | cut -d'"' -f4)
check 'it has papers' test -n "$paper"
check 'the first 1000 bytes of a paper come alone' gives 206 "/api/sessions/$session/papers/$paper/content" \
    -H "Authorization: Bearer $token" -r 0-999
check 'they are 1000 bytes' bytes 1000
check 'they begin a PDF' starts_with '%PDF-'
check 'a stranger gets no paper' gives 401 "/api/sessions/$session/papers/$paper/content"
check 'SIGTERM ends it cleanly' clean_end
end
