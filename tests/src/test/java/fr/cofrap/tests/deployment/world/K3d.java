package fr.cofrap.tests.deployment.world;

import fr.cofrap.tests.standin.Invocation;
import fr.cofrap.tests.standin.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

record K3d(World world) implements Program {
  @Override
  public Reply run(Invocation k3d, Halfway halfway) throws IOException {
    switch (k3d.word(0) + " " + k3d.word(1)) {
      case "registry create" -> {
        world.refuseIf(world.has("registry"), "A registry node with that name already exists");
        world.put("registry", "created");
        halfway.reached();
        Docker.startRegistry(world);
      }
      case "registry delete" -> {
        world.require("registry");
        world.drop("registry", "ports/5000", "connected");
      }
      case "cluster get" -> world.refuseIf(!world.has("nodes"), "No nodes found for given cluster");
      case "cluster create" -> create(k3d, halfway);
      case "cluster delete" -> {
        world.drop("nodes/serverlb", "api");
        halfway.reached();
        world.drop("nodes", "kubernetes", "coredns", "ports/8080", "ports/8081");
      }
      case "cluster start" -> {
        return Reply.print(world.has("nodes") ? "" : "No clusters found");
      }
      case "kubeconfig write" -> {
        world.require("nodes/serverlb");
        Path file = k3d.path(k3d.value("--output"));
        Files.writeString(file, "half\n");
        halfway.reached();
        Files.writeString(file, Kubectl.WHOLE);
      }
      default -> {}
    }
    return Reply.NOTHING;
  }

  private void create(Invocation k3d, Halfway halfway) {
    world.refuseIf(world.has("nodes"), "a cluster with that name already exists");
    world.require("networks/cofrap");
    world.require("registry");
    world.put("connected");
    world.put("nodes/tools");
    halfway.reached();
    world.put("nodes/server");
    world.put("nodes/serverlb");
    world.put("ports/" + k3d.variable("GATEWAY_PORT"));
    world.put("ports/" + k3d.variable("FRONTEND_PORT"));
    world.put("api");
    world.put("coredns");
    world.drop("nodes/tools");
  }
}
