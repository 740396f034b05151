/**
 * {@code ./start_full_demo.sh k3d} and {@code cluster}: which commands they run, in which order,
 * what they say, and what a kill at any command leaves. With stand-ins for the programs that change
 * something outside of the repository.
 */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.deployment;
