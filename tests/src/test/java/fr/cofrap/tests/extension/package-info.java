/** Who adds a function, to this service or to a repository of their own, finds that it works. */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.extension;
