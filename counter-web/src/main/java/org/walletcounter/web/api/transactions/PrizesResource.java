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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.transactions.Lotteries;
import org.walletcounter.transactions.PrizeDraw;
import org.walletcounter.web.api.Commands;
import org.walletcounter.web.api.Items;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.api.Language;
import org.walletcounter.web.security.Caller;

/** Prizes to hand over. */
@Path("/prizes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "till")
public class PrizesResource {

    @Inject
    Lotteries lotteries;

    @Inject
    Commands commands;

    @Inject
    Caller caller;

    @Context
    HttpHeaders headers;

    /** Those that wait. */
    @GET
    @Operation(
            summary = "Prizes to hand over: by code, of a member, or all",
            description =
                    "With a code the prize itself, whatever became of it. Else what waits, and prizes that could not"
                            + " be given (FAILED) with the reason, oldest first, up to 200 a page.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "waiting",
                                            value = LotteryExamples.LIST + LotteryExamples.DRAW + LotteryExamples.END)))
    public Items<PrizeDraw> open(
            @QueryParam("code") @Nullable String code,
            @QueryParam("memberId") @Nullable UUID memberId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("200") int limit) {
        Actor actor = caller.actor();
        return code == null || code.isBlank()
                ? Items.of(lotteries.open(actor, memberId, after, limit))
                : Items.of(List.of(lotteries.byCode(actor, code)));
    }

    /** Hands one over. */
    @POST
    @Path("/{id}/hand-over")
    @Operation(summary = "Note that a prize was handed over, once")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "where",
                                            value = "{\"storeId\":\"0199a2c4-0000-7000-8000-000000000001\"}")))
    @APIResponse(
            responseCode = "201",
            content = @Content(examples = @ExampleObject(name = "handed over", value = LotteryExamples.DRAW)))
    public Response handOver(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String header, String body) {
        Actor actor = caller.actor();
        UUID store = JsonBody.of(body).optionalId("storeId");
        CommandKey key = commands.key(actor, header, "hand over " + id + " " + store);
        return commands.run(key, 201, Language.of(headers), () -> lotteries.handOver(actor, id, store));
    }
}
