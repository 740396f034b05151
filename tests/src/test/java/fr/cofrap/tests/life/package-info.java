/** The life of an account, from sign-up to renewal. */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.life;
