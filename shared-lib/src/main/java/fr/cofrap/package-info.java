/**
 * Credentials that are generated, bound to an authenticator, verified and renewed.
 *
 * <p>A request goes from a function's handler, an {@code http} endpoint, to a flow in {@code
 * enrollment} or {@code login}, and from there to the domain: {@code account}, {@code password},
 * {@code recognition}, {@code totp}, {@code ticket}, {@code keys}, {@code sealing}, {@code source}
 * and {@code audit}. {@code http}, {@code jdbc}, {@code json}, {@code qr} and {@code config} are
 * adapters. {@link fr.cofrap.Wiring} creates the parts, and each function composes its own flow
 * from them.
 */
package fr.cofrap;
