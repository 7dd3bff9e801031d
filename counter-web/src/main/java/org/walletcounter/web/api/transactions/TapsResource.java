package org.walletcounter.web.api.transactions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.transactions.DeniedToken;
import org.walletcounter.transactions.Taps;
import org.walletcounter.transactions.TransactionError;
import org.walletcounter.web.api.Items;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.api.Language;
import org.walletcounter.web.security.Caller;

/** Taps of gates and validators, many at once. One resource for all requests, as for payments. */
@ApplicationScoped
@Path("/taps")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "integration")
public class TapsResource {

    @Inject
    Taps taps;

    @Inject
    Caller caller;

    @Context
    HttpHeaders headers;

    /** Takes a batch of taps. */
    @POST
    @Operation(
            summary = "Take the taps of gates",
            description =
                    "Up to 500. Each tap counts once under its own id, however often it is sent; no other key is needed."
                            + " Answered tap by tap, in their order, when what was taken is durable. With 503 nothing is"
                            + " known: send all of them again.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "taps", value = Examples.TAPS_REQUEST)))
    @APIResponse(
            responseCode = "200",
            description = "Every tap is answered for itself",
            content = @Content(examples = @ExampleObject(name = "answers", value = Examples.TAPS)))
    public CompletionStage<String> take(String body) {
        TapBody batch = TapBody.of(JsonBody.of(body));
        if (batch.size() > Taps.MOST) {
            throw CounterException.at("taps", TransactionError.TAPS_TOO_MANY, Taps.MOST);
        }
        Locale locale = Language.of(headers);
        if (batch.size() > 0 && batch.taps().isEmpty()) {
            return CompletableFuture.completedStage(batch.answers(List.of(), locale));
        }
        return taps.take(caller.actor(), batch.taps()).thenApply(answers -> batch.answers(answers, locale));
    }

    /** A tap. */
    @GET
    @Path("/{id}")
    @Operation(summary = "A tap as it was answered")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "tap", value = Examples.TAP)))
    public String tap(@PathParam("id") UUID id) {
        return TapBody.answer(taps.tap(caller.actor(), id), Language.of(headers));
    }

    /** Whom gates turn away. */
    @GET
    @Path("/denied")
    @Operation(
            summary = "Cards and phones that gates turn away",
            description = "Their wallets could not pay a fare and still cannot. A card stands here as the SHA-256 of"
                    + " merchant id, colon and card number; a phone as its device number. Who tops up leaves the list.")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "page", value = Examples.DENIED)))
    public Items<DeniedToken> denied(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @DefaultValue("1000") int limit) {
        return Items.of(taps.denied(caller.actor(), after, limit));
    }
}
