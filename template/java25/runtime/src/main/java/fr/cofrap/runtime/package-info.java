/** The server around a handler: HTTP outside, {@code com.openfaas:model} out. */
package fr.cofrap.runtime;
