/**
 * What {@code script/test openfaas} puts around the real gateway: a provider that tells it where
 * the functions are, and callers. Programs of the JDK alone, started from their sources.
 */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.openfaas;
