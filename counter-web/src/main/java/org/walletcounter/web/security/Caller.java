package org.walletcounter.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;

/** Who calls in this request, as {@link RecognisingCallers} has recognised them. */
@RequestScoped
public class Caller {

    /** The attribute of the request that holds the actor, for what looks at every request and needs nothing else of this. */
    public static final String ATTRIBUTE = "org.walletcounter.caller";

    @Inject
    HttpServletRequest request;

    /** The caller as an actor; refuses with NOT_SIGNED_IN when nobody is signed in. */
    public Actor actor() {
        return known().orElseThrow(() -> new CounterException(KernelError.NOT_SIGNED_IN));
    }

    /** The caller, if known. */
    public Optional<Actor> known() {
        return Optional.ofNullable((Actor) request.getAttribute(ATTRIBUTE));
    }
}
