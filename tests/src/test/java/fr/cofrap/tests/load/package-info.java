/** More requests than the service can serve. */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.load;
