/** The pages' image, as browsers and strangers see it. */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.pages;
