/** Where a request came from, as far as the proxies in front can be trusted to say so. */
package fr.cofrap.source;
