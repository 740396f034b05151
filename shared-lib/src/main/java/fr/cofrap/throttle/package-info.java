/** Limits how many codes are verified, across all replicas. */
package fr.cofrap.throttle;
