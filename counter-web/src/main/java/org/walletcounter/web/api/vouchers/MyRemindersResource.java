package org.walletcounter.web.api.vouchers;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Page;
import org.walletcounter.vouchers.Reminder;
import org.walletcounter.vouchers.Reminders;
import org.walletcounter.web.api.Customer;
import org.walletcounter.web.security.Caller;

/** What a customer was reminded of: always themselves, never an id of somebody. */
@Path("/me/reminders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "customer")
public class MyRemindersResource {

    @Inject
    Reminders reminders;

    @Inject
    Caller caller;

    /** Mine. */
    @GET
    @Operation(
            summary =
                    "What I was reminded of in the last thirty days, newest first, and how much of it I have not seen",
            description =
                    "OPENED, FEW_LEFT and ENDING are about a campaign that I follow, EXPIRING is about a voucher of"
                            + " mine (voucherId). From until on it helps nobody any more.")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "mine", value = Examples.REMINDERS)))
    public Mine mine(@QueryParam("after") @Nullable String after, @QueryParam("limit") @DefaultValue("20") int limit) {
        Actor actor = caller.actor();
        UUID me = Customer.id(actor);
        Page<Reminder> page = reminders.of(actor, me, after, limit);
        return new Mine(page.items(), page.after(), reminders.unseen(actor, me));
    }

    /**
     * A page of reminders.
     *
     * @param unseen how many in all have not been seen
     */
    public record Mine(List<Reminder> items, @Nullable String after, long unseen) {}

    /** I have seen one. Done twice it is the same, so it needs no key. */
    @PUT
    @Path("/{id}/seen")
    @Operation(summary = "I have seen a reminder; it does not come as a text message any more")
    @APIResponse(responseCode = "204", description = "It is noted")
    public Response seen(@PathParam("id") UUID reminder) {
        reminders.seen(caller.actor(), Customer.id(caller.actor()), reminder);
        return Response.noContent().build();
    }

    /** I have seen all of them. */
    @PUT
    @Path("/seen")
    @Operation(summary = "I have seen all reminders")
    @APIResponse(responseCode = "204", description = "It is noted")
    public Response allSeen() {
        reminders.allSeen(caller.actor(), Customer.id(caller.actor()));
        return Response.noContent().build();
    }
}
