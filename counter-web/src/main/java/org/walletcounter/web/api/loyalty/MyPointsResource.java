package org.walletcounter.web.api.loyalty;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.StatementLine;
import org.walletcounter.loyalty.Gift;
import org.walletcounter.loyalty.Gifts;
import org.walletcounter.loyalty.Points;
import org.walletcounter.loyalty.Tiers;
import org.walletcounter.web.api.Customer;
import org.walletcounter.web.api.Items;
import org.walletcounter.web.security.Caller;

/** A customer's own points and tier. */
@Path("/me/points")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "customer")
public class MyPointsResource {

    @Inject
    Points points;

    @Inject
    Tiers tiers;

    @Inject
    Gifts gifts;

    @Inject
    Caller caller;

    /** My points and tier. */
    @GET
    @Operation(
            summary = "My points by programme, with lots, and my tier",
            description = "`lastDay` of a lot is the last day on which it may be spent, in the merchant's zone;"
                    + " it lapses with the end of that day, at `expiresAt`.")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "points", value = Examples.MINE)))
    public Shown.Mine mine() {
        Actor actor = caller.actor();
        UUID me = Customer.id(actor);
        return new Shown.Mine(points.balances(actor, me), tiers.of(actor, me));
    }

    /** My statement. */
    @GET
    @Path("/statement")
    @Operation(summary = "My statement of points, newest first, with the balance after each line")
    public Items<StatementLine> statement(
            @QueryParam("programmeId") @Nullable UUID programme,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (programme == null) {
            throw CounterException.at("programmeId", KernelError.FIELD_MISSING, "programmeId");
        }
        Actor actor = caller.actor();
        return Items.of(points.statement(actor, Customer.id(actor), programme, after, limit));
    }

    /** What I could have. */
    @GET
    @Path("/gifts")
    @Operation(summary = "Gifts that are offered for points")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "gifts",
                                            value = Examples.LIST + Examples.GIFT + Examples.END)))
    public Items<Gift> gifts() {
        return Items.of(gifts.all(caller.actor()).stream().filter(Gift::active).toList());
    }
}
