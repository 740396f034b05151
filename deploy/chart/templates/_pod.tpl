{{/* The "restricted" profile of Kubernetes' Pod Security Standards, and a read-only root. */}}
{{- define "cofrap.podSecurityContext" -}}
runAsNonRoot: true
runAsUser: {{ . }}
runAsGroup: {{ . }}
fsGroup: {{ . }}
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "cofrap.containerSecurityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{/* Takes the chart's context and the image's name, as a list. */}}
{{- define "cofrap.image" -}}
{{- with (index . 0).Values.image -}}
{{ .registry }}/{{ .owner }}/{{ index $ 1 }}:{{ .tag }}
{{- end }}
{{- end }}
