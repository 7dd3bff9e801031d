package org.walletcounter.web.api.promotions;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
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
import org.walletcounter.promotions.Definitions;
import org.walletcounter.promotions.PriceListDraft;
import org.walletcounter.promotions.PriceListView;
import org.walletcounter.promotions.PriceLists;
import org.walletcounter.web.api.Commands;
import org.walletcounter.web.api.Language;
import org.walletcounter.web.security.Caller;

/** Prices that stand in for the catalogue's for some customers, places or times. */
@Path("/promotions/price-lists")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "back-office")
public class PriceListsResource {

    private static final String ONE = "{id: [0-9a-fA-F-]{36}}";

    private static final String DRAFT = "{\"names\":{\"en\":\"Gold prices\",\"zh\":\"金卡价\"},\"currency\":\"GBP\","
            + "\"when\":{\"kind\":\"tiers\",\"tiers\":[\"GOLD\"]},\"from\":\"2026-12-01T00:00:00Z\","
            + "\"unitAmounts\":{\"85123A\":255,\"71053\":339}}";

    static final String LIST =
            "{\"v\":1,\"id\":\"01936f00-0000-7000-8000-000000000009\",\"version\":1," + "\"content\":" + DRAFT
                    + ",\"ended\":false,\"author\":\"staff:7\",\"changedAt\":\"2026-11-28T08:00:00Z\"}";

    @Inject
    PriceLists lists;

    @Inject
    Definitions definitions;

    @Inject
    Commands commands;

    @Inject
    Caller caller;

    @Context
    HttpHeaders headers;

    /** All lists. */
    @GET
    @Operation(summary = "Price lists, newest first")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "lists", value = "{\"v\":1,\"items\":[" + LIST + "]}")))
    public String all() {
        return definitions.write(new All(lists.all(caller.actor())));
    }

    /** One list. */
    @GET
    @Path("/" + ONE)
    @Operation(summary = "A price list")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "list", value = LIST)))
    public String list(@PathParam("id") UUID id) {
        return definitions.write(lists.list(caller.actor(), id));
    }

    /** Makes a list. */
    @POST
    @Operation(
            summary = "Make a price list",
            description =
                    "Of several lists that apply, the lowest price of a product counts. A bad price is refused at its SKU.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "draft", value = DRAFT)))
    @APIResponse(responseCode = "201", content = @Content(examples = @ExampleObject(name = "list", value = LIST)))
    public Response make(@HeaderParam("Idempotency-Key") @Nullable String header, String body) {
        Actor actor = caller.actor();
        PriceListDraft content = definitions.read(body, PriceListDraft.class);
        return run("POST /promotions/price-lists " + body, header, 201, () -> lists.make(actor, content));
    }

    /** Changes a list. */
    @PUT
    @Path("/" + ONE)
    @Operation(summary = "Change a price list", description = "Send the version you have seen. It counts at once.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "draft", value = DRAFT)))
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "list", value = LIST)))
    public String change(@PathParam("id") UUID id, @QueryParam("version") int version, String body) {
        PriceListDraft content = definitions.read(body, PriceListDraft.class);
        return definitions.write(lists.change(caller.actor(), id, version, content));
    }

    /** Ends a list. */
    @POST
    @Path("/" + ONE + "/end")
    @Operation(summary = "End a price list", description = "At once; this cannot be undone.")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "list", value = LIST)))
    public Response end(@HeaderParam("Idempotency-Key") @Nullable String header, @PathParam("id") UUID id) {
        Actor actor = caller.actor();
        return run("POST /promotions/price-lists/end " + id, header, 200, () -> lists.end(actor, id));
    }

    private Response run(String content, @Nullable String header, int status, Supplier<PriceListView> command) {
        CommandKey key = commands.key(caller.actor(), header, content);
        Locale locale = Language.of(headers);
        return commands.runText(key, status, locale, () -> definitions.write(command.get()));
    }

    /** All of them. */
    public record All(List<PriceListView> items) {}
}
