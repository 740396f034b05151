/** The operators' program, {@code cofrap}: one class for each group of commands. */
package fr.cofrap.admin;
