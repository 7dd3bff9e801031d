package org.walletcounter.web.api.promotions;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.promotions.BackTestView;
import org.walletcounter.promotions.BackTests;
import org.walletcounter.promotions.Definitions;
import org.walletcounter.web.api.Commands;
import org.walletcounter.web.api.Language;
import org.walletcounter.web.security.Caller;

/** Drafts tried on past sales. */
@Path("/promotions/back-tests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "back-office")
public class BackTestsResource {

    private static final String ONE = "{id: [0-9a-fA-F-]{36}}";

    @Inject
    BackTests tests;

    @Inject
    Definitions definitions;

    @Inject
    Commands commands;

    @Inject
    Caller caller;

    @Context
    HttpHeaders headers;

    /** Orders one. */
    @POST
    @Operation(
            summary = "Try a campaign on past sales",
            description =
                    "Prices each sale of the days with and without the version, beside what is live now. Runs in the"
                            + " background: ask again for its progress. Customers are taken to buy the same; vouchers, points and"
                            + " birthdays are not known of past sales. Without stores, the sales of all that you may see.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "order", value = BackTestExamples.ORDER)))
    @APIResponse(
            responseCode = "202",
            content = @Content(examples = @ExampleObject(name = "backTest", value = BackTestExamples.WAITING)))
    public Response order(@HeaderParam("Idempotency-Key") @Nullable String header, String body) {
        Actor actor = caller.actor();
        return run(
                "POST /promotions/back-tests " + body,
                header,
                202,
                () -> tests.order(actor, definitions.read(body, BackTests.Order.class)));
    }

    /** Stops one. */
    @POST
    @Path("/" + ONE + "/cancellation")
    @Operation(summary = "Stop a back-test", description = "What it has found so far stays.")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "backTest", value = BackTestExamples.DONE)))
    public Response cancel(@HeaderParam("Idempotency-Key") @Nullable String header, @PathParam("id") UUID id) {
        Actor actor = caller.actor();
        return run("POST /promotions/back-tests/cancellation " + id, header, 200, () -> tests.cancel(actor, id));
    }

    /** One of them. */
    @GET
    @Path("/" + ONE)
    @Operation(
            summary = "A back-test with its progress and result",
            description = "While it runs, the result is of the sales looked at so far. Amounts in minor units of its"
                    + " currency; before is without the campaign, after with it. benchmark and depth are basis points of"
                    + " the list price: what comes off the category anyway, and what comes off in the sales reached.")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "backTest", value = BackTestExamples.DONE)))
    public String backTest(@PathParam("id") UUID id) {
        return definitions.write(tests.backTest(caller.actor(), id));
    }

    /** The newest ones. */
    @GET
    @Operation(summary = "Back-tests, newest first", description = "Those of a campaign, if one is given.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "page",
                                            value = "{\"v\":1,\"items\":[" + BackTestExamples.DONE + "]}")))
    public String list(
            @QueryParam("campaignId") @Nullable UUID campaignId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return definitions.write(tests.backTests(caller.actor(), campaignId, after, limit));
    }

    private Response run(String content, @Nullable String header, int status, Supplier<BackTestView> command) {
        CommandKey key = commands.key(caller.actor(), header, content);
        return commands.runText(key, status, Language.of(headers), () -> definitions.write(command.get()));
    }
}
