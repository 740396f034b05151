package fr.cofrap.login;

final class InMemoryThrottleTest extends CodeThrottleContract {
  private final CodeThrottle throttle = new InMemoryThrottle();

  @Override
  protected CodeThrottle throttle() {
    return throttle;
  }
}
