/** One stranger's sign-ups do not keep anybody else from signing up. */
@NullMarked
package fr.cofrap.tests.sources;

import org.jspecify.annotations.NullMarked;
