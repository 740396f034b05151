/** An account from its sign-up to its renewal. */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.life;
