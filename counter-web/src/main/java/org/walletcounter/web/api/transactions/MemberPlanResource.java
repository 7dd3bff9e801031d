package org.walletcounter.web.api.transactions;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.walletcounter.transactions.SpendingPlan;
import org.walletcounter.transactions.SpendingPlans;
import org.walletcounter.web.security.Caller;

/** A member's spending plan, as managers see it. */
@Path("/members/{id}/plan")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "back-office")
public class MemberPlanResource {

    @Inject
    SpendingPlans plans;

    @Inject
    Caller caller;

    /** The plan of this month. */
    @GET
    @Operation(
            summary =
                    "A member's spending plan of this month, the vouchers that fit it, and those that could be granted",
            description = "For managers and administrators. Grant with POST /voucher-campaigns/{id}/grants.")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "plan", value = PlanExamples.PLAN)))
    public SpendingPlan plan(@PathParam("id") UUID member) {
        return plans.plan(caller.actor(), member);
    }
}
