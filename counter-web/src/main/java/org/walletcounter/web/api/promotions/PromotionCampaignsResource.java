package org.walletcounter.web.api.promotions;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.walletcounter.kernel.Page;
import org.walletcounter.promotions.CampaignDraft;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.Campaigns;
import org.walletcounter.promotions.Definitions;
import org.walletcounter.web.api.Commands;
import org.walletcounter.web.api.Language;
import org.walletcounter.web.security.Caller;

/** The life of promotion campaigns. */
@Path("/promotions/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "back-office")
public class PromotionCampaignsResource {

    private static final String ONE = "{id: [0-9a-fA-F-]{36}}";

    @Inject
    Campaigns campaigns;

    @Inject
    Definitions definitions;

    @Inject
    Commands commands;

    @Inject
    Caller caller;

    @Context
    HttpHeaders headers;

    /** The campaigns, newest first. */
    @GET
    @Operation(
            summary = "Campaigns, newest first",
            description = "Each in the version that runs, else in its last one. If a state is given, those of which a"
                    + " version is in it, in that version.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "page",
                                            value = "{\"v\":1,\"items\":[" + Examples.CAMPAIGN + "]}")))
    public String list(
            @QueryParam("state") CampaignView.@Nullable State state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return definitions.write(campaigns.campaigns(caller.actor(), state, after, limit));
    }

    /** One campaign. */
    @GET
    @Path("/" + ONE)
    @Operation(summary = "A campaign in its last version")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "campaign", value = Examples.CAMPAIGN)))
    public String campaign(@PathParam("id") UUID id) {
        return definitions.write(campaigns.campaign(caller.actor(), id));
    }

    /** What a version would sell below its cost. */
    @GET
    @Path("/" + ONE + "/below-cost")
    @Operation(
            summary = "What a version would sell below its cost",
            description = "Each product alone, at its worst, the worst first; a hundred at the most. Products without a"
                    + " unitCost are not among them.")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "products", value = Examples.BELOW_COST)))
    public String belowCost(@PathParam("id") UUID id, @QueryParam("version") int version) {
        return definitions.write(new Page<>(campaigns.belowCost(caller.actor(), id, version), null));
    }

    /** Begins a campaign. */
    @POST
    @Operation(
            summary = "Begin a campaign",
            description = "As a draft. What the terms can say is told field by field when something is missing.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "draft", value = Examples.DRAFT)))
    @APIResponse(
            responseCode = "201",
            content = @Content(examples = @ExampleObject(name = "campaign", value = Examples.CAMPAIGN)))
    public Response draft(@HeaderParam("Idempotency-Key") @Nullable String header, String body) {
        Actor actor = caller.actor();
        return run(
                "POST /promotions/campaigns " + body,
                header,
                201,
                () -> campaigns.draft(actor, definitions.read(body, CampaignDraft.class)));
    }

    /** Changes a campaign. */
    @PUT
    @Path("/" + ONE)
    @Operation(
            summary = "Change a campaign",
            description =
                    "Send the version you have seen; the answer has the next one, which takes a draft's place. What"
                            + " is live stays as it is until a new version is approved.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "draft", value = Examples.DRAFT)))
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "campaign", value = Examples.CAMPAIGN)))
    public String change(@PathParam("id") UUID id, @QueryParam("version") int version, String body) {
        CampaignDraft content = definitions.read(body, CampaignDraft.class);
        return definitions.write(campaigns.change(caller.actor(), id, version, content));
    }

    /** Copies a campaign. */
    @POST
    @Path("/" + ONE + "/copy")
    @Operation(summary = "A new draft with the content of a campaign")
    @APIResponse(
            responseCode = "201",
            content = @Content(examples = @ExampleObject(name = "campaign", value = Examples.CAMPAIGN)))
    public Response copy(@HeaderParam("Idempotency-Key") @Nullable String header, @PathParam("id") UUID id) {
        Actor actor = caller.actor();
        return run("POST /promotions/campaigns/copy " + id, header, 201, () -> campaigns.copy(actor, id));
    }

    /** Takes a campaign a step further. */
    @POST
    @Path("/" + ONE + "/{act: submit|send-back|approve|pause|resume|end}")
    @Operation(
            summary = "Submit, send back, approve, pause, resume or end a version",
            description =
                    "Send the version you have read: 409 when another has taken its place. Somebody other than the author"
                            + " approves. The answer to submitting tells in belowCost what the version would sell below its"
                            + " cost: a warning, no refusal. To end a draft, or what waits for approval, while an"
                            + " earlier version runs drops the change; the answer is the version that goes on.")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "campaign", value = Examples.CAMPAIGN)))
    public Response act(
            @HeaderParam("Idempotency-Key") @Nullable String header,
            @PathParam("id") UUID id,
            @PathParam("act") String act,
            @QueryParam("version") int version) {
        Actor actor = caller.actor();
        CampaignView.Act wanted = CampaignView.Act.valueOf(act.replace('-', '_').toUpperCase(Locale.ROOT));
        return run(
                "POST /promotions/campaigns/" + act + " " + id + " " + version,
                header,
                200,
                () -> campaigns.act(actor, id, version, wanted));
    }

    private Response run(String content, @Nullable String header, int status, Supplier<CampaignView> command) {
        CommandKey key = commands.key(caller.actor(), header, content);
        Locale locale = Language.of(headers);
        return commands.runText(key, status, locale, () -> definitions.write(command.get()));
    }
}
