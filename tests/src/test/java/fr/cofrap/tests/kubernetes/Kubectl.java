package fr.cofrap.tests.kubernetes;

import fr.cofrap.tests.docker.Program;
import java.util.List;

/** kubectl in a namespace. */
public record Kubectl(String namespace) {
  public static final Kubectl FUNCTIONS = new Kubectl("openfaas-fn");
  public static final Kubectl OPENFAAS = new Kubectl("openfaas");

  public Program command(String... words) {
    return Program.of("kubectl", "--namespace", namespace).and(words);
  }

  /** Runs a command, which has to succeed, and returns its output. */
  public String run(String... words) {
    return command(words).output();
  }

  /** The pods of a function that are there to stay. */
  public List<Pod> pods(String function) {
    return pods(function, "not .metadata.deletionTimestamp");
  }

  public List<Pod> endingPods(String function) {
    return pods(function, ".metadata.deletionTimestamp");
  }

  private List<Pod> pods(String function, String condition) {
    String template =
        "{{range .items}}{{if %s}}{{.metadata.name}} {{.status.podIP}}\n{{end}}{{end}}"
            .formatted(condition);
    return run("get", "pods", "-l", "faas_function=" + function, "-o", "go-template=" + template)
        .lines()
        .map(line -> line.split(" ", 2))
        .map(columns -> new Pod(columns[0], columns[1]))
        .toList();
  }

  /** A function's pod, by its name and its address in the cluster. */
  public record Pod(String name, String ip) {}
}
