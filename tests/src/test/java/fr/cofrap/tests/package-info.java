/**
 * The contract, proved over HTTP against the running one-machine stack, with tools of its own: its
 * codes, its QR reader, its JSON and its reading of the OpenAPI document share nothing with what
 * they judge.
 */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests;
