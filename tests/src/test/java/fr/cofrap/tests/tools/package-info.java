/** Programs that only tests need, in the versions that the tests are made for. */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.tools;
