/**
 * A user with their own tools: authenticator, QR reader, memory of passwords. They share no code
 * with the service.
 */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.user;
