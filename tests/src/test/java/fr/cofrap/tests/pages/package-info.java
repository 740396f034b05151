/** The pages' image, asked as browsers and strangers ask it. */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.pages;
