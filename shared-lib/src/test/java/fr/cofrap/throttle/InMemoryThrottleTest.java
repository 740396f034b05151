package fr.cofrap.throttle;

final class InMemoryThrottleTest extends CodeThrottleContract {
  private final CodeThrottle throttle = new InMemoryThrottle();

  @Override
  protected CodeThrottle throttle() {
    return throttle;
  }
}
