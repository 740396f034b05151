/** Renewal tickets: proof that someone has just logged in with both factors of a credential set. */
package fr.cofrap.ticket;
