/** The accounts and the throttle in PostgreSQL, with plain JDBC. */
package fr.cofrap.jdbc;
