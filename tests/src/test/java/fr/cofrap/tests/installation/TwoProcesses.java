package fr.cofrap.tests.installation;

import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.user.Person;
import java.util.List;

/** Two processes of one function, without a gateway; they share nothing but the database. */
public record TwoProcesses(List<Api> apis) {
  public Person first(Person person) {
    return person.using(apis.getFirst());
  }

  public Person second(Person person) {
    return person.using(apis.getLast());
  }
}
