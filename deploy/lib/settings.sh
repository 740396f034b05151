# shellcheck shell=bash
# What the options come to, by door. Everything is checked before anything is done.

functions=(generate-password generate-2fa authenticate-user)
database=cofrap
k3d_network=cofrap
k3d_subnet=172.28.0.0/16
k3d_gateway=172.28.0.1

settle() {
  "settle_$door"
  owner=${option[owner]}
  tag=${option[tag]}
  need_one_of openfaas install present
  need_one_of sealed-secrets install present
  only_with_down delete-secrets purge-data
  if ! ${option[down]}; then settle_database; fi
  need_file openfaas-values sealed-secrets-values values db-ca
  if [[ ! $owner =~ ^[a-z0-9][a-z0-9._/-]*$ ]]; then misused "--owner takes a name in lower case"; fi
  if [[ ! $tag =~ ^[A-Za-z0-9_][A-Za-z0-9_.-]*$ ]]; then misused "--tag takes an image's tag"; fi
}

settle_database() {
  # If it is missing, so is the --db-admin that it is taken from, which has been reported already.
  if [[ -n ${option[db-port]} ]]; then need_port db-port; fi
  db_cidr=${option[db-cidr]}
  need_form db-cidr '([0-9.]+/(1[6-9]|2[0-9]|3[0-2])|[0-9a-fA-F:]+/(6[4-9]|[7-9][0-9]|1[0-2][0-9]))?' \
    "addresses with their mask, at most a /16 (IPv6: /64), such as 10.0.0.5/32"
  if [[ -z $db_cidr ]] && is_ipv4 "${option[db-host]}"; then db_cidr=${option[db-host]}/32; fi
  if [[ -z $db_cidr ]]; then
    misused "--db-cidr is needed unless the database's host is an IPv4 address: the addresses at which network policies let pods reach it, such as 10.0.0.5/32"
  fi
}

# need_form OPTION PATTERN WHAT-IT-TAKES
need_form() {
  if [[ ! ${option[$1]} =~ ^$2$ ]]; then misused "--$1 takes $3, not '${option[$1]}'"; fi
}

is_ipv4() {
  [[ $1 =~ ^[0-9]{1,3}(\.[0-9]{1,3}){3}$ ]]
}

settle_k3d() {
  option[openfaas]=${option[openfaas]:-install}
  option[sealed-secrets]=${option[sealed-secrets]:-install}
  option[db-cidr]=${option[db-cidr]:-$k3d_gateway/32}
  option[db-host]=${option[db-host]:-host.k3d.internal}
  need_port gateway-port frontend-port
  registry=k3d-registry.localhost:5000
  gateway=http://127.0.0.1:${option[gateway-port]}
  pages=http://127.0.0.1:${option[frontend-port]}
  home=${option[data]%/}/k3d
  if [[ -n ${option[db-admin]} ]]; then
    database_step=database
    read_administrator
    need_database_ca
  else
    database_step=postgres
    own_administrator
  fi
}

settle_cluster() {
  option[openfaas]=${option[openfaas]:-present}
  option[sealed-secrets]=${option[sealed-secrets]:-present}
  registry=${option[registry]}
  gateway=${option[gateway]%/}
  pages=
  database_step=database
  if ${option[down]}; then return; fi
  need_form gateway '(https?://[^ ]+)?' "an address such as http://gateway.example.org"
  if need registry "the registry where the nodes and this machine find images, such as registry.example.org"; then
    need_form registry '[A-Za-z0-9.-]+(:[0-9]+)?' "HOST or HOST:PORT; a path goes into --owner"
  fi
  if need db-admin "an administrator's connection, postgresql://USER@HOST:PORT/DATABASE"; then
    read_administrator
  fi
  need_database_ca
}

only_with_down() {
  local name
  for name in "$@"; do
    if ${option[$name]:-false} && ! ${option[down]}; then misused "--$name goes with --down"; fi
  done
}

# need OPTION WHAT: fails if the option is missing.
need() {
  if [[ -n ${option[$1]} ]]; then return; fi
  misused "--$1 is needed: $2"
  return 1
}

need_database_ca() {
  need db-ca "the PEM file of the authority that signed the database's certificate" || true
}

need_one_of() {
  local name=$1
  shift
  if [[ " $* " != *" ${option[$name]} "* ]]; then
    misused "--$name takes $(printf '%s or %s' "$@"), not '${option[$name]}'"
  fi
}

need_port() {
  local name
  for name in "$@"; do
    if [[ ! ${option[$name]} =~ ^[1-9][0-9]{0,4}$ ]] || ((option[$name] > 65535)); then
      misused "--$name takes a number from 1 to 65535, not '${option[$name]}'"
    fi
  done
}

need_file() {
  local name
  for name in "$@"; do
    if [[ -n ${option[$name]} && ! -r ${option[$name]} ]] && ! ${option[dry-run]}; then
      misused "--$name: there is no file ${option[$name]}"
    fi
  done
}
