package fr.cofrap.tests.load.floods;

/** Users, and what was sent beside them. */
record Side(Samples users, Samples flood) {}
