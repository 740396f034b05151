#!/usr/bin/env bash
# Sourced by test: certificates, planted values, and ways to look.

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

broken() {
  echo "sealed-secrets/test: $1" >&2
  exit 1
}

certificate() {
  openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj "/CN=$1" \
    -keyout "$work/$1.key" -out "$work/$1.crt" 2>/dev/null
}

# A value for every key, with a line break at the end here and none there.
plant_values() {
  local name
  mkdir -p "$work"/given/{db-creds,mfa-key,ticket-key,purge-creds}
  for name in db-creds purge-creds; do
    cp "$work/other.crt" "$work/given/$name/DB_CA_CERT"
    printf "planted \$%s'\"\\ é=%s" "$name" "$(openssl rand -hex 8)" >"$work/given/$name/DB_PASSWORD"
  done
  openssl rand -base64 32 >"$work/given/mfa-key/MFA_KEY_B64"
  { openssl rand -base64 32 && openssl rand -base64 32; } >"$work/given/mfa-key/MFA_KEYS_READ_B64"
  openssl rand -base64 32 | tr -d '\n' >"$work/given/ticket-key/TICKET_KEY_B64"
  : >"$work/given/ticket-key/TICKET_KEYS_READ_B64"
}

open_with() {
  kubeseal --recovery-unseal --recovery-private-key "$work/$1.key" <"$2"
}

opened() {
  open_with cluster "$1" | sed -n 's/^ *"'"$2"'": "\(.*\)",\{0,1\}$/\1/p' | openssl base64 -d -A
}

# The command must end with the code, say so in one line, and leave no folder.
refuses() {
  local code=$1 words=$2 actual=0
  shift 2
  "$@" >"$work/refusal" 2>&1 || actual=$?
  cat "$work/said" >>"$work/refusal" 2>/dev/null || true
  [[ $actual == "$code" ]] || broken "$* ended with $actual instead of $code: $(cat "$work/refusal")"
  grep -qF -- "$words" "$work/refusal" || broken "$* does not say '$words': $(cat "$work/refusal")"
  if grep -q 'c2hvcnQ=' "$work/refusal"; then broken "$* shows the value"; fi
  if compgen -G "$work/no/*" >/dev/null; then broken "$* wrote something"; fi
  : >"$work/said"
}

given() {
  rm -rf "$work/bad"
  cp -R "$work/given" "$work/bad"
  printf '%s' "$2" >"$work/bad/$1"
  seal --from "$work/bad" --out "$work/no"
}

without_tools() {
  local folder tools=$work/tools
  mkdir -p "$tools"
  for folder in bash basename dirname; do ln -sf "$(command -v "$folder")" "$tools"; done
  PATH=$tools "$@"
}

# Runs with every program's arguments written down.
spied() {
  local tool spy=$work/spy
  mkdir -p "$spy"
  for tool in kubeseal openssl cat cp mv rm mkdir mktemp tr cut grep sed paste cmp; do
    printf '#!/bin/sh\necho "%s $*" >>"%s"\nexec "%s" "$@"\n' \
      "$tool" "$work/arguments" "$(PATH=${PATH#"$spy:"} command -v "$tool")" >"$spy/$tool"
    chmod +x "$spy/$tool"
  done
  PATH=$spy:$PATH "$@"
}

# No value below folder $1 stands in any of the other files, in clear or in base64.
no_trace() {
  local file values=$1
  shift
  while IFS= read -r -d '' file; do
    grep . "$file" >"$work/pattern" || continue
    if grep -rqFf "$work/pattern" "$@"; then broken "${file#"$work/"} is in clear in one of: $*"; fi
    openssl base64 -A -in "$file" | cut -c 1-40 >"$work/pattern"
    if grep -rqFf "$work/pattern" "$@"; then broken "${file#"$work/"} is in base64 in one of: $*"; fi
  done < <(find "$values" -type f ! -name DB_CA_CERT -print0)
}

# as_in_cluster SCOPE FILE: a SealedSecret without a type, made by kubeseal alone.
as_in_cluster() {
  printf '%s\n' 'apiVersion: v1' 'kind: Secret' 'metadata:' '  name: theirs' '  namespace: openfaas-fn' \
    'data:' "  KEY: $(printf 'planted-value\n' | openssl base64)" |
    kubeseal --cert "$work/cluster.crt" --scope "$1" --format yaml | sed '/^    type:/d' >"$2"
}

