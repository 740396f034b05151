package fr.cofrap.tests.load;

import fr.cofrap.tests.installation.Cluster;
import fr.cofrap.tests.installation.SharedInstallation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("postgres")
@Tag("cluster")
@ExtendWith(SharedInstallation.class)
class ClusterRestartsTest extends RollingRestartsContract {
  ClusterRestartsTest(Cluster cluster) {
    super(cluster);
  }
}
