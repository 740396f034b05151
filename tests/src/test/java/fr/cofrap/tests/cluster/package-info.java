/** What only a real Kubernetes cluster can show of the service that was deployed there. */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.cluster;
