/** Creating an account and renewing its credentials: the password, then the authenticator. */
package fr.cofrap.enrollment;
