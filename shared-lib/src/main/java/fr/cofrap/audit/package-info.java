/** What the flows decided and why, as one stream of events with any number of listeners. */
package fr.cofrap.audit;
