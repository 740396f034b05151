/** Processes: the functions', and how programs are run. */
package fr.cofrap.devstack.process;
