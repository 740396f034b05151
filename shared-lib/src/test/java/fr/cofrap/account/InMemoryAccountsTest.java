package fr.cofrap.account;

import fr.cofrap.throttle.CodeThrottle;
import fr.cofrap.throttle.InMemoryThrottle;

final class InMemoryAccountsTest extends AccountsContract {
  private final InMemoryThrottle throttle = new InMemoryThrottle();
  private final Accounts accounts = new InMemoryAccounts(throttle::isDisabled);

  @Override
  protected Accounts accounts() {
    return accounts;
  }

  @Override
  protected CodeThrottle throttle() {
    return throttle;
  }
}
