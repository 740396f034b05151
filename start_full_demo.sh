#!/usr/bin/env bash
# The whole service on this machine, from the sources to "Ready". See --help.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
modules=(generate-password generate-2fa authenticate-user)

usage() {
  cat <<'HELP'
Usage: ./start_full_demo.sh [--port N] [--data FOLDER] [--behind-tls]
       ./start_full_demo.sh k3d|cluster [OPTION…]

The second form is for Kubernetes, with OpenFaaS: k3d makes a cluster on this machine, cluster takes the
one that kubectl talks to. Each has a --help of its own. Without such a word, all is on this machine:

Builds what has changed, starts PostgreSQL, the three functions and the gateway's routes on
http://127.0.0.1:8080, and serves until Ctrl-C.

  --port N       serve on another port
  --data FOLDER  keep the database, the secrets and the logs there (default: data/ beside this script)
  --behind-tls   a proxy that speaks TLS stands in front: tell browsers to go on so (HSTS)
  --help         show this

The functions' settings are taken from the environment (docs/settings.md lists the allowed values):
CREDENTIAL_LIFETIME, DB_POOL_SIZE, HASH_THREADS, LOG_LEVEL, MAX_BODY_BYTES, OTP_ISSUER, SHUTDOWN_GRACE,
SIGN_UPS_PER_MINUTE. A setting is kept in FOLDER/settings until it is given again:
  CREDENTIAL_LIFETIME=PT2M ./start_full_demo.sh    # credentials expire after two minutes
  CREDENTIAL_LIFETIME= ./start_full_demo.sh        # back to the default
HELP
}

fail() {
  echo "start_full_demo.sh: $1" >&2
  exit 1
}

misused() {
  echo "start_full_demo.sh: $1" >&2
  usage >&2
  exit 2
}

case ${1:-} in
  k3d | cluster) exec "$root/deploy/run" "$@" ;;
esac

port=8080
data=$root/data
behind_tls=false
while (($# > 0)); do
  case $1 in
    --port | --data)
      if (($# < 2)); then misused "$1 needs a value"; fi
      if [[ $1 == --port ]]; then port=$2; else data=$2; fi
      shift 2
      ;;
    --port=*) port=${1#*=} && shift ;;
    --data=*) data=${1#*=} && shift ;;
    --behind-tls) behind_tls=true && shift ;;
    --help | -h)
      usage
      exit 0
      ;;
    *) misused "unknown option: $1" ;;
  esac
done
if [[ ! $port =~ ^[0-9]{1,5}$ ]] || ((10#$port < 1 || 10#$port > 65535)); then
  misused "--port takes a number from 1 to 65535, not '$port'"
fi
if [[ -z $data ]]; then misused "--data needs a value"; fi
if [[ $data != /* ]]; then data=$PWD/$data; fi

JAVA_HOME=$("$root/script/jdk") || exit 1
export JAVA_HOME
command -v mvn >/dev/null ||
  fail "Maven is missing: install it (apt install maven, or brew install maven)"

# In the background, or else a signal would wait for the build to end.
step() {
  printf '%s: ' "$1"
  shift
  "$root/script/build-if-changed" "$@" &
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
for app in "${modules[@]}" devstack; do
  [[ -d $app/target/app ]] || rm -f target/demo
done
step "[1/5] Java" target/demo pom.xml template shared-lib admin devstack "${modules[@]}" -- \
  mvn -q -DskipTests -Dspotless.check.skip=true \
  -pl "$(IFS=, && echo "${modules[*]},devstack")" -am package

if [[ -f frontend/package.json ]]; then
  command -v npm >/dev/null ||
    fail "npm is missing, which builds the frontend: install Node.js (apt install nodejs npm)"
  [[ -f frontend/dist/index.html ]] || rm -f target/frontend
  step "[2/5] Frontend" target/frontend frontend -- \
    bash -c 'cd frontend && npm ci --no-audit --no-fund && npm run build'
else
  echo "[2/5] Frontend: there is none yet"
fi

exec "$JAVA_HOME/bin/java" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
  -cp "$root/devstack/target/app/*" fr.cofrap.devstack.Demo "$root" "$((10#$port))" "$data" "$behind_tls"
