package org.walletcounter.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.merchants.MerchantError;
import org.walletcounter.merchants.SignInAttempts;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.evidence.PasswordGuessEvidence;

/**
 * Compares passwords of staff, few wrong ones at a time. The server's security domain compares (Elytron's JDBC realm), the
 * merchants module counts.
 */
@ApplicationScoped
class StaffPasswords {

    @Inject
    SignInAttempts attempts;

    /**
     * Whether a password is that of a user name. The answer takes as long for a name that nobody has.
     *
     * @param known whether somebody has the name
     * @throws CounterException {@link MerchantError#SIGN_IN_LOCKED}, before the password is looked at
     */
    boolean match(String username, String password, String address, boolean known) {
        UUID attempt = attempts.begin(username, address);
        boolean right;
        try {
            right = compare(username, password);
        } catch (RuntimeException undecided) {
            attempts.withdraw(attempt);
            throw undecided;
        }
        if (right) {
            attempts.succeed(username);
        }
        return known ? right : attempts.matchesNobody(password);
    }

    private static boolean compare(String username, String password) {
        try {
            SecurityDomain.getCurrent().authenticate(username, new PasswordGuessEvidence(password.toCharArray()));
            return true;
        } catch (RealmUnavailableException unavailable) {
            throw new IllegalStateException("The security realm does not answer.", unavailable);
        } catch (SecurityException wrong) {
            return false;
        }
    }
}
