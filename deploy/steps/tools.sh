# shellcheck shell=bash
title[tools]="Tools"

declare -A how_to_get=(
  [docker]="https://docs.docker.com/engine/install"
  [k3d]="https://k3d.io/stable/#installation"
  [kubectl]="https://kubernetes.io/docs/tasks/tools"
  [helm]="https://helm.sh/docs/intro/install (3.13 or later of version 3)"
  [faas-cli]="https://docs.openfaas.com/cli/install"
  [kubeseal]="https://github.com/bitnami-labs/sealed-secrets#kubeseal"
  [psql]="apt install postgresql-client"
  [openssl]="apt install openssl"
  [curl]="apt install curl"
  [initdb]="apt install postgresql, without the server that Debian starts on port 5432:
              sudo mkdir -p /etc/postgresql-common/createcluster.d
              echo create_main_cluster=false | sudo tee /etc/postgresql-common/createcluster.d/cofrap.conf
              sudo apt install postgresql"
  [pg_ctl]="comes with initdb"
)

tools_up() {
  if ${option[dry-run]}; then
    note "needs $(needed_tools | paste -sd ' ')"
    return
  fi
  local tool unusable=0
  while read -r tool; do
    say_tool "$tool" || unusable=$((unusable + 1))
  done < <(needed_tools)
  if ((unusable > 0)); then fail "$unusable of these are missing or not supported" "$again   # once they are there"; fi
  "tools_of_$door"
}

# say_tool NAME: its version, or why it cannot be used.
say_tool() {
  local version
  if ! version=$(version_of "$1"); then
    printf '  %-9s missing: %s\n' "$1" "${how_to_get[$1]}"
    return 1
  fi
  if [[ $1 == helm ]] && ! is_supported_helm "$version"; then
    printf '  %-9s %s is not supported: install 3.13 or later of version 3\n' "$1" "$version"
    return 1
  fi
  printf '  %-9s %s\n' "$1" "$version"
}

# Labels came with 3.13, and version 4 has other options.
is_supported_helm() {
  [[ $1 == there ]] || { [[ $1 =~ ^3\.([0-9]+) ]] && ((BASH_REMATCH[1] >= 13)); }
}

# For a user who has to retype the command anyway.
unusable_tools() {
  local tool line
  while read -r tool; do
    line=$(say_tool "$tool") || printf '%s\n' "$line"
  done < <(needed_tools)
}

tools_down() { tools_up; }

needed_tools() {
  if ! ${option[down]}; then
    printf '%s\n' docker kubectl helm faas-cli kubeseal psql openssl curl
  elif [[ $door == cluster ]]; then
    printf '%s\n' kubectl helm
  else
    printf '%s\n' docker kubectl
  fi
  if [[ $door == k3d ]]; then echo k3d; fi
  if [[ $database_step == postgres ]]; then printf '%s\n' initdb pg_ctl; fi
}

docker_answers() {
  docker info >/dev/null 2>&1 ||
    fail "Docker does not answer" "sudo systemctl start docker" "sudo usermod -aG docker $(id -un)   # then log in again"
}

# Fails if there is no such program; one that does not tell its version is there all the same.
version_of() {
  local program said
  program=$(command -v "$1") || program=$(server_program "$1") || return
  case $1 in
    kubectl) said=$("$program" version --client 2>&1) ;;
    faas-cli) said=$("$program" version --short-version 2>&1) ;;
    helm | k3d | openssl) said=$("$program" version 2>&1) ;;
    *) said=$("$program" --version 2>&1) ;;
  esac || true
  grep -oE '[0-9]+\.[0-9]+(\.[0-9]+)*' <<<"$said" | head -n 1 | grep . || echo "there"
}

tools_of_k3d() { docker_answers; }

tools_of_cluster() {
  local context question="Deploy COFRAP"
  if ${option[down]}; then question="Take COFRAP away"; else docker_answers; fi
  context=$(kubectl config current-context 2>/dev/null) ||
    fail "kubectl has no current context" "kubectl config use-context NAME"
  kubectl get namespace default >/dev/null 2>"$work/output" ||
    failed kubectl get namespace default
  note "Kubernetes: the context $context"
  confirm "$question on the Kubernetes context $context?"
}
