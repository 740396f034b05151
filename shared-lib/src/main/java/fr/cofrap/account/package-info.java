/** Users, the sets of credentials they hold, and the port through which they are stored. */
package fr.cofrap.account;
