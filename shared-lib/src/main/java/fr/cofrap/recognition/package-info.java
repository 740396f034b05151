/** Finds out by its fingerprint whose password this may be, and proves by its hash that it is. */
package fr.cofrap.recognition;
