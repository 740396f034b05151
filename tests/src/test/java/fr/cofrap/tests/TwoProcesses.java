package fr.cofrap.tests;

import java.util.List;

/** Two processes of one function, each called straight; they share nothing but the database. */
record TwoProcesses(List<Api> apis) {
  Person first(Person person) {
    return person.using(apis.getFirst());
  }

  Person second(Person person) {
    return person.using(apis.getLast());
  }
}
