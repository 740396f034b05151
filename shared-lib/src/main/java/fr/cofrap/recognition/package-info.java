/** Whose password this may be, told by its fingerprint, and whether it is, proved by its hash. */
package fr.cofrap.recognition;
