package org.walletcounter.web.api.transactions;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.Page;
import org.walletcounter.transactions.Lotteries;
import org.walletcounter.transactions.PrizeDraw;
import org.walletcounter.web.api.Commands;
import org.walletcounter.web.api.Customer;
import org.walletcounter.web.api.Language;
import org.walletcounter.web.api.Problem;
import org.walletcounter.web.security.Caller;

/** A customer's own lottery tickets: always themselves, never an id. */
@Path("/me/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "customer")
public class MyTicketsResource {

    @Inject
    Lotteries lotteries;

    @Inject
    Commands commands;

    @Inject
    Caller caller;

    @Context
    HttpHeaders headers;

    /** What waits and what was drawn. */
    @GET
    @Operation(summary = "My tickets that wait to be drawn, and what I have drawn, newest first")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "mine", value = LotteryExamples.MINE)))
    public Mine mine(@QueryParam("after") @Nullable String after, @QueryParam("limit") @DefaultValue("20") int limit) {
        Actor actor = caller.actor();
        UUID me = Customer.id(actor);
        Page<PrizeDraw> drawn = lotteries.drawn(actor, me, after, limit);
        return new Mine(lotteries.waiting(actor, me), drawn.items(), drawn.after());
    }

    /** Draws one. */
    @POST
    @Path("/{campaign}/draw")
    @Operation(
            summary = "Draw my oldest ticket of a lottery",
            description = "Each ticket is drawn once, whatever is asked at the same time. Sent again with the same"
                    + " Idempotency-Key, the same draw is answered. Vouchers, points and money arrive some seconds later"
                    + " (DUE becomes GIVEN); a gift has a code to be shown at the store.")
    @APIResponse(
            responseCode = "201",
            content = @Content(examples = @ExampleObject(name = "drawn", value = LotteryExamples.DRAW)))
    @APIResponse(
            responseCode = "422",
            description = "No ticket left, or as many drawn or won as one member may",
            content =
                    @Content(
                            mediaType = Problem.TYPE,
                            examples = @ExampleObject(name = "none left", value = LotteryExamples.NONE_LEFT)))
    public Response draw(
            @PathParam("campaign") UUID campaign, @HeaderParam("Idempotency-Key") @Nullable String header) {
        Actor actor = caller.actor();
        UUID me = Customer.id(actor);
        CommandKey key = commands.key(actor, header, "draw " + campaign);
        return commands.run(key, 201, Language.of(headers), () -> lotteries.draw(actor, me, campaign));
    }

    /** A customer's tickets and draws. */
    public record Mine(
            List<Lotteries.Waiting> waiting,
            List<PrizeDraw> drawn,
            @Nullable String after) {}
}
