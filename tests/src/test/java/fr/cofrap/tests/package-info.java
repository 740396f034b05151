/**
 * The promises of the service, proved from outside: one package for each promise. The tools that
 * check them (one-time codes, QR reader, JSON, the reading of the OpenAPI document) share no code
 * with the service.
 */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests;
