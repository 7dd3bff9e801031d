package org.walletcounter.web.api.transactions;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.transactions.TransactionError;
import org.walletcounter.transactions.Transactions;
import org.walletcounter.web.api.ForEverybody;
import org.walletcounter.web.api.Json;

/** Receipts, for whoever has the address. */
@Path("/receipts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "customer")
public class ReceiptsResource {

    @Inject
    Transactions transactions;

    @Inject
    Receipts receipts;

    /** What a receipt shows. */
    @GET
    @ForEverybody
    @Path("/{token}")
    @SecurityRequirements
    @Operation(summary = "The payment behind a receipt", description = "No sign-in: the token is the key.")
    @APIResponse(
            responseCode = "200",
            description = "The payment without internals, with the merchant's and store's names")
    public Response receipt(@PathParam("token") String token) {
        Receipt receipt = transactions
                .receipt(token)
                .map(receipts::of)
                .orElseThrow(() -> new CounterException(TransactionError.NO_SUCH_PAYMENT, token));
        return Response.ok(Json.SHARED.toJson(receipt))
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
