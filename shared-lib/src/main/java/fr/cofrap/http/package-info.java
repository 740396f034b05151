/** The HTTP contract: what a request must be, and how outcomes are answered. */
package fr.cofrap.http;
