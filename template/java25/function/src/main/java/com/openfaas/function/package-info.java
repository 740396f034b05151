/** The function: its handler is always called {@code Handler}. */
package com.openfaas.function;
