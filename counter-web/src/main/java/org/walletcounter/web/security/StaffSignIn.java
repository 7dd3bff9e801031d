package org.walletcounter.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.merchants.MerchantError;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.StaffView;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.evidence.PasswordGuessEvidence;

/**
 * Signs staff in and out. The server's security domain checks the password (Elytron's JDBC realm, which also slows down
 * guessing); the HTTP session then remembers only the user name, so that a changed role or a departure counts at once.
 */
@ApplicationScoped
public class StaffSignIn {

    private static final String USERNAME = "org.walletcounter.staff";

    @Inject
    Merchants merchants;

    /**
     * Signs in and gives the member of staff. The session gets a new id.
     *
     * @throws CounterException {@link MerchantError#SIGN_IN_FAILED}, for whichever reason
     */
    public StaffView signIn(HttpServletRequest request, String username, String password) {
        if (!passwordMatches(username, password)) {
            throw new CounterException(MerchantError.SIGN_IN_FAILED);
        }
        StaffView staff =
                merchants.staffNamed(username).orElseThrow(() -> new CounterException(MerchantError.SIGN_IN_FAILED));
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        session.setAttribute(USERNAME, username);
        request.setAttribute(Caller.ATTRIBUTE, actor(staff));
        return staff;
    }

    /** Ends the session on the server. */
    public void signOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** The member of staff who is signed in, if somebody is and still may. */
    public Optional<StaffView> staff(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        @Nullable Object username = session == null ? null : session.getAttribute(USERNAME);
        return username == null ? Optional.empty() : merchants.staffNamed((String) username);
    }

    static Actor actor(StaffView staff) {
        return new Actor("staff:" + staff.id(), staff.name(), staff.role(), staff.merchantId(), staff.storeId());
    }

    private static boolean passwordMatches(String username, String password) {
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
