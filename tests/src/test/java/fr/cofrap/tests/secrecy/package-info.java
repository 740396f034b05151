/** What nobody learns: secrets from logs, or from a response which accounts exist. */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.secrecy;
