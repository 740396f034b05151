/** What two replicas may do at the same moment, and what they may not. */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.races;
