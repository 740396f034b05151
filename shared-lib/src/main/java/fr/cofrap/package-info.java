/**
 * Credentials that are generated, enrolled, verified and renewed.
 *
 * <p>The way of a call: {@code http} → a flow in {@code enrollment} or {@code login} → the domain
 * ({@code account}, {@code password}, {@code totp}, {@code ticket}, {@code keys}, {@code sealing}).
 * {@code jdbc}, {@code json}, {@code qr} and {@code config} are adapters; {@link fr.cofrap.Wiring}
 * joins them.
 */
package fr.cofrap;
