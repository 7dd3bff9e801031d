package org.walletcounter.web.api.reporting;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.walletcounter.kernel.Page;
import org.walletcounter.reporting.CampaignSale;
import org.walletcounter.reporting.PromotionFigures;
import org.walletcounter.web.security.Caller;

/** The sales that campaigns reached. */
@Path("/promotions/campaigns/{id: [0-9a-fA-F-]{36}}/sales")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "back office")
public class CampaignSalesResource {

    private static final String EXAMPLE = "{\"items\":[{\"paymentId\":\"01936f00-0000-7000-8000-000000000042\","
            + "\"saleNumber\":\"1042\",\"occurredAt\":\"2026-11-21T10:15:00Z\","
            + "\"storeId\":\"01936f00-0000-7000-8000-000000000003\",\"paid\":{\"amount\":7400,\"currency\":\"GBP\"},"
            + "\"off\":{\"amount\":2000,\"currency\":\"GBP\"}}],\"after\":null}";

    @Inject
    PromotionFigures figures;

    @Inject
    Caller caller;

    /** A campaign's sales. */
    @GET
    @Operation(
            summary = "Sales that a promotion or a voucher campaign reached, newest first",
            description = "Those that it only gave something are among them, with nothing taken off.")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "page", value = EXAMPLE)))
    public Page<CampaignSale> sales(
            @PathParam("id") UUID id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return figures.sales(caller.actor(), id, after, limit);
    }
}
