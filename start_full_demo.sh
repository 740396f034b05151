#!/usr/bin/env bash
# The whole service, from the sources to "Ready": on this machine or on Kubernetes. See --help.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
case ${1:-} in
  k3d | cluster) exec "$root/deploy/run" "$@" ;;
esac

came_from=$PWD
source "$root/deploy/lib.sh"
source "$root/deploy/options.sh"
read_options machine "$@"
# shellcheck disable=SC2119 # there is nothing more to report
refuse_misuse
say_kept

JAVA_HOME=$("$root/script/jdk") || exit 1
export JAVA_HOME
command -v mvn >/dev/null || fail "Maven is missing" "apt install maven   # or brew install maven"
command -v npm >/dev/null || fail "npm, which builds the pages, is missing" "apt install nodejs npm   # or install Node.js"

# build WHAT WORD…: with script/build-if-changed, in the background, or else a signal would wait for the build to end.
build() {
  printf '%s: ' "$1"
  "$root/script/build-if-changed" "${@:2}" &
  trap 'stop $! 130' INT
  trap 'stop $! 143' TERM
  wait $! || exit 1
  trap - INT TERM
}

stop() {
  trap - INT TERM
  kill "$1" 2>/dev/null || true
  wait "$1" || true
  exit "$2"
}

cd "$root"
keep_options
for name in "${settings[@]}"; do
  # Java keeps these, and takes an unset one to be kept as it is.
  if is_given "$name"; then export "${name?}"; else unset "$name"; fi
done
for app in $(script/functions) devstack; do
  [[ -d $app/target/app ]] || rm -f target/demo
done
# shellcheck disable=SC2046 # a word each
build "[1/5] Java" target/demo pom.xml template/java25 shared-lib admin $(script/functions) devstack -- \
  mvn -q -DskipTests -Dspotless.check.skip=true -pl '!tests' package
[[ -f frontend/dist/index.html ]] || rm -f target/frontend
build "[2/5] Pages" target/frontend frontend -- bash -c 'cd frontend && npm ci --no-audit --no-fund && npm run build'

if [[ $DATA != /* ]]; then DATA=$root/$DATA; fi
exec "$JAVA_HOME/bin/java" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
  -cp "$root/devstack/target/app/*" fr.cofrap.devstack.Demo \
  "REPOSITORY=$root" "PORT=$PORT" "DATA=$DATA" "BEHIND_TLS=$BEHIND_TLS"
