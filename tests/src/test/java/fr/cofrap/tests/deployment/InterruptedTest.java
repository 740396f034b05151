package fr.cofrap.tests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The deployment is killed at each command that a dry run prints, after it or halfway through. The
 * next run must finish, and leave what an undisturbed run leaves.
 */
@Tag("images")
@EnabledOnOs(OS.LINUX)
final class InterruptedTest {
  @TempDir private Path folder;

  private final List<Place> places = new ArrayList<>();

  @AfterEach
  void close() {
    places.forEach(Place::close);
  }

  @Test
  void k3d() throws Exception {
    Place nothing = opened(Place.in(folder));
    Scenario up = scenario(nothing, "k3d");
    up.runsTheCommandsOfItsDryRun();
    up.survivesKillsAt("");
    scenario(up.finished(), "k3d").survivesKillsAt("helm|k3d |coredns|faas-cli");
    Scenario down = scenario(up.finished(), "k3d", "--down", "--yes");
    down.runsTheCommandsOfItsDryRun();
    down.survivesKillsAt("", up);
  }

  /** One that was there before stays, without our network. */
  @Test
  void k3dWithARegistryOfOthers() throws Exception {
    Place before = opened(Place.in(folder));
    before.world().put("registry", "running");
    before.world().put("ports/5000");
    Scenario up = scenario(before, "k3d");
    up.survivesKillsAt("cluster create");
    Scenario down = scenario(up.finished(), "k3d", "--down", "--yes");
    down.survivesKillsAt("network", up);
    assertThat(down.finished().world().has("registry")).isTrue();
  }

  @Test
  void cluster() throws Exception {
    Place before = opened(Place.withClusterIn(folder));
    Scenario up = scenario(before, Options.cluster("--yes"));
    up.runsTheCommandsOfItsDryRun();
    up.survivesKillsAt("");
    scenario(up.finished(), "cluster", "--yes").survivesKillsAt("helm");
    Scenario down = scenario(up.finished(), "cluster", "--down", "--delete-secrets", "--yes");
    down.survivesKillsAt("kubectl|helm", up);
  }

  private Scenario scenario(Place before, String... options) throws Exception {
    return new Scenario(before, opened(before.copy()), List.of(options));
  }

  private Place opened(Place place) {
    places.add(place);
    return place;
  }
}
