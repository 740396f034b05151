{{/* Takes the chart's context and the component's name, as a list. */}}
{{- define "cofrap.selector" -}}
app.kubernetes.io/part-of: cofrap
app.kubernetes.io/component: {{ index . 1 }}
{{- end }}

{{- define "cofrap.labels" -}}
{{- $root := index . 0 -}}
{{ include "cofrap.selector" . }}
app.kubernetes.io/name: cofrap
app.kubernetes.io/instance: {{ $root.Release.Name }}
app.kubernetes.io/managed-by: {{ $root.Release.Service }}
{{- end }}
