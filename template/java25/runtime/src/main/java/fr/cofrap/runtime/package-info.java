/** The server around a handler: HTTP in, {@code com.openfaas:model} out. */
package fr.cofrap.runtime;
