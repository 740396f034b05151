/** The real stack on one machine: PostgreSQL, the functions, the gateway's routes, the frontend. */
package fr.cofrap.devstack;
