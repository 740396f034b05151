/** Adding a function works, in this repository and in a new one. */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.extension;
