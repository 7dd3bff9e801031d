package org.walletcounter.web.api.loyalty;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.loyalty.Adjustment;
import org.walletcounter.loyalty.PointsProgrammes;
import org.walletcounter.web.api.Items;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.security.Caller;

/** Corrections of points that wait for a second person. */
@Path("/points-adjustments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "back-office")
public class PointsAdjustmentsResource {

    @Inject
    PointsProgrammes programmes;

    @Inject
    Doing doing;

    @Inject
    Caller caller;

    /** The requests. */
    @GET
    @Operation(summary = "Requests for corrections of points, newest first")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "requests",
                                            value = Examples.LIST + Examples.ADJUSTMENT + Examples.END)))
    public Items<Adjustment> all(
            @QueryParam("open") @DefaultValue("false") boolean open,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return Items.of(programmes.adjustments(caller.actor(), open, after, limit));
    }

    /** Decides. */
    @POST
    @Path("/{id}/decision")
    @Operation(summary = "Approve or decline a correction; not by who asked for it")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "approve", value = "{\"approve\":true}")))
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "decided", value = Examples.ADJUSTMENT)))
    public Response decide(@PathParam("id") UUID id, @HeaderParam(Doing.KEY) @Nullable String key, String body) {
        boolean approve = JsonBody.of(body).truth("approve");
        Actor actor = caller.actor();
        return doing.run(key, 200, "POST decision " + id + approve, () -> programmes.decide(actor, id, approve));
    }
}
