/** Authenticated encryption at rest, with keys that can rotate while the functions run. */
package fr.cofrap.sealing;
