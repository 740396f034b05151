/** The function. Its handler is always named {@code Handler}. */
package com.openfaas.function;
