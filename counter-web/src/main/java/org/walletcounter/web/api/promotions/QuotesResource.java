package org.walletcounter.web.api.promotions;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.promotions.Definitions;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Pricing;
import org.walletcounter.promotions.Promotions;
import org.walletcounter.web.security.Caller;

/** Prices of baskets, with their reasons. */
@Path("/promotions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "till")
public class QuotesResource {

    /** Who may see what goods cost: terms of one's own choosing, tried on a basket, find that out. */
    private static final Set<String> MAY_TRY = Set.of("manager", "analyst", "administrator");

    @Inject
    Promotions promotions;

    @Inject
    Pricing pricing;

    @Inject
    Definitions definitions;

    @Inject
    Questions questions;

    @Inject
    Caller caller;

    /** Prices a basket with what is live now. Changes nothing, so it takes no key. */
    @POST
    @Path("/quote")
    @Operation(
            summary = "Price a basket with the promotions that are live",
            description =
                    "Answers lines, the trace of everything that changed a price, what became of each promotion and"
                            + " why, and what a little more would save. All amounts are minor units of the quote's currency."
                            + " \"without\" and \"with\" overrule the choice by id.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "basket", value = Examples.QUESTION)))
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "quote", value = Examples.QUOTE)))
    public String quote(String body) {
        return definitions.write(promotions
                .quote(caller.actor(), questions.question(caller.actor(), body))
                .quote());
    }

    /** Prices a basket with terms that are being written, and nothing else. */
    @POST
    @Path("/preview")
    @Tag(name = "back-office")
    @Operation(
            summary = "Try terms on a basket before anybody sees them",
            description =
                    "The body is a basket as for a quote, with the field \"terms\" besides. Bad terms are refused at"
                            + " their field. Managers, analysts and administrators only: what terms do tells what goods"
                            + " cost.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "trial", value = Examples.TRIAL)))
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "quote", value = Examples.QUOTE)))
    public String preview(String body) {
        Actor actor = caller.actor();
        if (!mayTry(actor.role())) {
            throw new CounterException(KernelError.ROLE_MAY_NOT);
        }
        Offers offers = questions.trial(body);
        return definitions.write(pricing.quote(questions.question(actor, body), offers));
    }

    static boolean mayTry(String role) {
        return MAY_TRY.contains(role);
    }
}
