/** Reads the JSON of requests, strictly. */
package fr.cofrap.json;
