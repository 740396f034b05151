/**
 * The service's parts in Docker, through Docker's own command line: networks, containers, images,
 * and what functions need besides them.
 */
@org.jspecify.annotations.NullMarked
package fr.cofrap.tests.docker;
