# shellcheck shell=bash
# The words of the command line, in option[NAME]; flags are true or false.

declare -A option=(
  [openfaas]='' [openfaas-chart]='' [openfaas-values]=''
  [sealed-secrets]='' [sealed-secrets-chart]='' [sealed-secrets-values]=''
  [owner]=cofrap [tag]=latest [values]=''
  [db-admin]='' [db-host]='' [db-port]='' [db-ca]='' [db-cidr]=''
)
declare -A flag=([yes]=1 [dry-run]=1 [down]=1)

options_of_k3d() {
  option+=([data]=data [gateway-port]=8080 [frontend-port]=8081)
  flag+=([purge-data]=1)
}

options_of_cluster() {
  option+=([registry]='' [gateway]='')
  flag+=([delete-secrets]=1)
}

read_options() {
  local name
  door=${1:-}
  if [[ $door != k3d && $door != cluster ]]; then
    echo "Usage: ./start_full_demo.sh k3d|cluster [OPTION…]" >&2
    exit 2
  fi
  command_line="./start_full_demo.sh $(quoted "$@")"
  read_named_settings
  again=$(named_settings)$command_line
  "options_of_$door"
  shift
  for name in "${!flag[@]}"; do option[$name]=false; done
  while (($# > 0)); do
    name=${1#--}
    name=${name%%=*}
    if [[ $1 == --help || $1 == -h ]]; then
      cat "$deploy/help/$door.txt" "$deploy/help/both.txt"
      exit 0
    elif [[ $1 == --* && -n ${flag[$name]:-} && $1 != *=* ]]; then
      option[$name]=true
    elif [[ $1 != --* || -z $name || -n ${flag[$name]:-} || -z ${option[$name]+set} ]]; then
      misused "unknown option: $1"
    elif [[ $1 == *=* ]]; then
      take "$name" "${1#*=}"
    elif (($# < 2)) || [[ $2 == --* ]]; then
      misused "$1 needs a value"
    else
      take "$name" "$2"
      shift
    fi
    shift
  done
}

# A relative path is meant from where the person is, and not from the repository.
take() {
  option[$1]=$2
  case $1 in
    *values | db-ca | data)
      if [[ -n $2 && $2 != /* && $came_from != "$PWD" ]]; then option[$1]=$came_from/$2; fi
      ;;
  esac
}
