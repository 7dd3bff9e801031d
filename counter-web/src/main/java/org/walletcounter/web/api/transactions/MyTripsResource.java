package org.walletcounter.web.api.transactions;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.walletcounter.kernel.Actor;
import org.walletcounter.transactions.TripPoints;
import org.walletcounter.web.api.Customer;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.security.Caller;

/** A customer's points on trips: always themselves, never an id. */
@Path("/me/trips")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "customer")
public class MyTripsResource {

    private static final String EXAMPLE =
            "{\"offered\":true,\"use\":\"NEXT\",\"waiting\":[{\"day\":\"2026-11-28\",\"trips\":2,\"fares\":{\"amount\":500,"
                    + "\"currency\":\"GBP\"},\"byPoints\":{\"amount\":100,\"currency\":\"GBP\"}}],\"discounts\":[{\"tapId\":"
                    + "\"0199a2c4-0000-7000-8000-0000000000d7\",\"at\":\"2026-11-28T08:01:12Z\",\"fare\":{\"amount\":250,"
                    + "\"currency\":\"GBP\"},\"points\":100,\"off\":{\"amount\":100,\"currency\":\"GBP\"}}]}";

    @Inject
    TripPoints trips;

    @Inject
    Caller caller;

    /** How it stands. */
    @GET
    @Operation(
            summary = "My trips that have not earned their points yet, and those that points paid a part of",
            description = "What is ridden on a business day earns as one purchase when the day is over.")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "trips", value = EXAMPLE)))
    public TripPoints.Standing mine() {
        Actor actor = caller.actor();
        return trips.of(actor, Customer.id(actor));
    }

    /** Sets what points pay. */
    @PUT
    @Operation(
            summary = "Let my points pay a part of no trip, my next one, or every one",
            description = "The gate takes the whole fare; within seconds what the points are worth comes back into the"
                    + " wallet, as much as the programme lets points pay of a sale. NEXT ends with the first trip that"
                    + " points could pay a part of.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "next", value = "{\"use\":\"NEXT\"}")))
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "trips", value = EXAMPLE)))
    public TripPoints.Standing use(String body) {
        Actor actor = caller.actor();
        return trips.use(actor, Customer.id(actor), JsonBody.of(body).constant("use", TripPoints.Use.class));
    }
}
