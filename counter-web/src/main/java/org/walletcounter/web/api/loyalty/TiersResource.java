package org.walletcounter.web.api.loyalty;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.loyalty.LoyaltyError;
import org.walletcounter.loyalty.TierPreview;
import org.walletcounter.loyalty.TierScheme;
import org.walletcounter.loyalty.Tiers;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.security.Caller;

/** Tiers. */
@Path("/tiers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "back-office")
public class TiersResource {

    @Inject
    Tiers tiers;

    @Inject
    Caller caller;

    /** The rules. */
    @GET
    @Operation(summary = "The tiers and how members rise and fall")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "tiers", value = Examples.TIERS)))
    public TierScheme scheme() {
        return tiers.scheme(caller.actor()).orElseThrow(() -> new CounterException(LoyaltyError.NO_SUCH_TIER));
    }

    /** Sets the rules. */
    @PUT
    @Operation(summary = "Set the tiers", description = "All members are looked at anew within a minute.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "tiers", value = Examples.TIERS)))
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "tiers", value = Examples.TIERS)))
    public TierScheme save(String body) {
        return tiers.save(caller.actor(), Reading.tiers(JsonBody.of(body)));
    }

    /** What other rules would do. */
    @POST
    @Path("/preview")
    @Operation(
            summary = "What these tiers would do to the members there are",
            description = "Changes nothing, so it needs no key.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "tiers", value = Examples.TIERS)))
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "preview", value = Examples.TIER_PREVIEW)))
    public TierPreview preview(String body) {
        return tiers.preview(caller.actor(), Reading.tiers(JsonBody.of(body)));
    }
}
