/**
 * Requests and responses of the functions, over HTTP; every response is checked against {@code
 * docs/openapi.yaml}.
 */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.api;
