/** Users, the sets of credentials they hold, and the port through which those are stored. */
package fr.cofrap.account;
