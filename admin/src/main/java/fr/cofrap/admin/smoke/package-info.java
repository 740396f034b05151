/** Uses a running service as a new user would, and stands in for an authenticator app. */
package fr.cofrap.admin.smoke;
