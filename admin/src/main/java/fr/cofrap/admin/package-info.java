/** The schema's migrations and roles, what applies them, and the daily purge. */
package fr.cofrap.admin;
