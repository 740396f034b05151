# shellcheck shell=bash
# The options of every mode. Defaults, parsing, checks, --help and the file that keeps them for the next run all derive
# from the table below. An option becomes a variable of its name. Sourced by the one-machine mode too, which must work
# with macOS' bash 3.2.

names=()
settings=()
problems=()
# Names given for this run, names read from the file, and names that the file will have, each between spaces.
given=' '
read_from_file=' '
kept=' '

# option NAME DEFAULT FORM MEANING: declares it for the mode at hand.
option() {
  names+=("$1")
  printf -v "$1" '%s' "$2"
  printf -v "form_of_$1" '%s' "$3"
  printf -v "meaning_of_$1" '%s' "$4"
}

declare_options() {
  if [[ $mode == machine ]]; then
    option PORT 8080 port "port of the service"
    option BEHIND_TLS no yes "whether a TLS proxy is in front, which must append to X-Forwarded-For; responses then make browsers keep using TLS (HSTS)"
    option DATA data path "folder for the database, the secrets, the logs and these options"
    return
  fi
  if [[ $mode == k3d ]]; then
    option GATEWAY_PORT 8080 port "port of OpenFaaS' gateway on this machine"
    option FRONTEND_PORT 8081 port "port of the pages on this machine"
    option OPENFAAS install source "install OpenFaaS, or use the one that is present"
    option SEALED_SECRETS install source "the same for the sealed-secrets controller"
    option DB_ADMIN '' admin "administrator of an existing PostgreSQL, to use it instead of a container"
  else
    option CONTEXT '' text "kubectl's context; a run on another one is refused (default: the current one)"
    option REGISTRY '' registry "required: where this machine pushes images, and where nodes and OpenFaaS find them"
    option GATEWAY '' url "OpenFaaS' gateway (default: a port-forward while the script runs)"
    option OPENFAAS present source "install OpenFaaS, or use the one that is present"
    option SEALED_SECRETS present source "the same for the sealed-secrets controller"
    option DB_ADMIN '' admin "required: PostgreSQL's administrator; the password is read from PGPASSWORD or ~/.pgpass"
  fi
  option DB_CA '' file "with DB_ADMIN: PEM certificate of the authority that signed its server certificate"
  option DB_HOST '' host "the name by which pods reach that server, which its certificate must contain"
  option DB_PORT '' port "its port (default: that of DB_ADMIN, or 5432)"
  option DB_CIDR '' cidr "where network policies let pods reach it (default: DB_HOST, if it is an address)"
  option OWNER cofrap owner "images are REGISTRY/OWNER/frontend:TAG and so on"
  option TAG latest tag "tag of the images"
  option VALUES '' file "additional values for the chart in deploy/chart: ingress, purge, replicas"
  option OPENFAAS_CHART '' chart "chart to install instead of the published one: a name, a folder or an archive"
  option OPENFAAS_VALUES '' file "additional values for it"
  option SEALED_SECRETS_CHART '' chart "chart to install for the controller instead of the published one"
  option SEALED_SECRETS_VALUES '' file "additional values for it"
  option DATA data path "folder for these options and, with k3d, the kubeconfig"
}

# describe FORM: sets form to what a value must match, and expected to the same in words.
describe() {
  case $1 in
    port)
      form='([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])'
      expected="a number from 1 to 65535"
      ;;
    yes) form='yes|no' expected="yes or no" ;;
    source) form='install|present' expected="install or present" ;;
    registry) form='[A-Za-z0-9.-]+(:[0-9]+)?' expected="HOST or HOST:PORT, such as registry.example.org; a path belongs in OWNER" ;;
    url) form='https?://[^ ]+' expected="an address such as http://gateway.example.org" ;;
    admin) form='postgres(ql)?://[^:@/]+@[^:@/]+(:[0-9]+)?(/[^/?]+)?' expected="postgresql://USER@HOST:PORT/DATABASE, without a password" ;;
    cidr)
      form='[0-9.]+/(1[6-9]|2[0-9]|3[0-2])|[0-9a-fA-F:]+/(6[4-9]|[7-9][0-9]|1[0-2][0-9])'
      expected="addresses with their mask, at most a /16 (IPv6: /64), such as 10.0.0.5/32"
      ;;
    owner) form='[a-z0-9][a-z0-9._/-]*' expected="a name in lower case" ;;
    tag) form='[A-Za-z0-9_][A-Za-z0-9_.-]*' expected="an image's tag" ;;
    *) form='.*' expected="$1" ;;
  esac
}

# The functions' settings, by their names in stack.yml.
setting_names() { sed -nE 's/^ +([A-Z][A-Z0-9_]*): "\$\{\1:-\}"$/\1/p' "$root/stack.yml"; }

