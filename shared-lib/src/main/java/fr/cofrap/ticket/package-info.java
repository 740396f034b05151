/** Renewal tickets: proof that somebody had both factors of a set of credentials just now. */
package fr.cofrap.ticket;
