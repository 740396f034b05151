#!/usr/bin/env bash
# Sourced: from a folder of values, a file for each key, to a SealedSecret.
# shellcheck disable=SC2154 # work and namespace are set by who sources this

# A dot file beside the values, .next-key, is kept as an annotation: how far a rotation has come.
clear_manifest() {
  local name=$1 values=$2 file
  printf '%s\n' 'apiVersion: v1' 'kind: Secret' 'type: Opaque' 'metadata:' \
    "  name: $name" "  namespace: $namespace" \
    '  labels:' '    app.kubernetes.io/managed-by: openfaas' '    app.kubernetes.io/part-of: cofrap'
  if [[ -f $values/.next-key ]]; then
    printf '  annotations:\n    cofrap.fr/next-key: "%s"\n' "$(<"$values/.next-key")"
  fi
  echo 'data:'
  for file in "$values"/*; do
    printf '  %s: "%s"\n' "${file##*/}" "$(openssl base64 -A -in "$file")"
  done
}

# Puts the sealed values of folder $2 into file $3.
seal_into() {
  local name=$1 values=$2 file=$3
  clear_manifest "$name" "$values" |
    kubeseal --cert "$cert" --scope strict --format yaml >"$work/sealed" 2>"$work/complaint" ||
    fail "cannot seal with the certificate ${cert_name}: $(tail -n 1 "$work/complaint")"
  cp "$work/sealed" "$file.part"
  mv "$file.part" "$file"
}

# The certificate of the cluster's controller, unless a file was named.
fetch_certificate() {
  cert=$work/cert.pem
  cert_name="of the cluster's controller"
  kubeseal --fetch-cert >"$cert" 2>"$work/complaint" ||
    fail "cannot fetch the certificate: $(head -n 1 "$work/complaint"). Is the controller \
installed? Where it has another name or namespace, set SEALED_SECRETS_CONTROLLER_NAME and \
SEALED_SECRETS_CONTROLLER_NAMESPACE"
}
