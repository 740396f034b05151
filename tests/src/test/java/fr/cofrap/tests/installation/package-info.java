/**
 * Where the service under test runs: on this machine, in containers, on OpenFaaS, or in a cluster.
 */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.installation;
