/** What two replicas may do at the same time, and what they must not. */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.races;
