package org.walletcounter.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.merchants.MerchantError;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.StaffAccess;
import org.walletcounter.merchants.StaffView;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.evidence.PasswordGuessEvidence;

/**
 * Signs staff in and out. The server's security domain checks the password (Elytron's JDBC realm, which also slows down
 * guessing); the HTTP session then remembers only the user name, so that a changed role or a departure counts at once, and
 * the moment of the password, so that a new password ends every session that began with an older one.
 */
@ApplicationScoped
public class StaffSignIn {

    private static final String USERNAME = "org.walletcounter.staff";
    private static final String PASSWORD_SET = "org.walletcounter.staff.password-set";

    @Inject
    Merchants merchants;

    /**
     * Signs in and gives the member of staff. The session gets a new id.
     *
     * @throws CounterException {@link MerchantError#SIGN_IN_FAILED}, for whichever reason
     */
    public StaffView signIn(HttpServletRequest request, String username, String password) {
        // Looked up before the password is checked: one that is set in between ends this session too.
        Optional<StaffAccess> found = merchants.staffSigningIn(username);
        if (!passwordMatches(username, password)) {
            throw new CounterException(MerchantError.SIGN_IN_FAILED);
        }
        StaffAccess access = found.orElseThrow(() -> new CounterException(MerchantError.SIGN_IN_FAILED));
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        session.setAttribute(USERNAME, username);
        session.setAttribute(PASSWORD_SET, access.passwordSet());
        request.setAttribute(Caller.ATTRIBUTE, actor(access.staff()));
        return access.staff();
    }

    /**
     * Sets a password; everybody their own, an administrator anybody's. All sessions of that person end. Who sets their own
     * goes on in this one; it gets a new id, so that it ends for whoever may have got hold of the old one.
     */
    public void setPassword(HttpServletRequest request, Actor actor, UUID staffId, String password) {
        Instant moment = merchants.setPassword(actor, staffId, password);
        HttpSession session = request.getSession(false);
        if (session != null && actor.id().equals(id(staffId))) {
            request.changeSessionId();
            session.setAttribute(PASSWORD_SET, moment);
        }
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
        if (session == null) {
            return Optional.empty();
        }
        // A session without the moment began before moments were kept: nobody knows with which password.
        if (session.getAttribute(USERNAME) instanceof String username
                && session.getAttribute(PASSWORD_SET) instanceof Instant moment) {
            return admitted(username, moment);
        }
        return Optional.empty();
    }

    /** Whether who is signed in now still is, and as the same, whenever it is asked. */
    BooleanSupplier staying(HttpServletRequest request, Actor actor) {
        HttpSession session = request.getSession(false);
        if (session != null
                && session.getAttribute(USERNAME) instanceof String username
                && session.getAttribute(PASSWORD_SET) instanceof Instant moment) {
            return () -> lives(session)
                    && admitted(username, moment)
                            .map(StaffSignIn::actor)
                            .filter(actor::equals)
                            .isPresent();
        }
        return () -> false;
    }

    private Optional<StaffView> admitted(String username, Instant moment) {
        return merchants
                .staffNamed(username)
                .filter(access -> access.admits(moment))
                .map(StaffAccess::staff);
    }

    private static boolean lives(HttpSession session) {
        try {
            session.getCreationTime();
            return true;
        } catch (IllegalStateException ended) {
            return false;
        }
    }

    static Actor actor(StaffView staff) {
        return new Actor(id(staff.id()), staff.name(), staff.role(), staff.merchantId(), staff.storeId());
    }

    private static String id(UUID staffId) {
        return "staff:" + staffId;
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