# written_out FILE INTO: through the template that reads from the cluster, but from a file.
# shellcheck disable=SC2154 # "here" is set by the script that sources this
written_out() {
  KUBECONFIG=/dev/null kubectl annotate --local -f "$1" example.org/made-by=others \
    -o "go-template-file=$here/lib/manifest.gotmpl" >"$2" 2>&1
}

form() {
  sed -E 's/^(    [A-Z0-9_]+:) .*/\1/; /^ *#/d; /^---$/d; /creationTimestamp/d' "$1"
}

# Puts a stand-in cluster in front of PATH: it holds the planted values and the SealedSecrets of folder $1,
# opens what is applied as its controller would, and records every change.
stand_in_cluster() {
  local bin=$work/cluster-bin
  mkdir -p "$bin"
  cat >"$bin/kubectl" <<'KUBECTL'
#!/usr/bin/env bash
name=$6
case "$*" in
  *state.gotmpl)
    if [[ -f $cluster_sealed/$name.yaml ]]; then cat "$cluster_states/$name" 2>/dev/null || echo Synced; fi
    ;;
  *manifest.gotmpl) cat "$cluster_sealed/$name.yaml" ;;
  *"get secret "*secret.gotmpl)
    if [[ ! -d $cluster_held/$name ]]; then exit; fi
    echo Secret
    if [[ -f $cluster_held/$name/.next-key ]]; then echo ".next-key $(<"$cluster_held/$name/.next-key")"; fi
    for file in "$cluster_held/$name"/*; do echo "${file##*/} $(openssl base64 -A -in "$file")"; done
    ;;
  *"get secret "*) echo SealedSecret ;;
  *"get deployment "*) echo MFA_KEYS_READ_B64 TICKET_KEYS_READ_B64 ;;
  *"get pods "*) ;;
  *" apply "* | *" create "*)
    file=${!#} name=${file##*/} name=${name%.yaml}
    echo "apply $name" >>"$cluster_changes"
    rm -f "$cluster_states/$name"
    cp "$file" "$cluster_sealed/$name.yaml"
    opened=$(kubeseal --recovery-unseal --recovery-private-key "$cluster_key" <"$file") || exit
    rm -rf "${cluster_held:?}/$name" && mkdir "$cluster_held/$name"
    # Empty values are null there.
    sed -nE 's/^ *"([A-Z0-9_]+)": (null|"(.*)"),?$/\1 \3/p' <<<"$opened" | while read -r file value; do
      openssl base64 -d -A <<<"$value" >"$cluster_held/$name/$file"
    done
    next=$(sed -n 's|^ *"cofrap.fr/next-key": "\(.*\)".*|\1|p' <<<"$opened")
    if [[ -n $next ]]; then printf '%s' "$next" >"$cluster_held/$name/.next-key"; fi
    ;;
  *"rollout status"*) ;;
  *) echo "${*:4}" >>"$cluster_changes" ;;
esac
KUBECTL
  # shellcheck disable=SC2016 # the expressions are the written script's
  printf '#!/bin/sh\ncase $1 in --fetch-cert) exec cat "%s" ;; --validate) exec cat >/dev/null ;; esac\nexec "%s" "$@"\n' \
    "$work/cluster.crt" "$(command -v kubeseal)" >"$bin/kubeseal"
  chmod +x "$bin"/*
  # Named differently from any variable of the scripts, which would pass on its own value.
  export cluster_held=$work/held cluster_sealed=$work/sealed cluster_states=$work/states \
    cluster_changes=$work/changes cluster_key=$work/cluster.key
  mkdir "$cluster_states"
  cp -R "$work/given" "$cluster_held"
  cp -R "$1" "$cluster_sealed"
  : >"$cluster_changes"
}

# Runs a script of this folder against the stand-in cluster.
in_stand_in() {
  local script=$1
  shift
  # shellcheck disable=SC2154 # "here" is set by the script that sources this
  PATH=$work/cluster-bin:$PATH TMPDIR=$work/tmp "$here/$script" "$@" >"$work/said" 2>&1
}

# changed LINE…: exactly these changes were made in the stand-in cluster.
changed() {
  diff <(printf '%s\n' "$@" | grep .) "$cluster_changes" >&2 || broken "not the expected changes in the cluster"
  : >"$cluster_changes"
}
