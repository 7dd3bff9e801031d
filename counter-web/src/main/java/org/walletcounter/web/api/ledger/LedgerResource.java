package org.walletcounter.web.api.ledger;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.Finding;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.web.api.Findings;
import org.walletcounter.web.security.Caller;

/** Checks of the books. */
@Path("/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "back-office")
public class LedgerResource {

    private static final Set<String> MAY_CHECK = Set.of("manager", "administrator");

    @Inject
    Ledger ledger;

    @Inject
    Caller caller;

    /** Looks at every promise of the books now; no finding is the only good answer. */
    @GET
    @Path("/check")
    @Operation(
            summary = "Check the books: every balance, every journal, every hold",
            description = "The books of all merchants. One check runs at a time; who comes meanwhile gets 409"
                    + " ledger.CHECK_RUNNING. At which account or journal a promise is broken, administrators are told;"
                    + " managers, which promise.")
    public Check check() {
        String role = caller.actor().role();
        if (!MAY_CHECK.contains(role)) {
            throw new CounterException(KernelError.ROLE_MAY_NOT);
        }
        return new Check(Findings.told(role, ledger.check()));
    }

    /** What was found. */
    public record Check(List<Finding> findings) {}
}
