/** Every response is one that {@code docs/openapi.yaml} describes, whatever the request. */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.contract;
