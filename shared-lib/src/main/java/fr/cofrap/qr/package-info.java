/** QR codes as PNG images, without {@code java.desktop}. */
package fr.cofrap.qr;
