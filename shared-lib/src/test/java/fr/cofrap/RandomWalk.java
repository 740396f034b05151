package fr.cofrap;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.enrollment.BindingOutcome;
import fr.cofrap.enrollment.RenewalOutcome;
import fr.cofrap.enrollment.SignUpOutcome;
import fr.cofrap.login.LoginOutcome;
import fr.cofrap.password.Password;
import fr.cofrap.ticket.RenewalTicket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Users who sign up, bind, log in and renew in random order, and use old credentials as well as new
 * ones.
 */
final class RandomWalk {
  private static final int NAMES = 4;
  private static final Password UNISSUED = new Password("A".repeat(24));

  private static final class Name {
    private final String text;
    private final AccountModel model = new AccountModel();
    private final List<Issued> issued = new ArrayList<>();
    private final List<Ticket> tickets = new ArrayList<>();
    private final Set<Integer> ended = new HashSet<>();
    private Optional<Integer> inForce = Optional.empty();

    private Name(String text) {
      this.text = text;
    }
  }

  /** A password, and every authenticator ever bound with it. */
  private record Issued(int set, Password password, List<Holder> holders) {}

  private record Ticket(int set, RenewalTicket ticket) {}

  private final Random random;
  private final World world;
  private final Map<String, Integer> outcomes;
  private final List<Name> names = new ArrayList<>();
  private int usernames;
  private int sets;

  RandomWalk(long seed, Map<String, Integer> outcomes) {
    this.outcomes = outcomes;
    random = new Random(seed);
    world = new World("P6M", 1_000_000, seed);
    for (int i = 0; i < NAMES; i++) {
      names.add(new Name("user" + ++usernames));
    }
  }

  void run(int requests) {
    for (int request = 0; request < requests; request++) {
      int which = random.nextInt(NAMES);
      Name name = names.get(which);
      step(name);
      if (request % 50 == 0) {
        assertNotLockedOut(name);
      }
      if (random.nextInt(name.model.isDisabled() ? 20 : 400) == 0) {
        names.set(which, new Name("user" + ++usernames));
      }
    }
  }

  private void step(Name name) {
    switch (random.nextInt(20)) {
      case 0, 1 -> signUp(name);
      case 2, 3, 4 -> bind(name);
      case 5, 6 -> renew(name);
      case 7, 8, 9, 10 -> world.clock.advance(Duration.ofSeconds(someSeconds()));
      case 11 -> assertRejected(name, UNISSUED);
      case 12 -> enterWrongCodes(name);
      default -> logIn(name);
    }
  }

  private int someSeconds() {
    int aroundTheLimit = random.nextInt(-1, 2);
    return switch (random.nextInt(60)) {
      case 0 -> 190 * 86_400;
      case 1 -> 86_400 + aroundTheLimit;
      case 2, 3, 4, 5 -> 900 + aroundTheLimit;
      case 6, 7 -> 600 + aroundTheLimit;
      case 8 -> random.nextInt(86_400);
      default -> random.nextInt(61);
    };
  }

  private void signUp(Name name) {
    boolean free = name.model.isFree(world.now());
    SignUpOutcome outcome = world.signUp(name.text);
    count("generate-password", outcome);
    assertThat(outcome instanceof SignUpOutcome.Issued).isEqualTo(free);
    if (free) {
      name.model.signUp(++sets, world.now());
      name.issued.add(new Issued(sets, world.issued(outcome), new ArrayList<>()));
    }
  }

  private void renew(Name name) {
    if (name.tickets.isEmpty()) {
      return;
    }
    Ticket ticket = mostlyTheNewest(name.tickets);
    boolean valid =
        name.model.acceptsTicket(ticket.set(), ticket.ticket().expiresAt(), world.now());
    RenewalOutcome outcome = world.renew(name.text, ticket.ticket());
    count("renew", outcome);
    assertThat(outcome instanceof RenewalOutcome.Issued).isEqualTo(valid);
    if (valid) {
      name.model.renew(++sets, world.now());
      name.issued.add(new Issued(sets, world.issued(outcome), new ArrayList<>()));
    }
  }

