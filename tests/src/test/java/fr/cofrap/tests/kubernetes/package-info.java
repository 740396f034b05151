/** The Kubernetes cluster of kubectl's current context, through kubectl. */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.kubernetes;
