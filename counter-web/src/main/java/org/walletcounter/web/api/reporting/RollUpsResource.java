package org.walletcounter.web.api.reporting;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.ledger.Finding;
import org.walletcounter.reporting.RollUps;
import org.walletcounter.reporting.RollUpsView;
import org.walletcounter.web.api.Commands;
import org.walletcounter.web.api.Language;
import org.walletcounter.web.security.Caller;

/** The sums behind board and reports, for administrators. */
@Path("/roll-ups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "back office")
public class RollUpsResource {

    @Inject
    RollUps rollUps;

    @Inject
    Commands commands;

    @Inject
    Caller caller;

    /** How far they are. */
    @GET
    @Operation(summary = "What waits to be rolled up, and how the last making again went")
    public RollUpsView state() {
        return rollUps.state(caller.actor());
    }

    /** Holds them against the books now; no finding is the only good answer. */
    @GET
    @Path("/check")
    @Operation(summary = "Hold the roll-ups against the books; reads everything, so it takes minutes on a long history")
    public Check check() {
        return new Check(rollUps.check(caller.actor()));
    }

    /** Makes them again from the books, in the background. */
    @POST
    @Path("/rebuild")
    @Operation(summary = "Make the roll-ups again from the books")
    @APIResponse(responseCode = "202", description = "Begun; look at it with GET /roll-ups")
    public Response rebuild(@HeaderParam("Idempotency-Key") @Nullable String key, @Context HttpHeaders headers) {
        Actor actor = caller.actor();
        CommandKey command = commands.key(actor, key, "roll-ups/rebuild");
        return commands.run(command, 202, Language.of(headers), () -> {
            rollUps.rebuild(actor);
            return rollUps.state(actor);
        });
    }

    /** What was found. */
    public record Check(List<Finding> findings) {}
}