  private void bind(Name name) {
    if (name.issued.isEmpty()) {
      return;
    }
    Issued issued = mostlyTheNewest(name.issued);
    boolean pending = name.model.isPending(issued.set(), world.now());
    BindingOutcome outcome = world.bind(name.text, issued.password());
    count("generate-2fa", outcome);
    assertThat(outcome instanceof BindingOutcome.Bound).isEqualTo(pending);
    if (outcome instanceof BindingOutcome.Bound bound) {
      issued.holders().add(new Holder(world, name.text, issued.password(), bound.secret()));
    }
  }

  private void logIn(Name name) {
    if (name.issued.isEmpty()) {
      return;
    }
    Issued issued = mostlyTheNewest(name.issued);
    if (issued.holders().isEmpty()) {
      assertRejected(name, issued.password());
    } else {
      logIn(name, issued, digits(mostlyTheNewest(issued.holders())), random.nextInt(3) == 0);
    }
  }

  private void enterWrongCodes(Name name) {
    if (!name.issued.isEmpty() && !name.issued.getLast().holders().isEmpty()) {
      Issued issued = name.issued.getLast();
      for (int wrong = random.nextInt(9); wrong > 0; wrong--) {
        logIn(name, issued, issued.holders().getLast().wrongDigits(), false);
      }
    }
  }

  private void assertRejected(Name name, Password password) {
    assertThat(world.logIn(name.text, password, Rfc6238.parsed("123456")))
        .isEqualTo(new LoginOutcome.Rejected());
  }

  private LoginOutcome logIn(Name name, Issued issued, String digits, boolean renew) {
    String expected =
        name.model.logIn(
            issued.set(), issued.holders().getLast().latestStepOf(digits), world.now());
    LoginOutcome outcome =
        renew
            ? world.logInToRenew(name.text, issued.password(), Rfc6238.parsed(digits))
            : world.logIn(name.text, issued.password(), Rfc6238.parsed(digits));
    count("authenticate-user", outcome);
    assertThat(outcome.getClass().getSimpleName()).isEqualTo(expected);
    switch (outcome) {
      case LoginOutcome.Authenticated authenticated -> {
        assertOnlySetInForce(name, issued.set());
        assertThat(authenticated.renewalTicket().isPresent()).isEqualTo(renew);
        authenticated.renewalTicket().ifPresent(t -> name.tickets.add(new Ticket(issued.set(), t)));
      }
      case LoginOutcome.Expired(RenewalTicket ticket) -> {
        assertOnlySetInForce(name, issued.set());
        name.tickets.add(new Ticket(issued.set(), ticket));
      }
      case LoginOutcome.Rejected rejected -> {}
      case LoginOutcome.Throttled throttled -> {}
    }
    return outcome;
  }

  /** Once another set has logged in, the earlier ones never can again. */
  private static void assertOnlySetInForce(Name name, int set) {
    assertThat(name.ended).doesNotContain(set);
    name.inForce.filter(before -> before != set).ifPresent(name.ended::add);
    name.inForce = Optional.of(set);
  }

  /**
   * A user whose credentials are in force and not disabled can log in once the throttle has lapsed.
   */
  private void assertNotLockedOut(Name name) {
    if (name.inForce.isEmpty() || name.model.isDisabled()) {
      return;
    }
    world.clock.advance(Duration.ofMinutes(16));
    int set = name.inForce.get();
    Issued issued = name.issued.stream().filter(h -> h.set() == set).findFirst().orElseThrow();
    assertThat(logIn(name, issued, issued.holders().getLast().digits(0), false))
        .isInstanceOfAny(LoginOutcome.Authenticated.class, LoginOutcome.Expired.class);
  }

  private String digits(Holder holder) {
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> holder.wrongDigits();
      case 3 -> holder.digits(-1);
      case 4 -> holder.digits(1);
      case 5 -> holder.digits(random.nextInt(-3, 4));
      default -> holder.digits(0);
    };
  }

  private <T> T mostlyTheNewest(List<T> all) {
    int back = random.nextInt(3) == 0 ? random.nextInt(all.size()) : 0;
    return all.get(all.size() - 1 - back);
  }

  private void count(String request, Object outcome) {
    outcomes.merge(request + " " + outcome.getClass().getSimpleName(), 1, Integer::sum);
  }
}
