# shellcheck shell=bash
title[tools]="Tools"

tools_up() {
  if $dry_run; then
    note "needs $(needed_tools | paste -sd ' ')"
    return
  fi
  local missing
  mapfile -t missing < <(unusable_tools)
  if ((${#missing[@]} > 0)); then
    say "${missing[@]}"
    fail "${#missing[@]} tools are missing or not supported" "$again   # once they are installed"
  fi
  if needed_tools | grep -qx docker; then
    docker info >/dev/null 2>&1 ||
      fail "Docker is not running" "sudo systemctl start docker" "sudo usermod -aG docker $(id -un)   # then log in again"
  fi
  if [[ $mode == cluster ]]; then check_context; fi
}

tools_down() { tools_up; }

needed_tools() {
  case $mode-$down in
    k3d-false) echo docker k3d kubectl helm faas-cli kubeseal openssl ;;
    k3d-true) echo docker k3d ;;
    cluster-false) echo docker kubectl helm faas-cli kubeseal openssl ;;
    cluster-true) echo kubectl helm ;;
  esac | tr ' ' '\n'
  if [[ $database_step == postgres ]]; then echo compose; fi
}

# What is missing or not supported, one per line, and where to get it.
unusable_tools() {
  local tool version
  while read -r tool; do
    case $tool in
      compose) docker compose version ;;
      *) command -v "$tool" ;;
    esac >/dev/null 2>&1 || printf '  %-9s missing: %s\n' "$tool" "$(how_to_get "$tool")"
    if [[ $tool != helm ]]; then continue; fi
    # Labels came with 3.13, and version 4 has other options.
    version=$(helm version --short 2>/dev/null) || continue
    [[ $version =~ ^v3\.(1[3-9]|[2-9][0-9])([.+]|$) ]] ||
      note "helm      $version is not supported: install 3.13 or later of version 3"
  done < <(needed_tools)
}

how_to_get() {
  case $1 in
    docker) echo "https://docs.docker.com/engine/install" ;;
    compose) echo "Docker's plugin for Compose: https://docs.docker.com/compose/install/linux" ;;
    k3d) echo "https://k3d.io/stable/#installation" ;;
    kubectl) echo "https://kubernetes.io/docs/tasks/tools" ;;
    helm) echo "https://helm.sh/docs/intro/install (3.13 or later of version 3)" ;;
    faas-cli) echo "https://docs.openfaas.com/cli/install" ;;
    kubeseal) echo "https://github.com/bitnami-labs/sealed-secrets#kubeseal" ;;
    openssl) echo "apt install openssl" ;;
  esac
}

check_context() {
  local context question="Deploy COFRAP to"
  if $down; then question="Remove COFRAP from"; fi
  context=$(kubectl config current-context 2>/dev/null) ||
    fail "kubectl has no current context" "kubectl config use-context NAME"
  if [[ -n $CONTEXT && $CONTEXT != "$context" ]]; then
    fail "kubectl's context: expected $CONTEXT, found $context" "kubectl config use-context $(quoted "$CONTEXT")" \
      "$again $(quoted "CONTEXT=$context")   # if the options in $options_file are meant for it"
  fi
  kubectl get namespace default >/dev/null 2>"$work/output" || failed kubectl get namespace default
  note "Kubernetes: the context $context"
  confirm "$question the Kubernetes context $context?"
  take CONTEXT "$context"
}
