package fr.cofrap.enrollment;

/**
 * Who may sign up.
 *
 * @param open whether anyone may; renewals do not depend on it
 * @param perSource sign-ups that one replica accepts from one source per minute; at least 1
 * @param perMinute sign-ups that all replicas accept together per minute; at least 1
 */
public record SignUpRules(boolean open, int perSource, int perMinute) {}
