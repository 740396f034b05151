{{- define "cofrap.purgePod" -}}
restartPolicy: Never
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  {{- include "cofrap.podSecurityContext" 10001 | nindent 2 }}
containers:
  - name: purge
    image: {{ include "cofrap.image" (list . "admin") }}
    imagePullPolicy: Always
    args: [purge]
    env:
      - name: DB_HOST
        value: {{ .Values.database.host | quote }}
      - name: DB_PORT
        value: {{ .Values.database.port | quote }}
      - name: DB_NAME
        value: {{ .Values.database.name | quote }}
      - name: DB_SSLMODE
        value: verify-full
    resources:
      requests:
        cpu: 50m
        memory: 128Mi
      limits:
        cpu: 500m
        memory: 256Mi
    securityContext:
      {{- include "cofrap.containerSecurityContext" . | nindent 6 }}
    volumeMounts:
      - name: secrets
        mountPath: /var/openfaas/secrets
        readOnly: true
      - name: tmp
        mountPath: /tmp
volumes:
  - name: secrets
    secret:
      secretName: purge-creds
      # 0440 in octal, which YAML 1.1 and 1.2 write differently: readable by the pod's group alone.
      defaultMode: 288
  - name: tmp
    emptyDir:
      sizeLimit: 16Mi
{{- end }}
