/** The flows that create credentials: sign-up, renewal, and binding the authenticator. */
package fr.cofrap.enrollment;
