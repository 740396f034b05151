/** Logs reveal no secrets, and responses do not reveal which accounts exist. */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.secrecy;
