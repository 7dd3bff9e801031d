package org.walletcounter.web.api.orders;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.orders.BasketLine;
import org.walletcounter.orders.Catalogue;
import org.walletcounter.orders.ParkedSale;
import org.walletcounter.web.api.Commands;
import org.walletcounter.web.api.Items;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.api.Language;
import org.walletcounter.web.security.Caller;

/** Baskets set aside at a till. */
@Path("/parked-sales")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "till")
public class ParkedSalesResource {

    private static final String EXAMPLE = "{\"id\":\"0199a2c4-7d10-7c3e-8f00-2b1d7a5e9c01\","
            + "\"storeId\":\"0199a2c4-0000-7000-8000-000000000001\",\"label\":\"Blue coat\",\"cashier\":\"Ann\","
            + "\"parkedAt\":\"2026-11-22T09:30:00Z\",\"lines\":[{\"sku\":\"85123A\",\"text\":null,\"quantity\":2,"
            + "\"unitAmount\":null}],\"total\":590}";

    @Inject
    Catalogue catalogue;

    @Inject
    Commands commands;

    @Inject
    Caller caller;

    @Context
    HttpHeaders headers;

    /** What is set aside in a store. */
    @GET
    @Operation(summary = "The parked sales of a store, newest first; the last 200 of them")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "list",
                                            value = "{\"items\":[" + EXAMPLE + "],\"after\":null}")))
    public Items<ParkedSale> parked(@QueryParam("storeId") @Nullable UUID storeId) {
        if (storeId == null) {
            throw CounterException.at("storeId", KernelError.FIELD_MISSING, "storeId");
        }
        return Items.of(catalogue.parked(caller.actor(), storeId));
    }

    /** Sets a basket aside. */
    @POST
    @Operation(summary = "Park a sale")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "park",
                                            value =
                                                    "{\"storeId\":\"0199a2c4-0000-7000-8000-000000000001\","
                                                            + "\"label\":\"Blue coat\",\"lines\":[{\"sku\":\"85123A\",\"quantity\":2}]}")))
    @APIResponse(responseCode = "201", content = @Content(examples = @ExampleObject(name = "parked", value = EXAMPLE)))
    public Response park(@HeaderParam("Idempotency-Key") @Nullable String header, String body) {
        Actor actor = caller.actor();
        CommandKey key = commands.key(actor, header, "POST /parked-sales " + body);
        JsonBody sale = JsonBody.of(body);
        UUID storeId = sale.id("storeId");
        String label = sale.text("label");
        List<BasketLine> lines = sale.objects("lines", BasketLines::read);
        return commands.run(key, 201, Language.of(headers), () -> catalogue.park(actor, storeId, label, lines));
    }

    /** Takes a parked sale up, or drops it. */
    @POST
    @Path("/{id}/resume")
    @Operation(
            summary = "Take a parked sale up again, or drop it",
            description = "It is gone from the list afterwards, for exactly one caller.")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "resumed", value = EXAMPLE)))
    public Response resume(@HeaderParam("Idempotency-Key") @Nullable String header, @PathParam("id") UUID id) {
        Actor actor = caller.actor();
        CommandKey key = commands.key(actor, header, "POST /parked-sales/" + id + "/resume");
        return commands.run(key, 200, Language.of(headers), () -> catalogue.resume(actor, id));
    }
}
