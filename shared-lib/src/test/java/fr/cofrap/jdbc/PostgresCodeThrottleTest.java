package fr.cofrap.jdbc;

import fr.cofrap.throttle.CodeThrottle;
import fr.cofrap.throttle.CodeThrottleContract;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
final class PostgresCodeThrottleTest extends CodeThrottleContract {
  private final CodeThrottle throttle = new PostgresCodeThrottle(TestDatabase.shared());

  @Override
  protected CodeThrottle throttle() {
    return throttle;
  }
}
