/** More requests than the service can handle. */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.load;
