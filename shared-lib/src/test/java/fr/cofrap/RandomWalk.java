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

/** People who sign up, bind, log in and renew in any order, with all that they were ever handed. */
final class RandomWalk {
  private static final int NAMES = 4;
  private static final Password STRANGERS = new Password("A".repeat(24));

  private static final class Name {
    private final String text;
    private final ModelOfOneName model = new ModelOfOneName();
    private final List<Handed> handed = new ArrayList<>();
    private final List<Ticket> tickets = new ArrayList<>();
    private final Set<Integer> ended = new HashSet<>();
    private Optional<Integer> inForce = Optional.empty();

    private Name(String text) {
      this.text = text;
    }
  }

  /** A password, and every authenticator that was ever bound with it. */
  private record Handed(int set, Password password, List<Holder> holders) {}

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

  void run(int calls) {
    for (int call = 0; call < calls; call++) {
      int which = random.nextInt(NAMES);
      Name name = names.get(which);
      step(name);
      if (call % 50 == 0) {
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
      case 11 -> assertRejected(name, STRANGERS);
      case 12 -> fumble(name);
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
      name.handed.add(new Handed(sets, world.issued(outcome), new ArrayList<>()));
    }
  }

  private void renew(Name name) {
    if (name.tickets.isEmpty()) {
      return;
    }
    Ticket ticket = mostlyTheNewest(name.tickets);
    boolean good = name.model.takesTicket(ticket.set(), ticket.ticket().expiresAt(), world.now());
    RenewalOutcome outcome = world.renew(name.text, ticket.ticket());
    count("renew", outcome);
    assertThat(outcome instanceof RenewalOutcome.Issued).isEqualTo(good);
    if (good) {
      name.model.renew(++sets, world.now());
      name.handed.add(new Handed(sets, world.issued(outcome), new ArrayList<>()));
    }
  }

  private void bind(Name name) {
    if (name.handed.isEmpty()) {
      return;
    }
    Handed handed = mostlyTheNewest(name.handed);
    boolean pending = name.model.isPending(handed.set(), world.now());
    BindingOutcome outcome = world.bind(name.text, handed.password());
    count("generate-2fa", outcome);
    assertThat(outcome instanceof BindingOutcome.Bound).isEqualTo(pending);
    if (outcome instanceof BindingOutcome.Bound bound) {
      handed.holders().add(new Holder(world, name.text, handed.password(), bound.secret()));
    }
  }

  private void logIn(Name name) {
    if (name.handed.isEmpty()) {
      return;
    }
    Handed handed = mostlyTheNewest(name.handed);
    if (handed.holders().isEmpty()) {
      assertRejected(name, handed.password());
    } else {
      logIn(name, handed, digits(mostlyTheNewest(handed.holders())), random.nextInt(3) == 0);
    }
  }

  private void fumble(Name name) {
    if (!name.handed.isEmpty() && !name.handed.getLast().holders().isEmpty()) {
      Handed handed = name.handed.getLast();
      for (int wrong = random.nextInt(9); wrong > 0; wrong--) {
        logIn(name, handed, handed.holders().getLast().wrongDigits(), false);
      }
    }
  }

  private void assertRejected(Name name, Password password) {
    assertThat(world.logIn(name.text, password, Rfc6238.parsed("123456")))
        .isEqualTo(new LoginOutcome.Rejected());
  }

  private LoginOutcome logIn(Name name, Handed handed, String digits, boolean renew) {
    String expected =
        name.model.logIn(
            handed.set(), handed.holders().getLast().latestStepOf(digits), world.now());
    LoginOutcome outcome =
        renew
            ? world.logInToRenew(name.text, handed.password(), Rfc6238.parsed(digits))
            : world.logIn(name.text, handed.password(), Rfc6238.parsed(digits));
    count("authenticate-user", outcome);
    assertThat(outcome.getClass().getSimpleName()).isEqualTo(expected);
    switch (outcome) {
      case LoginOutcome.Authenticated authenticated -> {
        assertOnlySetInForce(name, handed.set());
        assertThat(authenticated.renewalTicket().isPresent()).isEqualTo(renew);
        authenticated.renewalTicket().ifPresent(t -> name.tickets.add(new Ticket(handed.set(), t)));
      }
      case LoginOutcome.Expired(RenewalTicket ticket) -> {
        assertOnlySetInForce(name, handed.set());
        name.tickets.add(new Ticket(handed.set(), ticket));
      }
      case LoginOutcome.Rejected rejected -> {}
      case LoginOutcome.Throttled throttled -> {}
    }
    return outcome;
  }

  /** Once another set has got in, those before it never do again. */
  private static void assertOnlySetInForce(Name name, int set) {
    assertThat(name.ended).doesNotContain(set);
    name.inForce.filter(before -> before != set).ifPresent(name.ended::add);
    name.inForce = Optional.of(set);
  }

  /** Whoever has credentials in force that are not disabled gets in once the throttle is off. */
  private void assertNotLockedOut(Name name) {
    if (name.inForce.isEmpty() || name.model.isDisabled()) {
      return;
    }
    world.clock.advance(Duration.ofMinutes(16));
    int set = name.inForce.get();
    Handed handed = name.handed.stream().filter(h -> h.set() == set).findFirst().orElseThrow();
    assertThat(logIn(name, handed, handed.holders().getLast().digits(0), false))
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

  private void count(String call, Object outcome) {
    outcomes.merge(call + " " + outcome.getClass().getSimpleName(), 1, Integer::sum);
  }
}
