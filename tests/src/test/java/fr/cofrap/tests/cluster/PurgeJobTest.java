package fr.cofrap.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.installation.Cluster;
import fr.cofrap.tests.installation.SharedInstallation;
import fr.cofrap.tests.kubernetes.Kubectl;
import fr.cofrap.tests.user.Person;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The scheduled purge, run now. */
@Tag("postgres")
@Tag("cluster")
@ExtendWith(SharedInstallation.class)
class PurgeJobTest {
  private static final String JOB = "purge-now";

  private final Cluster cluster;

  PurgeJobTest(Cluster cluster) {
    this.cluster = cluster;
  }

  @BeforeEach
  @AfterEach
  void deleteJob() {
    Kubectl.FUNCTIONS.run("delete", "job", JOB, "--ignore-not-found");
  }

  @Test
  void deletesAnAbandonedSignUp() {
    Person abandoned = Person.unknownTo(cluster.api());
    abandoned.signUp();
    cluster.database().agePending(abandoned.username(), Duration.ofDays(2));

    Kubectl.FUNCTIONS.run("create", "job", JOB, "--from=cronjob/cofrap-purge");
    Kubectl.FUNCTIONS.run("wait", "--for=condition=complete", "job/" + JOB, "--timeout=170s");

    assertThat(Kubectl.FUNCTIONS.run("logs", "job/" + JOB))
        .contains("deleted pending_credentials:");
    assertThat(cluster.database().everythingOf(abandoned.username())).isEmpty();
  }
}
