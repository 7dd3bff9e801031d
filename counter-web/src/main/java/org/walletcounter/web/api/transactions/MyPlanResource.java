package org.walletcounter.web.api.transactions;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.walletcounter.kernel.Actor;
import org.walletcounter.transactions.SpendingPlan;
import org.walletcounter.transactions.SpendingPlans;
import org.walletcounter.web.api.Customer;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.security.Caller;

/** A customer's own spending plan: always themselves, never an id. */
@Path("/me/plan")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "customer")
public class MyPlanResource {

    @Inject
    SpendingPlans plans;

    @Inject
    Caller caller;

    /** The plan of this month. */
    @GET
    @Operation(
            summary = "My spending plan of this month, and the vouchers that fit it",
            description =
                    "Amounts are what is left of purchases after refunds. What is usual is the median of the up to"
                            + " three whole months before; month.seen says how many there are. It stops no payment.")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "plan", value = PlanExamples.PLAN)))
    public SpendingPlan plan() {
        Actor actor = caller.actor();
        return plans.plan(actor, Customer.id(actor));
    }

    /** Sets the limit. Done twice it is the same, so it needs no key. */
    @PUT
    @Path("/limit")
    @Operation(summary = "Set what I want to spend in a month at the most; answers the plan")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "limit", value = PlanExamples.LIMIT)))
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "plan", value = PlanExamples.PLAN)))
    public SpendingPlan limit(String body) {
        Actor actor = caller.actor();
        plans.limit(actor, Customer.id(actor), JsonBody.of(body).money("limit"));
        return plans.plan(actor, Customer.id(actor));
    }

    /** Takes it away. */
    @DELETE
    @Path("/limit")
    @Operation(summary = "Take my limit for the month away")
    public void removeLimit() {
        Actor actor = caller.actor();
        plans.removeLimit(actor, Customer.id(actor));
    }
}