# read_options MODE WORD…: sets the options and flags; problems are collected for refuse_misuse.
read_options() {
  mode=$1
  shift
  again="./start_full_demo.sh"
  if [[ $mode != machine ]]; then again+=" $mode"; fi
  help="$again --help"
  if (($# > 0)); then again+=" $(quoted "$@")"; fi
  declare_options
  local name
  while IFS= read -r name; do
    settings+=("$name")
    if [[ -n ${!name+set} ]]; then
      take "$name" "${!name}"
      again+=" $(quoted "$name=${!name}")"
    else
      printf -v "$name" ''
    fi
  done < <(setting_names)
  down=false delete_secrets=false
  read_words "$@"
  options_file=$DATA/$mode.env
  read_kept
  for name in "${names[@]}"; do check "$name"; done
}

read_words() {
  local name
  while (($# > 0)); do
    case $1 in
      --help | -h) print_help && exit 0 ;;
      --down) down=true ;;
      --dry-run) dry_run=true ;;
      --yes) assume_yes=true ;;
      --delete-secrets) delete_secrets=true ;;
      -*)
        name=$(tr a-z- A-Z_ <<<"${1#--}")
        name=${name%%=*}
        if ! is_known "$name"; then
          problem "unknown option: ${1%%=*}"
        elif [[ $1 == *=* ]]; then
          take "$name" "${1#*=}"
        elif [[ $name == BEHIND_TLS ]]; then
          take "$name" yes
        elif (($# < 2)) || [[ $2 == --* ]]; then
          problem "$1 needs a value"
        else
          take "$name" "$2"
          shift
        fi
        ;;
      *)
        if [[ $1 == *=* ]] && is_known "${1%%=*}"; then take "${1%%=*}" "${1#*=}"; else problem "unknown option: ${1%%=*}"; fi
        ;;
    esac
    shift
  done
}

is_known() { [[ " ${names[*]} ${settings[*]} " == *" $1 "* ]]; }

# take NAME VALUE: for this run; an empty value means the default. A relative path starts at the caller's folder.
take() {
  local form_name=form_of_$1 value=$2
  given+="$1 "
  if [[ -n $value ]]; then kept+="$1 "; fi
  case ${!form_name-setting} in
    file | path) if [[ -n $value && $value != /* && $came_from != "$root" ]]; then value=$came_from/$value; fi ;;
  esac
  if [[ -n $value || ${!form_name-setting} == setting ]]; then printf -v "$1" '%s' "$value"; fi
  if [[ $value == *[[:cntrl:]]* ]]; then problem "$1 contains a line break or another control character"; fi
}

is_given() { [[ $given == *" $1 "* ]]; }

# What an earlier run was given and this one was not.
read_kept() {
  local line name
  if [[ ! -f $options_file ]]; then return; fi
  while IFS= read -r line; do
    name=${line%%=*}
    if ! is_known "$name"; then
      problem "$options_file has an unknown option, remove or correct it: $name"
    elif ! is_given "$name"; then
      printf -v "$name" '%s' "${line#*=}"
      read_from_file+="$name "
      kept+="$name "
    fi
  done <"$options_file"
}

say_kept() {
  local name
  for name in $read_from_file; do note "$name=${!name}   # from $options_file"; done
}

# Keeps the options for the next run. No password is among them.
keep_options() {
  local name value form_name lines=
  for name in $kept; do
    value=${!name} form_name=form_of_$name
    if [[ $name == DATA || ($mode == machine && -z ${!form_name-}) ]]; then continue; fi
    if [[ ${!form_name-} == file ]]; then value=$(absolute "$value"); fi
    lines+="$name=$value"$'\n'
  done
  if $dry_run || [[ -z $lines && ! -f $options_file ]]; then return; fi
  mkdir -p "$DATA"
  printf '%s' "$lines" | LC_ALL=C sort -u >"$options_file.new"
  mv "$options_file.new" "$options_file"
}

check() {
  local form expected form_name=form_of_$1 value=${!1}
  describe "${!form_name}"
  # The value of DB_ADMIN may contain a password.
  if [[ -n $value && ! $value =~ ^($form)$ ]]; then
    if [[ ${!form_name} == admin ]]; then value=; fi
    problem "$1: expected $expected${value:+, found '$value'}"
  elif [[ ${!form_name} == file && -n $value && ! -r $value ]] && ! $dry_run; then
    problem "$1: cannot read $value"
  fi
}

problem() { problems+=("$1"); }

# refuse_misuse [MORE…]: reports all problems at once.
refuse_misuse() {
  if ((${#problems[@]} == 0)); then return; fi
  {
    printf "start_full_demo.sh: %s\n" "${problems[@]}"
    if (($# > 0)); then printf '%s\n' "$@"; fi
    if [[ ${problems[*]} == *unknown\ option* ]]; then
      echo "The options: ${names[*]} ${settings[*]} --down --delete-secrets --dry-run --yes --help" | fold -s -w 110
    fi
    echo "See $help"
  } >&2
  exit 2
}

print_help() {
  local name meaning
  cat "$root/deploy/help/$mode.txt"
  printf '\nOptions, each written NAME=value, or --name value:\n'
  for name in "${names[@]}"; do
    meaning=meaning_of_$name
    printf '  %-21s %s%s\n' "$name" "${!meaning}" "${!name:+ (${!name})}"
  done
  printf '\nSettings of the functions, written the same way or taken from the environment; docs/settings.md describes them:\n'
  echo "${settings[*]}" | fold -s -w 100 | sed 's/^/  /'
  printf '\n'
  cat "$root/deploy/help/kept.txt"
}
