/**
 * Stand-ins for programs that scripts run. Each is a few lines of shell, which are quick to start;
 * what they do is decided by the test, in its own JVM.
 */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.standin;
