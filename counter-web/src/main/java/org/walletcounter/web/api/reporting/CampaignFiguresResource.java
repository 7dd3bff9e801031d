package org.walletcounter.web.api.reporting;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.reporting.CampaignResult;
import org.walletcounter.reporting.PromotionFigures;
import org.walletcounter.web.security.Caller;

/** What campaigns did to sales. */
@Path("/promotions/campaigns/{id: [0-9a-fA-F-]{36}}/figures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "back office")
public class CampaignFiguresResource {

    private static final int USUAL_DAYS = 30;

    private static final String GROUP = "\"basket\":{\"amount\":3500,\"currency\":\"GBP\"},\"buyers\":400,"
            + "\"cost\":{\"amount\":64000,\"currency\":\"GBP\"},\"costed\":500,"
            + "\"margin\":{\"amount\":640000,\"currency\":\"GBP\"},\"members\":900,\"sales\":640,"
            + "\"turnover\":{\"amount\":2240000,\"currency\":\"GBP\"}";

    private static final String UPLIFT =
            "{\"anonymous\":212,\"costPerExtraSale\":{\"amount\":1203,\"currency\":\"GBP\"},"
                    + "\"from\":\"2026-11-01\",\"measures\":[{\"change\":{\"about\":810,\"high\":1320,\"low\":310},"
                    + "\"high\":312000,\"kind\":\"TURNOVER\",\"low\":74000,\"verdict\":\"MORE\",\"with\":2488889,"
                    + "\"without\":2302400}],\"share\":1000,\"to\":\"2026-11-30\",\"with\":{" + GROUP
                    + "},\"without\":{"
                    + GROUP + "}}";

    private static final String GIVEN = "{\"failed\":0,\"kind\":\"GIFT\",\"promised\":3,\"sales\":1,\"takenBack\":1,"
            + "\"waiting\":0,\"what\":\"MUG\",\"worth\":{\"amount\":500,\"currency\":\"GBP\"}}";

    private static final String EXAMPLE = "{\"baskets\":{\"with\":{\"amount\":7400,\"currency\":\"GBP\"},"
            + "\"without\":{\"amount\":3500,\"currency\":\"GBP\"}},\"campaignId\":\"01936f00-0000-7000-8000-000000000001\","
            + "\"given\":[" + CampaignFiguresResource.GIVEN + "],\"sales\":{\"count\":40,"
            + "\"paid\":{\"amount\":140000,\"currency\":\"GBP\"}},\"uplift\":" + CampaignFiguresResource.UPLIFT
            + ",\"days\":[{\"day\":\"2026-11-21\",\"effect\":" + CampaignFiguresResource.EFFECT
            + "}],\"from\":\"2026-11-01\","
            + "\"funders\":[{\"party\":\"merchant\",\"reduction\":{\"amount\":2000,\"currency\":\"GBP\"},"
            + "\"undone\":{\"amount\":500,\"currency\":\"GBP\"},\"cost\":{\"amount\":1500,\"currency\":\"GBP\"}}],"
            + "\"kind\":\"PROMOTION\",\"stores\":[],\"to\":\"2026-11-30\",\"whole\":" + CampaignFiguresResource.EFFECT
            + "}";

    private static final String EFFECT =
            "{\"sales\":1,\"uses\":1,\"pieces\":2,\"list\":{\"amount\":9400,\"currency\":\"GBP\"},"
                    + "\"paid\":{\"amount\":7400,\"currency\":\"GBP\"},\"reduction\":{\"amount\":2000,\"currency\":\"GBP\"},"
                    + "\"undone\":{\"amount\":500,\"currency\":\"GBP\"},\"cost\":{\"amount\":1500,\"currency\":\"GBP\"}}";

    @Inject
    PromotionFigures figures;

    @Inject
    Merchants merchants;

    @Inject
    Clock clock;

    @Inject
    Caller caller;

    /** A campaign's result. */
    @GET
    @Operation(
            summary = "What a promotion or a voucher campaign did to sales, from–to inclusive",
            description =
                    "Sales reached, what was taken off and undone, who pays, by store and day, and for voucher campaigns"
                            + " what became of the vouchers. given are things besides a lower price. uplift compares members who get"
                            + " the promotion with those held out, per thousand members, with 95 % intervals (Welch, Fieller);"
                            + " null when nobody is held out. Without days, of the last thirty-one; at most 366.")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "figures", value = EXAMPLE)))
    public CampaignResult figures(
            @PathParam("id") UUID id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        Actor actor = caller.actor();
        LocalDate last = ReportChoice.day("to", to, merchants.businessDay(actor.merchantId(), clock.instant()));
        return figures.campaign(actor, id, ReportChoice.day("from", from, last.minusDays(USUAL_DAYS)), last);
    }
}
