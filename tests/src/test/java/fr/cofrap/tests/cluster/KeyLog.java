package fr.cofrap.tests.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stand-in pods said of their keys, in the order of time: {@code TIME START POD KIND WRITING
 * READING…} and {@code TIME STOP POD}.
 */
record KeyLog(List<String> lines) {
  private record Reader(String pod, String kind) {}

  long starts() {
    return entries().filter(words -> words.get(1).equals("START")).count();
  }

  /** The keys that were written with. */
  Set<String> written() {
    Set<String> written = new HashSet<>();
    entries()
        .filter(words -> words.get(1).equals("START"))
        .forEach(words -> written.add(words.get(3) + " " + words.get(4)));
    return written;
  }

  /** Pods that started to write with a key which a pod at that time could not read. */
  List<String> violations() {
    List<String> violations = new ArrayList<>();
    Map<Reader, Set<String>> running = new HashMap<>();
    entries()
        .forEach(words -> {
          String pod = words.get(2);
          if (words.get(1).equals("STOP")) {
            running.keySet().removeIf(reader -> reader.pod().equals(pod));
          } else {
            String kind = words.get(3);
            String writing = words.get(4);
            running.put(new Reader(pod, kind), Set.copyOf(words.subList(4, words.size())));
            running.forEach((reader, keys) -> {
              if (reader.kind().equals(kind) && !keys.contains(writing)) {
                violations.add(pod + " writes what " + reader.pod() + " cannot read: " + kind);
              }
            });
          }
        });
    return violations;
  }

  private Stream<List<String>> entries() {
    return lines.stream()
        .sorted()
        .map(line -> List.of(line.split(" ")))
        .filter(words -> words.size() > 2);
  }
}
