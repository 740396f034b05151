/** The trail of decisions: one line each on standard output. */
package fr.cofrap.audit;
