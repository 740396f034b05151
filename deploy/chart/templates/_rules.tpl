{{/* Rules that several NetworkPolicies share. */}}
{{- define "cofrap.toDns" -}}
- to:
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: kube-system
      podSelector:
        matchLabels:
          k8s-app: kube-dns
  ports:
    - protocol: UDP
      port: 53
    - protocol: TCP
      port: 53
{{- end }}

{{- define "cofrap.toDatabase" -}}
- to:
    - ipBlock:
        cidr: {{ .Values.database.cidr | quote }}
  ports:
    - protocol: TCP
      port: {{ .Values.database.port }}
{{- end }}

{{- define "cofrap.gateway" -}}
- namespaceSelector:
    matchLabels:
      kubernetes.io/metadata.name: openfaas
  podSelector:
    matchLabels:
      app: gateway
{{- end }}
