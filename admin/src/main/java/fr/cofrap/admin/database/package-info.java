/** Prepares the service's database, and purges it daily. */
package fr.cofrap.admin.database;
