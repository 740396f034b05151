/** Rings of 256-bit keys, as their files store them, and how they rotate. */
package fr.cofrap.keys;
