/**
 * OpenFaaS' own programs on this machine: faas-cli, and the gateway with containers behind it. The
 * provider between them stands in for faas-netes, which needs a cluster.
 */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.openfaas;
