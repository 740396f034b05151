/**
 * Stand-ins for the programs that a deployment runs (docker, k3d, kubectl, helm, …). What they
 * would change is kept in a {@link fr.cofrap.tests.deployment.world.World}, in the states that the
 * real programs leave behind.
 */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.deployment.world;
