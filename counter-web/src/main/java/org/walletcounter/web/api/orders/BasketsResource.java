package org.walletcounter.web.api.orders;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.walletcounter.orders.Catalogue;
import org.walletcounter.orders.PricedBasket;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.security.Caller;

/** Baskets and their prices. */
@Path("/baskets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "till")
public class BasketsResource {

    @Inject
    Catalogue catalogue;

    @Inject
    Caller caller;

    /** Prices a basket. Changes nothing, so it takes no key. */
    @POST
    @Path("/price")
    @Operation(
            summary = "Price a basket",
            description = "Each line is a product by SKU or barcode, or an open line with a text and an amount.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "basket",
                                            value =
                                                    "{\"lines\":[{\"sku\":\"85123A\",\"quantity\":2},{\"text\":\"Gift"
                                                            + " wrapping\",\"quantity\":1,\"unitAmount\":150}],\"currency\":\"GBP\"}")))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "priced",
                                            value =
                                                    "{\"lines\":[{\"line\":1,\"sku\":\"85123A\",\"text\":\"White hanging"
                                                            + " heart T-light holder\",\"category\":\"Candles\",\"quantity\":2,"
                                                            + "\"unitAmount\":295,\"amount\":590}],"
                                                            + "\"total\":{\"amount\":590,\"currency\":\"GBP\"}}")))
    public PricedBasket price(String body) {
        JsonBody basket = JsonBody.of(body);
        return catalogue.price(caller.actor(), basket.objects("lines", BasketLines::read), basket.currency("currency"));
    }
}
