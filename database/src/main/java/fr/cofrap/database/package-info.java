/** The schema's migrations and roles, and what applies them. */
package fr.cofrap.database;
