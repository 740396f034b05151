/** What the images contain, and what they do when they run. */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.images;
