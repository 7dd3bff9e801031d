package org.walletcounter.web.api.transactions;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.transactions.TopUpRequest;
import org.walletcounter.transactions.Transactions;
import org.walletcounter.web.api.Commands;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.api.Language;
import org.walletcounter.web.security.Caller;

/** Cash into wallets. */
@Path("/members/{id}/top-ups")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "till")
public class TopUpsResource {

    @Inject
    Transactions transactions;

    @Inject
    Commands commands;

    @Inject
    Caller caller;

    @Context
    HttpHeaders headers;

    /** Takes cash for a member's wallet. */
    @POST
    @Operation(summary = "Top a member's wallet up with cash")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "top-up",
                                            value = "{\"storeId\":\"0199a2c4-0000-7000-8000-000000000001\","
                                                    + "\"tillId\":\"0199a2c4-0000-7000-8000-000000000002\","
                                                    + "\"amount\":{\"amount\":5000,\"currency\":\"GBP\"}}")))
    @APIResponse(
            responseCode = "201",
            content = @Content(examples = @ExampleObject(name = "booked", value = Examples.TOP_UP)))
    public Response topUp(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String header, String body) {
        Actor actor = caller.actor();
        JsonBody json = JsonBody.of(body);
        TopUpRequest request =
                new TopUpRequest(json.id("storeId"), json.optionalId("tillId"), id, json.money("amount"));
        CommandKey key = commands.key(actor, header, "POST top-ups " + request);
        return commands.run(key, 201, Language.of(headers), () -> transactions.topUp(actor, request));
    }
}
