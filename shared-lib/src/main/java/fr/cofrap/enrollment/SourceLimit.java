package fr.cofrap.enrollment;

import fr.cofrap.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Limits the sign-ups of each source per minute, whether they succeed or find a name taken. Counts
 * in the memory of this replica, for a fixed number of sources: those not seen for a minute are
 * forgotten, and if there are too many, those not seen for longest.
 */
final class SourceLimit {
  /** At ten sign-ups each, less than 2 MB. */
  static final int SOURCES = 4096;

  private final int perMinute;
  private final Map<Source, MinuteWindow> windows =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, MinuteWindow> eldest) {
          return size() > SOURCES;
        }
      };

  SourceLimit(int perMinute) {
    this.perMinute = perMinute;
  }

  /** Admits a sign-up and returns empty, or returns how long until the source's next one is. */
  synchronized Optional<Duration> admit(Source source, Instant now) {
    Iterator<MinuteWindow> eldest = windows.values().iterator();
    while (eldest.hasNext() && eldest.next().isOver(now)) {
      eldest.remove();
    }
    return windows.computeIfAbsent(source, unseen -> new MinuteWindow(perMinute)).admit(now);
  }

  /** How many sources are remembered. */
  int size() {
    return windows.size();
  }
}
