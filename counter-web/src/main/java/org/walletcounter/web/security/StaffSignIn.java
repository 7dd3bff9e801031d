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
import org.walletcounter.kernel.KernelError;
import org.walletcounter.merchants.MerchantError;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.StaffAccess;
import org.walletcounter.merchants.StaffView;

/**
 * Signs staff in and out. The HTTP session remembers only the user name, so that a changed role or a departure counts at
 * once, and the moment of the password, so that a new password ends every session that began with an older one.
 */
@ApplicationScoped
public class StaffSignIn {

    private static final String USERNAME = "org.walletcounter.staff";
    private static final String PASSWORD_SET = "org.walletcounter.staff.password-set";

    @Inject
    Merchants merchants;

    @Inject
    StaffPasswords passwords;

    /**
     * Signs in and gives the member of staff. The session gets a new id.
     *
     * @throws CounterException {@link MerchantError#SIGN_IN_FAILED}, for whichever reason; {@link MerchantError#SIGN_IN_LOCKED}
     *     after too many failures
     */
    public StaffView signIn(HttpServletRequest request, String username, String password) {
        // Looked up before the password is checked: one that is set in between ends this session too.
        Optional<StaffAccess> found = merchants.staffSigningIn(username);
        if (!passwords.match(username, password, Places.of(request), found.isPresent())) {
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
     * Sets somebody else's password. All sessions of that person end.
     *
     * @throws CounterException {@link MerchantError#OWN_PASSWORD}: whoever comes by an unattended screen must not take its
     *     owner over
     */
    public void setPassword(Actor actor, UUID staffId, String password) {
        if (isSelf(actor, staffId)) {
            throw new CounterException(MerchantError.OWN_PASSWORD);
        }
        merchants.setPassword(actor, staffId, password);
    }

    /**
     * Sets the password of who is signed in and knows the current one. All other sessions of that person end; this one goes
     * on and gets a new id, so that it ends for whoever may have got hold of the old one.
     *
     * @throws CounterException {@link MerchantError#CURRENT_PASSWORD_WRONG}; {@link MerchantError#SIGN_IN_LOCKED} after too many
     *     failures, with which failed sign-ins are counted
     */
    public void setOwnPassword(HttpServletRequest request, String current, String wanted) {
        StaffView self = staff(request).orElseThrow(() -> new CounterException(KernelError.NOT_SIGNED_IN));
        if (!passwords.match(self.username(), current, Places.of(request), true)) {
            throw CounterException.at("current", MerchantError.CURRENT_PASSWORD_WRONG);
        }
        Instant moment = merchants.setPassword(actor(self), self.id(), wanted);
        request.changeSessionId();
        request.getSession().setAttribute(PASSWORD_SET, moment);
    }

    /** Whether somebody is that member of staff. */
    public static boolean isSelf(Actor actor, UUID staffId) {
        return actor.id().equals(id(staffId));
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
}
