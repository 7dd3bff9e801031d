package org.walletcounter.web.api.vouchers;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.walletcounter.vouchers.Reminders;
import org.walletcounter.web.api.Customer;
import org.walletcounter.web.api.Problem;
import org.walletcounter.web.security.Caller;

/** Whether a customer follows a campaign. Done twice it is the same, so it needs no key. */
@Path("/me/vouchers/campaigns/{id}/follow")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "customer")
public class MyFollowsResource {

    @Inject
    Reminders reminders;

    @Inject
    Caller caller;

    /** Follows it. */
    @PUT
    @Operation(
            summary = "Follow a voucher campaign",
            description =
                    "Of what GET /me/vouchers shows as available or coming. I am reminded at most once each that it"
                            + " has opened, that few are left, and that it ends; not once I have had as many as one may have.")
    @APIResponse(responseCode = "204", description = "I follow it")
    @APIResponse(
            responseCode = "409",
            description = "I follow as many as one may",
            content =
                    @Content(
                            mediaType = Problem.TYPE,
                            examples = @ExampleObject(name = "too many", value = Examples.TOO_MANY_FOLLOWED)))
    @APIResponse(responseCode = "422", description = "It is paused or over, or I have had as many as one may have")
    public Response follow(@PathParam("id") UUID campaign) {
        reminders.follow(caller.actor(), Customer.id(caller.actor()), campaign);
        return Response.noContent().build();
    }

    /** Follows it no more. */
    @DELETE
    @Operation(summary = "Follow a voucher campaign no more")
    @APIResponse(responseCode = "204", description = "I do not follow it")
    public Response unfollow(@PathParam("id") UUID campaign) {
        reminders.unfollow(caller.actor(), Customer.id(caller.actor()), campaign);
        return Response.noContent().build();
    }
}
