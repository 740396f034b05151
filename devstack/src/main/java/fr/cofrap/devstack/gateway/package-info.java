/** What OpenFaaS' gateway is to clients, with the pages on the same origin. */
package fr.cofrap.devstack.gateway;
