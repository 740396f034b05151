package fr.cofrap.tests.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each check of the manifests finds what it is there for: they are broken one by one. */
@Tag("images")
final class WrongManifestsTest {
  private static final List<Manifest> RIGHT = Chart.render("full");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Deployment/cofrap-frontend | /spec/template/spec/containers/0/securityContext/readOnlyRootFileSystem | true | readOnlyRootFileSystem
          NetworkPolicy/cofrap-purge | /spec/podSelectors | {} | podSelectors
          CronJob/cofrap-purge | /spec/sheduler | daily | sheduler
          CronJob/cofrap-purge | /spec/schedule | '' | schedule
          CronJob/cofrap-purge | /spec/jobTemplate/spec/template/spec/containers/0/env/1/value | 6432 | string
          Service/cofrap-frontend | /kind | ConfigMap | no schema
          """)
  void schemasFind(String title, String pointer, String value, String words) {
    List<String> complaints =
        spoiled(title, pointer, value).stream()
            .flatMap(manifest -> KubernetesSchemas.complaints(manifest).stream())
            .toList();
    assertThat(complaints).anyMatch(complaint -> complaint.contains(words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NetworkPolicy/cofrap-functions | /spec/podSelector/matchLabels/app.kubernetes.io~1part-of | others | policy cofrap-functions
          NetworkPolicy/cofrap-functions | /spec/podSelector/matchExpressions/0/key | app | policy cofrap-functions
          NetworkPolicy/cofrap-functions | /spec/ingress/0/from/0/podSelector/matchLabels/app | nats | policy cofrap-functions
          NetworkPolicy/cofrap-purge | /spec/egress/1/to/0/ipBlock/cidr | 0.0.0.0/0 | policy cofrap-purge
          NetworkPolicy/cofrap-frontend | /spec/egress/0/ports/0/port | 54 | policy cofrap-frontend
          NetworkPolicy/cofrap-frontend | /spec/policyTypes | [Ingress] | policy cofrap-frontend
          NetworkPolicy/cofrap-frontend | /metadata/name | another | policies
          Deployment/cofrap-frontend | /spec/template/spec/automountServiceAccountToken | true | service account's token
          Deployment/cofrap-frontend | /spec/template/spec/securityContext/runAsNonRoot | false | runAsNonRoot
          CronJob/cofrap-purge | /spec/jobTemplate/spec/template/spec/securityContext/runAsUser | 0 | purge: runAsUser
          Deployment/cofrap-frontend | /spec/template/spec/securityContext/seccompProfile/type | Unconfined | seccomp
          CronJob/cofrap-purge | /spec/jobTemplate/spec/template/spec/containers/0/securityContext/capabilities/drop | [] | purge/purge: securityContext
          Deployment/cofrap-frontend | /spec/template/spec/containers/0/imagePullPolicy | IfNotPresent | imagePullPolicy
          Deployment/cofrap-frontend | /spec/template/spec/containers/0/resources/limits | {cpu: 1} | frontend/frontend: limits
          Deployment/cofrap-frontend | /spec/template/spec/volumes/0/emptyDir | {medium: Memory} | is limited
          Deployment/cofrap-frontend | /spec/template/spec/volumes/0/hostPath | {path: /} | frontend: volume tmp
          Deployment/cofrap-frontend | /spec/template/spec/hostNetwork | true | frontend: hostNetwork
          Deployment/cofrap-frontend | /spec/template/metadata/labels/app.kubernetes.io~1component | other | app.kubernetes.io/component
          CronJob/cofrap-purge | /spec/jobTemplate/spec/template/spec/containers/0/volumeMounts/0/readOnly | false | secrets can be written
          CronJob/cofrap-purge | /spec/concurrencyPolicy | Allow | purges at a time
          Deployment/cofrap-frontend | /spec/strategy/rollingUpdate/maxUnavailable | 1 | pods missing in a rollout
          Service/cofrap-frontend | /spec/selector/app.kubernetes.io~1component | front | service's pods
          PodDisruptionBudget/cofrap-frontend | /spec/selector/matchLabels/app.kubernetes.io~1component | front | disruption budget's pods
          Ingress/cofrap | /spec/rules/0/http/paths/0/backend/service/name | gateway | ingress: backends
          Ingress/cofrap | /spec/tls/0/hosts | [another.example.org] | ingress: hosts with TLS
          Ingress/cofrap | /spec/tls/0/secretName | '' | ingress: its certificate
          Ingress/cofrap | /kind | Secret | objects
          """)
  void promisesFind(String title, String pointer, String value, String words) {
    assertThat(Promises.broken(spoiled(title, pointer, value), "10.20.0.0/24", 6432))
        .anyMatch(problem -> problem.contains(words));
  }

  private static List<Manifest> spoiled(String title, String pointer, String value) {
    assertThat(RIGHT).extracting(Manifest::title).contains(title);
    return RIGHT.stream()
        .map(manifest -> manifest.title().equals(title) ? manifest.with(pointer, value) : manifest)
        .toList();
  }
}
