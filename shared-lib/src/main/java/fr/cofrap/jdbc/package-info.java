/** The accounts and the throttle in PostgreSQL, by plain JDBC. */
package fr.cofrap.jdbc;
