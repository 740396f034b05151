#!/usr/bin/env bash
# Sourced by test-cluster: values in the cluster, and pods that tell which keys they hold.
# shellcheck disable=SC2154 # work, namespace and image are set by who sources this

watcher=

in_cluster() {
  kubectl --namespace "$namespace" "$@"
}

value() {
  in_cluster get secret "$1" -o "go-template={{index .data \"$2\"}}" | openssl base64 -d -A
}

all_values() {
  # shellcheck disable=SC2016 # a template
  in_cluster get secrets -o go-template='{{range .items}}{{$name := .metadata.name}}{{range $key, $value := .data}}{{$name}} {{$key}} {{$value}}
{{end}}{{end}}'
}

# Function $1 with the secrets that follow, mounted as OpenFaaS does: keys as they are now. Says at
# start which keys it writes and reads with, and goes on for a while after SIGTERM.
stand_in() {
  local secret key sources=''
  for secret in "${@:2}"; do
    sources+="{\"secret\": {\"name\": \"$secret\", \"items\": ["
    # shellcheck disable=SC2016 # a template
    for key in $(in_cluster get secret "$secret" \
      -o 'go-template={{range $key, $value := .data}}{{$key}} {{end}}'); do
      sources+="{\"key\": \"$key\", \"path\": \"$key\"}, "
    done
    sources="${sources%, }]}}, "
  done
  sed "s|FUNCTION|$1|g; s|IMAGE|$image|; s|SOURCES|${sources%, }|" "$here/test-function.yaml" |
    in_cluster create -f - >/dev/null
  in_cluster rollout status "deployment/$1" --timeout=120s >/dev/null
}

watch_pods() {
  mkdir -p "$work/pods"
  (
    trap 'kill $(jobs -p) 2>/dev/null' EXIT
    trap 'exit 0' TERM
    while sleep 0.3; do
      for pod in $(in_cluster get pods -l faas_function --field-selector status.phase=Running -o name); do
        if [[ ! -e $work/pods/${pod#*/} ]]; then
          kubectl --namespace "$namespace" logs -f --timestamps "$pod" >"$work/pods/${pod#*/}" 2>/dev/null &
        fi
      done
    done
  ) &
  watcher=$!
  sleep 2
}

stop_watching() {
  if [[ -z $watcher ]]; then return; fi
  kill "$watcher" 2>/dev/null || true
  wait "$watcher" || true
}

# Lines: time, START or STOP, pod, kind of key, writing key, reading keys.
check_order() {
  sort "$work"/pods/* | awk '
    $2 == "STOP" { for (at in reads) if (index(at, $3 " ") == 1) delete reads[at] }
    $2 == "START" {
      starts++
      written[$4 " " $5] = 1
      reads[$3 " " $4] = $0
      for (at in reads)
        if (index(at " ", " " $4 " ") && !index(reads[at], $5)) {
          print $3 " writes with a key that " at " cannot read"; bad = 1
        }
    }
    END {
      for (key in written) keys++
      if (starts < 30 || keys != 4) { print starts " starts, " keys " keys: not what was to be watched"; bad = 1 }
      exit bad
    }' || broken "a replica wrote what another could not read"
}
