package org.walletcounter.web.api.transactions;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.promotions.Draws;
import org.walletcounter.transactions.Lotteries;
import org.walletcounter.web.api.Items;
import org.walletcounter.web.security.Caller;

/** What everybody of the merchant may know of campaigns that draw, and what proves their draws afterwards. */
@Path("/lotteries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "customer")
public class LotteriesResource {

    @Inject
    Draws draws;

    @Inject
    Lotteries lotteries;

    @Inject
    Caller caller;

    /** All campaigns that draw. */
    @GET
    @Operation(summary = "The campaigns that draw, lotteries and random reductions, newest first: commitment and odds")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "odds",
                                            value = LotteryExamples.LIST + LotteryExamples.ODDS + LotteryExamples.END)))
    public Items<Odds> all() {
        return Items.of(draws.oddsOfAll(caller.actor()).stream().map(Odds::of).toList());
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    @Operation(
            summary = "Commitment and odds of a campaign, and the seed once nothing can be drawn any more",
            description = "The commitment is the SHA-256 of the 32 bytes of the seed. A ticket's number is the"
                    + " HMAC-SHA-256 of \"campaign:serial:ticket\" under the seed, read as a whole number, modulo the sum of"
                    + " the weights; a random reduction's is that of \"campaign:sale number\". The chances in their order"
                    + " take as many numbers as their weight, from 0 up; what is above is a blank.")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "odds", value = LotteryExamples.ODDS)))
    public Odds odds(@PathParam("id") UUID id) {
        return Odds.of(draws.odds(caller.actor(), id));
    }

    /** The draws of a lottery. */
    @GET
    @Path("/{id}/draws")
    @Operation(
            summary = "All draws of a lottery by serial, once its seed is revealed",
            description = "Up to 1000 a page;" + " \"after\" is the serial of the last one seen. Nobody is named.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "draws",
                                            value = LotteryExamples.LIST + DrawSheet.EXAMPLE + LotteryExamples.END)))
    public Items<DrawSheet.Row> draws(
            @PathParam("id") UUID id,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("500") int limit) {
        int most = DrawSheet.page(limit);
        return Items.page(
                lotteries.proof(caller.actor(), id, after, most).stream()
                        .map(DrawSheet.Row::of)
                        .toList(),
                most,
                DrawSheet.Row::serial);
    }

    /** The random reductions of a campaign. */
    @GET
    @Path("/{id}/reductions")
    @Operation(
            summary = "All random reductions of a campaign by payment, once its seed is revealed",
            description = "Up to 1000 a page; \"after\" is the payment of the last one seen.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "reductions",
                                            value = LotteryExamples.LIST
                                                    + LotteryExamples.REDUCTION
                                                    + LotteryExamples.END)))
    public Items<Lotteries.DrawnReduction> reductions(
            @PathParam("id") UUID id,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("500") int limit) {
        int most = DrawSheet.page(limit);
        return Items.page(
                lotteries.reductions(caller.actor(), id, after, most), most, Lotteries.DrawnReduction::paymentId);
    }

    /** The same as a sheet, read while it is written; what is refused is refused before. */
    @GET
    @Path("/{id}/draws.csv")
    @Produces("text/csv")
    @Operation(summary = "All draws or random reductions of a campaign as CSV, once its seed is revealed")
    public Response sheet(@PathParam("id") UUID id) {
        Actor actor = caller.actor();
        StreamingOutput sheet = draws.odds(actor, id).isLottery()
                ? DrawSheet.draws(after -> lotteries.proof(actor, id, after, DrawSheet.PAGE))
                : DrawSheet.reductions(after -> lotteries.reductions(actor, id, after, DrawSheet.PAGE));
        return Response.ok(sheet, "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"draws-" + id + ".csv\"")
                .build();
    }

    /** How it stands. */
    @GET
    @Path("/{id}/figures")
    @Tag(name = "back-office")
    @Operation(summary = "How a lottery stands: tickets, draws, blanks, and each prize's stock")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "figures", value = LotteryExamples.FIGURES)))
    public Lotteries.Figures figures(@PathParam("id") UUID id) {
        return lotteries.figures(caller.actor(), id);
    }
}
