package fr.cofrap.login;

import fr.cofrap.recognition.ProvedPassword;
import fr.cofrap.totp.TimeStep;
import java.time.Instant;

/**
 * An attempt whose factors are both correct.
 *
 * @param step that the code belongs to; still to be used up
 * @param at when the attempt was made
 */
record ProvedAttempt(LoginAttempt attempt, ProvedPassword password, TimeStep step, Instant at) {}
