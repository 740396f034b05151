#!/usr/bin/env bash
# Finds OpenFaaS' programs, and says which they are.

# shellcheck source=versions.env
source "$(dirname "${BASH_SOURCE[0]}")/../../versions.env"
WATCHDOG=ghcr.io/openfaas/of-watchdog:$OF_WATCHDOG_VERSION

# missing WHAT HOW: remembers it for one list of all
missing() {
  echo "  $1: $2" >>"$list"
}

find_gateway() {
  GATEWAY=$(docker images --format '{{.Repository}}:{{.Tag}}' ghcr.io/openfaas/gateway 2>/dev/null |
    grep ':0\.27\.' | sort -V | tail -n 1) || true
  GATEWAY_PROGRAM=$(command -v gateway) || true
  [[ -n $GATEWAY$GATEWAY_PROGRAM ]] ||
    missing "the gateway" "docker pull ghcr.io/openfaas/gateway:$OPENFAAS_GATEWAY_VERSION, or put gateway on PATH"
  export GATEWAY GATEWAY_PROGRAM
}

find_programs() {
  local list
  list=$(mktemp)
  command -v faas-cli >/dev/null ||
    missing faas-cli "https://github.com/openfaas/faas-cli/releases/tag/$FAAS_CLI_VERSION"
  command -v mvn >/dev/null || missing Maven "apt install maven"
  command -v psql >/dev/null || missing psql "apt install postgresql-client"
  JAVA_HOME=$(script/jdk 2>/dev/null) || missing "JDK 25" "apt install temurin-25-jdk"
  export JAVA_HOME
  docker version >/dev/null 2>&1 || missing Docker "install an engine and start it"
  docker image inspect "$WATCHDOG" >/dev/null 2>&1 || missing of-watchdog "docker pull $WATCHDOG"
  curl -fs -o /dev/null "http://$SERVER/v2/" ||
    missing "a registry at $SERVER" "docker run -d -p 127.0.0.1:5000:5000 registry:2, or set SERVER"
  find_gateway
  [[ ! -s $list ]] || {
    { echo "script/test openfaas: missing:" && cat "$list"; } >&2
    rm "$list"
    exit 1
  }
  rm "$list"
}

print_versions() {
  date -u '+%F %T UTC'
  echo "faas-cli $(faas-cli version --short-version 2>/dev/null | tail -n 1)"
  docker run --rm --entrypoint /fwatchdog "$WATCHDOG" -version 2>&1 | sed 's/.*Version: /of-watchdog /'
  docker version --format 'Docker {{.Server.Version}}'
  "$JAVA_HOME/bin/java" --version | head -n 1
  echo "$(nproc) processors"
}
