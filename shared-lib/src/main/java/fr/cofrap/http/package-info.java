/** The HTTP contract: what a request must be, and how outcomes become responses. */
package fr.cofrap.http;
