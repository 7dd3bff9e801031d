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
import org.walletcounter.transactions.RefundRequest;
import org.walletcounter.transactions.Transactions;
import org.walletcounter.web.api.Commands;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.api.Language;
import org.walletcounter.web.security.Caller;

/** Money given back. */
@Path("/payments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "till")
@Tag(name = "integration")
public class RefundsResource {

    @Inject
    Transactions transactions;

    @Inject
    Commands commands;

    @Inject
    Caller caller;

    @Context
    HttpHeaders headers;

    /** Gives money back, part or all. */
    @POST
    @Path("/{id}/refunds")
    @Operation(
            summary = "Refund a payment, part or all",
            description =
                    "Goods by \"lines\", as the inverse of their price; or an amount; or all that is left. Each part goes back to where it"
                            + " came from, the wallet first. \"tillId\" names the till whose drawer cash comes out of; without it, that of"
                            + " the till that took the payment.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "part",
                                            value = "{\"amount\":{\"amount\":295,\"currency\":\"GBP\"},"
                                                    + "\"reason\":\"damaged\",\"note\":\"one was broken\"}")))
    @APIResponse(
            responseCode = "201",
            content = @Content(examples = @ExampleObject(name = "refund", value = Examples.REFUND)))
    public Response refund(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String header, String body) {
        Actor actor = caller.actor();
        RefundRequest request = RefundBody.read(id, JsonBody.of(body));
        CommandKey key = commands.key(actor, header, "POST refunds " + request);
        return commands.run(key, 201, Language.of(headers), () -> transactions.refund(actor, request));
    }

    /** Calls a payment of today back as a whole. */
    @POST
    @Path("/{id}/cancellation")
    @Operation(
            summary = "Cancel a payment of today",
            description =
                    "As a whole and on its own business day; afterwards refund it instead. \"tillId\" names the till whose"
                            + " drawer cash comes out of; without it, that of the till that took the payment.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "cancel", value = "{\"reason\":\"wrong-item\"}")))
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "cancelled", value = Examples.PAYMENT)))
    public Response cancel(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String header, String body) {
        Actor actor = caller.actor();
        JsonBody asked = JsonBody.of(body);
        String reason = asked.text("reason");
        UUID tillId = asked.optionalId("tillId");
        String command = "POST cancellation " + id + " " + reason + (tillId == null ? "" : " " + tillId);
        return commands.run(
                commands.key(actor, header, command),
                200,
                Language.of(headers),
                () -> transactions.cancel(actor, id, reason, tillId));
    }
}
