# shellcheck shell=bash
# Sourced by seal and rotate: the table of secrets, rings, and secrets in a cluster.
# shellcheck disable=SC2016,SC2034,SC2154 # templates; what is only set or only read here
# shellcheck source-path=SCRIPTDIR

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=../deploy/lib.sh
source "$here/../deploy/lib.sh"
step=sealed-secrets/${0##*/}

# rows [SECRET]: its rows of the table, or those of all that are sealed.
rows() {
  awk -F '\t' -v name="${1:-}" '!/^#/ && $5 != "devstack" && (name == "" || $1 == name)' "$here/secrets.tsv"
}

# made SECRET HOW: the files in it that are made in this way.
made() {
  rows "$1" | awk -F '\t' -v how="$2" '$3 == how { print $2 }'
}

# how SECRET FILE: it is made; empty for a file that is not in the table.
how() {
  rows "$1" | awk -F '\t' -v file="$2" '$2 == file { print $3 }'
}

mapfile -t names < <(rows | cut -f 1 | uniq)

misuse() {
  echo "$step: $1 (see --help)" >&2
  exit 2
}

need_tools() {
  local tool missing=()
  for tool in "$@"; do command -v "$tool" >/dev/null || missing+=("install $tool: see sealed-secrets/README.md"); done
  ((${#missing[@]} == 0)) || fail "a tool is missing" "${missing[@]}"
}

# A folder for values in clear, in memory where possible. It does not outlive the script, or if that is killed, the next.
private_folder() {
  local parent=/tmp folder process
  if [[ -w /dev/shm ]]; then parent=/dev/shm; fi
  parent=${TMPDIR:-$parent}
  for folder in "$parent"/cofrap-secrets.*.*; do
    process=${folder##*/cofrap-secrets.}
    if [[ -O $folder ]] && ! kill -0 "${process%%.*}" 2>/dev/null; then rm -rf "$folder"; fi
  done
  umask 077
  work=$(mktemp -d "$parent/cofrap-secrets.$$.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

# ring FILE: its keys, one per line, as fr.cofrap.keys.KeyFile reads them; nothing else in the file is printed.
ring() {
  # The last line may lack its end.
  { cat "$1" && echo; } | sed -nE 's/^[[:space:]]*(\+?)[[:space:]]*([A-Za-z0-9+/]{43})=?[[:space:]]*$/\1\2=/p'
}

# key_id: of the key on standard input, as sealed rows name it: fr.cofrap.keys.SecretKey.id().
key_id() {
  openssl base64 -d -A | openssl dgst -sha256 -r | cut -c 1-16
}

# fold_second_file FOLDER FILE: keys that only read were once in a second file. It stays, but empty, because deployed
# functions mount it and would not start without it. 1 if there is nothing to fold.
fold_second_file() {
  local file=$1/$2 second=$1/${2/_KEY_/_KEYS_READ_}
  [[ $file != "$second" && -s $second ]] || return 1
  tr -s ',[:space:]' '\n' <"$second" >"$work/keys"
  [[ -n $(ring "$file") && $(wc -w <"$work/keys") == $(ring "$work/keys" | wc -l) ]] ||
    fail "$2 and ${second##*/} contain something that is not a key"
  { ring "$file" && ring "$work/keys"; } | awk '!seen[$0]++' >"$work/ring"
  cp "$work/ring" "$file"
  : >"$second"
}

cluster() {
  kubectl --namespace "$namespace" "$@"
}

# read_secret NAME FOLDER: a file for each key, and its version in the variable version. 1 if there is no such secret.
read_secret() {
  local key value
  cluster get secret "$1" --ignore-not-found --request-timeout 15s -o go-template='{{.metadata.resourceVersion}}
{{range $key, $value := .data}}{{$key}} {{$value}}
{{end}}' >"$work/secret" || fail "cannot read the secret $1 in the namespace $namespace"
  [[ -s $work/secret ]] || return 1
  rm -rf "$2"
  mkdir -p "$2"
  {
    read -r version
    while read -r key value; do
      printf '%s' "$value" | openssl base64 -d -A >"$2/$key" || fail "cannot write $key of the secret $1 to $work"
    done
  } <"$work/secret"
  rm "$work/secret"
}

# Prints "Synced" once the controller has unsealed the newest SealedSecret, else its reason, and nothing if there is none.
sealed_state() {
  local state
  cluster get sealedsecret "$1" --ignore-not-found --request-timeout 15s -o jsonpath='{.metadata.generation}
{.status.observedGeneration}
{.status.conditions[?(@.type=="Synced")].status}
{.status.conditions[?(@.type=="Synced")].message}' >"$work/state" ||
    fail "cannot read the SealedSecret $1 in the namespace $namespace"
  mapfile -t state <"$work/state"
  if ((${#state[@]} == 0)); then return; fi
  if [[ ${state[1]} != "${state[0]}" ]]; then
    echo "the controller has not processed it yet"
  elif [[ ${state[2]} == True ]]; then
    echo Synced
  else
    echo "${state[3]:-the controller gives no reason}"
  fi
}

# The SealedSecret as it is in the cluster, without what only the server sets.
manifest() {
  local metadata='{"uid":null,"resourceVersion":null,"generation":null,"creationTimestamp":null,"managedFields":null,
    "annotations":{"kubectl.kubernetes.io/last-applied-configuration":null}}'
  cluster get sealedsecret "$1" --request-timeout 15s -o yaml >"$work/manifest" ||
    fail "cannot read the SealedSecret $1 in the namespace $namespace"
  kubectl patch --local -f "$work/manifest" --type merge -p "{\"status\":null,\"metadata\":$metadata}" -o yaml |
    sed '/^  annotations: {}$/d'
}

# The certificate of the cluster's controller.
fetch_certificate() {
  kubeseal --fetch-cert >"$work/cert.pem" 2>"$work/complaint" ||
    fail "cannot fetch the controller's certificate: $(head -n 1 "$work/complaint")" \
      "kubectl get deployments -A | grep sealed-secrets   # is it installed?" \
      "export SEALED_SECRETS_CONTROLLER_NAMESPACE=… SEALED_SECRETS_CONTROLLER_NAME=…   # where it is"
}

# seal_values NAME FOLDER FILE
seal_values() {
  kubectl create secret generic "$1" --namespace "$namespace" --type Opaque --from-file "$2" --dry-run=client -o yaml |
    kubectl label --local -f - app.kubernetes.io/managed-by=openfaas app.kubernetes.io/part-of=cofrap -o yaml |
    kubeseal --cert "$work/cert.pem" --format yaml >"$work/sealed" 2>"$work/complaint" ||
    fail "cannot seal $1: $(tail -n 1 "$work/complaint")"
  cp "$work/sealed" "$3.part"
  mv "$3.part" "$3"
}

# publish NAME FOLDER: seals the values, applies them, and compares what arrived. A new secret is created, not
# applied: of two runs at once, one fails instead of replacing the other's keys.
publish() {
  local name=$1 verb=(apply) state owner
  owner=$(cluster get secret "$name" --ignore-not-found -o jsonpath='{.kind}
{.metadata.ownerReferences[*].kind}{.metadata.annotations.sealedsecrets\.bitnami\.com/managed}') ||
    fail "cannot read the secret $name in the namespace $namespace"
  [[ -z $owner || $owner == *SealedSecret* || $owner == *true ]] ||
    fail "the controller does not own the secret $name, so it does not change it. To hand it over:" \
      "kubectl --namespace $namespace annotate secret $name sealedsecrets.bitnami.com/managed=true"
  state=$(sealed_state "$name") || exit 1
  if [[ -z $state ]]; then verb=(create --save-config); fi
  seal_values "$name" "$2" "$work/$name.yaml"
  cluster "${verb[@]}" -f "$work/$name.yaml" >/dev/null || fail "the cluster did not accept the SealedSecret $name"
  cluster wait --for condition=Synced "sealedsecret/$name" --timeout 60s >/dev/null 2>&1 ||
    fail "$name was applied, but not unsealed within 60 s: $(sealed_state "$name")"
  read_secret "$name" "$work/arrived" || fail "$name was unsealed, but there is no such secret in $namespace"
  diff -rq "$2" "$work/arrived" >/dev/null || fail "the secret $name differs from what was sealed"
  copy_out "$name"
}

# For Git: a copy of what the cluster has. Nothing is read back from it.
copy_out() {
  if [[ -z $out ]]; then return; fi
  manifest "$1" >"$out/$1.yaml.part"
  mv "$out/$1.yaml.part" "$out/$1.yaml"
}
