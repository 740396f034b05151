# shellcheck shell=bash
# Has the functions' own code check the given settings before anything changes.
title[settings]="Settings of the functions"

settings_up() {
  local name variables=() again="NAME=VALUE… $command_line"
  for name in "${setting_names[@]}"; do
    if [[ -n ${named[$name]:-} ]]; then variables+=(--env "$name=${named[$name]}"); fi
  done
  run env DOCKER_BUILDKIT=1 "SERVER=$registry" "OWNER=$owner" "TAG=$tag" \
    faas-cli build --yaml stack.yml --filter generate-password
  hint="docs/settings.md lists the allowed values; NAME= resets a setting to its default"
  # The last line of java.args is the server's class, which is replaced; set -f keeps the class path unexpanded.
  # shellcheck disable=SC2016 # the image's shell expands it
  run docker run --rm --network none "${variables[@]}" --entrypoint sh \
    "$registry/$owner/generate-password:$tag" \
    -c 'set -f; exec java $(head -n -1 java.args) fr.cofrap.config.SettingsCheck'
}
