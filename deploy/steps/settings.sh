# shellcheck shell=bash
# Has the functions' own code check the settings before anything changes, and keeps all options for the next run.
title[settings]="Options, settings of the functions"

settings_up() {
  local name variables=()
  for name in "${settings[@]}"; do
    if [[ -n ${!name} ]]; then variables+=(--env "$name=${!name}"); fi
  done
  if ((${#variables[@]} > 0)); then check_settings; fi
  keep_options
}

# Uses variables.
check_settings() {
  run env DOCKER_BUILDKIT=1 "SERVER=$REGISTRY" "OWNER=$OWNER" "TAG=$TAG" \
    faas-cli build --yaml stack.yml --filter "${functions[0]}"
  hint="docs/settings.md lists the allowed values; NAME= resets a setting to its default"
  # The last line of java.args is the server's class, which is replaced; set -f keeps the class path unexpanded.
  # shellcheck disable=SC2016 # the image's shell expands it
  run docker run --rm --network none "${variables[@]}" --entrypoint sh "$REGISTRY/$OWNER/${functions[0]}:$TAG" \
    -c 'set -f; exec java $(head -n -1 java.args) fr.cofrap.config.SettingsCheck'
}
