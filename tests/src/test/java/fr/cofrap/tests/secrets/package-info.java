/**
 * {@code sealed-secrets/seal} and {@code rotate}, with the real kubeseal and a cluster that is kept
 * in memory: what is sealed, kept, replaced and refused, and that no pod ever meets what it cannot
 * read.
 */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.secrets;
