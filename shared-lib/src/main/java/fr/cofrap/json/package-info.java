/** Strict JSON in, plain JSON out. */
package fr.cofrap.json;
