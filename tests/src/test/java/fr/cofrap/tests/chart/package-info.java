/** The Helm chart: what its manifests promise, whatever the values, and which values it refuses. */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.chart;
