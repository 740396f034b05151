/** What goes wrong around the functions: database, secrets, settings. */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.outage;
