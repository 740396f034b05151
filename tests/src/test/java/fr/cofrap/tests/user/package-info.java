/**
 * A user with their own tools: authenticator, QR reader and password store, which share no code
 * with the service.
 */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.user;
