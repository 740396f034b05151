/** A PostgreSQL server, and the service's database on it. */
package fr.cofrap.devstack.postgres;
