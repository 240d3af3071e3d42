#!/bin/sh
# Proves how bin/plenum chooses its JDK, with false JDKs that print what they are asked to run. Run: sh deploy/bin/plenum.test.sh
set -eu

here=$(CDPATH='' cd -- "$(dirname "$0")" && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
count=0
failed=0

jdk() { # directory, version as its release file writes it
    mkdir -p "$1/bin"
    printf 'IMPLEMENTOR="Nobody"\nJAVA_VERSION="%s"\nOS_NAME="Linux"\n' "$2" >"$1/release"
    printf '#!/bin/sh\necho "jdk=%s"\nfor a in "$@"; do echo "[$a]"; done\n' "$1" >"$1/bin/java"
    chmod +x "$1/bin/java"
}

plenum() { # JAVA_HOME, PLENUM_JDK_DIRS, arguments
    home=$1
    dirs=$2
    shift 2
    env -i PATH="$PATH" HOME="$work" JAVA_HOME="$home" PLENUM_JDK_DIRS="$dirs" PLENUM_JAVA_OPTS="${opts:-}" \
        "$launcher" "$@" >"$work/out" 2>"$work/err"
}

check() { # sentence, command
    count=$((count + 1))
    sentence=$1
    shift
    if "$@"; then
        echo "ok $count - $sentence"
    else
        failed=$((failed + 1))
        echo "not ok $count - $sentence"
        sed 's/^/  # /' "$work/out" "$work/err"
    fi
}

chose() { grep -qxF "jdk=$1" "$work/out"; }
given() { grep -qxF "[$1]" "$work/out"; }
said() { grep -qF "$1" "$work/err"; }
refused() { if plenum "$@"; then return 1; else return 0; fi; }
order() { # line $1 comes before line $2
    first=$(grep -nxF "[$1]" "$work/out" | cut -d: -f1)
    second=$(grep -nxF "[$2]" "$work/out" | cut -d: -f1)
    [ "$first" -lt "$second" ]
}

launcher="$work/plenum dir/bin/plenum"
mkdir -p "$work/plenum dir/bin" "$work/plenum dir/lib"
cp "$here/plenum" "$launcher"
chmod +x "$launcher"

jdk "$work/both/jdk-17" 17.0.12
jdk "$work/both/jdk-25" 25.0.3
jdk "$work/old/jdk-17" 17.0.12
jdk "$work/old/jdk-8" 1.8.0_402
jdk "$work/new/jdk-26" 26-ea
jdk "$work/many/jdk-26" 26
jdk "$work/many/jdk-25" 25
jdk "$work/mac/temurin-25.jdk/Contents/Home" 25.0.1
jdk "$work/with space/jdk 25" 25.0.2
mkdir -p "$work/broken/jdk-25"
echo 'JAVA_VERSION="25"' >"$work/broken/jdk-25/release"
mkdir -p "$work/empty"

plenum '' "$work/both"
check 'JDK 25 is chosen over 17' chose "$work/both/jdk-25"
check 'the main class is started' given plenum.server.app.Main
check 'all jars of lib are on the class path' given "$work/plenum dir/lib/*"

check 'a machine with 17 and 8 only is refused' refused '' "$work/old"
check 'the refusal is in Vietnamese' said 'Plenum cần JDK 25 trở lên'
check 'the refusal is in English' said 'Plenum needs JDK 25 or newer'
check 'a machine without any JDK is refused' refused '' "$work/empty"
check 'a directory without bin/java is refused' refused '' "$work/broken"

plenum '' "$work/new"
check 'JDK 26 is accepted' chose "$work/new/jdk-26"
plenum '' "$work/many"
check 'of 25 and 26 the tested 25 is chosen' chose "$work/many/jdk-25"
plenum '' "$work/mac"
check 'a JDK as macOS lays it is found' chose "$work/mac/temurin-25.jdk/Contents/Home"
plenum '' "$work/old:$work/with space"
check 'the second place is searched, blanks in names and all' chose "$work/with space/jdk 25"

plenum "$work/new/jdk-26" "$work/both"
check 'a good JAVA_HOME goes first' chose "$work/new/jdk-26"
plenum "$work/old/jdk-17" "$work/both"
check 'an old JAVA_HOME is passed over' chose "$work/both/jdk-25"
plenum "$work/nowhere" "$work/both"
check 'a JAVA_HOME that is not there is passed over' chose "$work/both/jdk-25"
check 'an old JAVA_HOME and nothing else is refused' refused "$work/old/jdk-17" "$work/old"
check 'the refusal names JAVA_HOME' said "$work/old/jdk-17"

plenum '' "$work/both" --config '/etc/my plenum/plenum.json' '*' ''
check 'arguments pass unchanged' given '/etc/my plenum/plenum.json'
check 'a star is not expanded' given '*'
check 'an empty argument stays' given ''
check 'arguments follow the main class' order plenum.server.app.Main --config
plenum '' "$work/both" bridge --media-port 0
check 'the bridge is a role of the same program' order plenum.server.app.Main bridge

opts='-Xmx4g -Xlog:gc'
plenum '' "$work/both"
check 'PLENUM_JAVA_OPTS are split into flags' given -Xlog:gc
check 'PLENUM_JAVA_OPTS come after the defaults and win' order -XX:MaxRAMPercentage=50 -Xmx4g
opts=

mkdir -p "$work/links"
ln -s "$launcher" "$work/links/plenum"
ln -s plenum "$work/links/again"
launcher="$work/links/again"
plenum '' "$work/both"
check 'a chain of symbolic links leads home' given "$work/plenum dir/lib/*"

echo "1..$count"
[ "$failed" -eq 0 ] || { echo "$failed of $count failed" >&2; exit 1; }
