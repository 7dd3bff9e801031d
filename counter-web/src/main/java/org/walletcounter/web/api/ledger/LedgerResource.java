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
import org.walletcounter.web.security.Caller;

/** Checks of the books. */
@Path("/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "back-office")
public class LedgerResource {

    private static final String ADMINISTRATOR = "administrator";

    private static final Set<String> MAY_CHECK = Set.of("manager", ADMINISTRATOR);

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
                    + " kernel.COMMAND_IN_FLIGHT. At which account or journal a promise is broken, administrators are told;"
                    + " managers, which promise.")
    public Check check() {
        String role = caller.actor().role();
        if (!MAY_CHECK.contains(role)) {
            throw new CounterException(KernelError.ROLE_MAY_NOT);
        }
        return new Check(told(role, ledger.check()));
    }

    /** A manager keeps the books of one merchant; what is found may be another's. */
    static List<Finding> told(String role, List<Finding> found) {
        return role.equals(ADMINISTRATOR)
                ? found
                : found.stream()
                        .map(each -> new Finding(each.invariant(), "", ""))
                        .toList();
    }

    /** What was found. */
    public record Check(List<Finding> findings) {}
}
