{{/* What the schema of the values cannot say in words that help. */}}
{{- define "cofrap.check" -}}
{{- if ne .Release.Namespace "openfaas-fn" }}
  {{- fail "install this chart where the functions are: --namespace openfaas-fn" }}
{{- end }}
{{- if not .Values.database.cidr }}
  {{- fail "database.cidr is missing: name PostgreSQL's address as pods reach it, such as --set database.cidr=172.28.0.1/32" }}
{{- end }}
{{- if .Values.ingress.enabled }}
  {{- if not .Values.ingress.host }}
    {{- fail "ingress.host is missing: name the host that users type, such as --set ingress.host=accounts.example.org" }}
  {{- end }}
  {{- if not .Values.ingress.tlsSecret }}
    {{- fail "ingress.tlsSecret is missing: there is no ingress without TLS; make one with: kubectl create secret tls NAME --cert FILE --key FILE --namespace openfaas-fn" }}
  {{- end }}
  {{- if lt (int .Values.trustedProxies) 2 }}
    {{- fail "trustedProxies is less than 2, but the ingress is a second proxy, and everybody would be counted as one client: deploy with TRUSTED_PROXIES=2, which sets the functions too" }}
  {{- end }}
{{- end }}
{{- end }}
