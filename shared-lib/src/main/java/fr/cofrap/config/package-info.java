/** Settings from the environment and secrets from files, read once and checked at start. */
package fr.cofrap.config;
