/**
 * Measures what floods of failing logins cost the users who log in meanwhile. Not tests: they
 * depend on the machine. {@code script/test floods} runs them.
 */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.load.floods;
