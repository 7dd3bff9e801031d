package org.walletcounter.web.api.vouchers;

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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.promotions.Definitions;
import org.walletcounter.vouchers.CampaignFigures;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.CampaignSearch;
import org.walletcounter.vouchers.CampaignView;
import org.walletcounter.vouchers.ClearingStatement;
import org.walletcounter.vouchers.VoucherCampaigns;
import org.walletcounter.web.api.CalendarDay;
import org.walletcounter.web.api.Commands;
import org.walletcounter.web.api.Items;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.api.Language;
import org.walletcounter.web.api.Problem;
import org.walletcounter.web.security.Caller;

/** Voucher campaigns, for managers. */
@Path("/voucher-campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "back-office")
public class VoucherCampaignsResource {

    private static final String KEY = "Idempotency-Key";

    @Inject
    VoucherCampaigns campaigns;

    @Inject
    Definitions definitions;

    @Inject
    Commands commands;

    @Inject
    Caller caller;

    @Context
    HttpHeaders headers;

    /** Campaigns. */
    @GET
    @Operation(
            summary = "Voucher campaigns that the merchant runs or takes part in, newest first",
            description = "text is a part of the code or of the name in either language; state one of DRAFT, LIVE,"
                    + " PAUSED, ENDED.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "page",
                                            value = "{\"items\":[" + Examples.CAMPAIGN + "],\"after\":null}")))
    public Items<Shown.Campaign> list(
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("state") CampaignView.@Nullable State state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        var page = campaigns.campaigns(caller.actor(), new CampaignSearch(text, state), after, limit);
        return new Items<>(page.items().stream().map(Shown::of).toList(), page.after());
    }

    /** Writes one down. */
    @POST
    @Operation(
            summary = "Write a voucher campaign down as a draft",
            description =
                    "The worth in a few words, or \"terms\" in the promotions' own language. Validity is from–until"
                            + " or a number of days. Nothing is given out before the campaign is moved to LIVE.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "taken", value = Examples.CAMPAIGN_REQUEST)))
    @APIResponse(
            responseCode = "201",
            content = @Content(examples = @ExampleObject(name = "draft", value = Examples.CAMPAIGN)))
    public Response draft(@HeaderParam(KEY) @Nullable String key, String body) {
        CampaignForm form = CampaignBody.read(JsonBody.of(body), definitions);
        return run(key, 201, "draft " + body, () -> Shown.of(campaigns.draft(caller.actor(), form)));
    }

    /** One campaign. */
    @GET
    @Path("/{id}")
    @Operation(summary = "A voucher campaign")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "campaign", value = Examples.CAMPAIGN)))
    public Shown.Campaign campaign(@PathParam("id") UUID id) {
        return Shown.of(campaigns.campaign(caller.actor(), id));
    }

    /** Rewrites a draft. */
    @PUT
    @Path("/{id}")
    @Operation(
            summary = "Rewrite a draft",
            description = "Send the version you have seen: if the draft was changed since, the answer is"
                    + " kernel.CHANGED_MEANWHILE. Without a version it is rewritten as it stands.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "taken", value = Examples.CAMPAIGN_REQUEST)))
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "draft", value = Examples.CAMPAIGN)))
    @APIResponse(
            responseCode = "409",
            description = "The draft is not the one that was seen",
            content =
                    @Content(
                            mediaType = Problem.TYPE,
                            examples = @ExampleObject(name = "changed", value = Examples.CHANGED)))
    public Shown.Campaign change(
            @PathParam("id") UUID id, @QueryParam("version") @Nullable Integer version, String body) {
        CampaignForm form = CampaignBody.read(JsonBody.of(body), definitions);
        return Shown.of(campaigns.change(caller.actor(), id, version, form));
    }

    /** Moves one. */
    @POST
    @Path("/{id}/state")
    @Operation(summary = "Start, pause, go on with or end a campaign")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "start", value = "{\"state\":\"LIVE\"}")))
    public Response move(@PathParam("id") UUID id, @HeaderParam(KEY) @Nullable String key, String body) {
        JsonBody json = JsonBody.of(body);
        CampaignView.State to = CampaignBody.constant(json, "state", CampaignView.State.class, json.text("state"));
        return run(key, 200, "move " + id + " " + to, () -> Shown.of(campaigns.move(caller.actor(), id, to)));
    }

    /** Puts more in, or takes some out. */
    @POST
    @Path("/{id}/quantity")
    @Operation(summary = "Put more vouchers into the pool, or with a minus take some out")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "more", value = "{\"by\":500}")))
    public Response restock(@PathParam("id") UUID id, @HeaderParam(KEY) @Nullable String key, String body) {
        int by = JsonBody.of(body).count("by");
        return run(key, 200, "restock " + id + " " + by, () -> Shown.of(campaigns.restock(caller.actor(), id, by)));
    }

    /** A partner agrees. */
    @POST
    @Path("/{id}/agreement")
    @Operation(
            summary = "Agree, as a partner, to honour and fund a campaign as its draft says",
            description = "Send the version you have seen. If the draft was changed since, or is none any more, the"
                    + " answer is kernel.CHANGED_MEANWHILE. Each change of a draft asks for the partners' yes anew.")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "campaign", value = Examples.CAMPAIGN)))
    @APIResponse(
            responseCode = "409",
            description = "The draft is not the one that was seen",
            content =
                    @Content(
                            mediaType = Problem.TYPE,
                            examples = @ExampleObject(name = "changed", value = Examples.CHANGED)))
    public Response agree(
            @PathParam("id") UUID id, @QueryParam("version") int version, @HeaderParam(KEY) @Nullable String key) {
        return run(
                key, 200, "agree " + id + " " + version, () -> Shown.of(campaigns.agree(caller.actor(), id, version)));
    }

    /** What has become of it. */
    @GET
    @Path("/{id}/figures")
    @Operation(
            summary = "How many are issued, in hand, used, expired and withdrawn, what it has cost, and who follows it",
            description = "followers is how many members follow it just now.")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "figures", value = Examples.FIGURES)))
    public CampaignFigures figures(@PathParam("id") UUID id) {
        return campaigns.figures(caller.actor(), id);
    }

    /** What partners owe each other. */
    @GET
    @Path("/clearing")
    @Operation(
            summary = "What the merchant and its partners owe each other for shared vouchers, from–to inclusive",
            description =
                    "What a return undoes is taken off on the day of the return, below zero where that is more than was"
                            + " used; redemptions counts vouchers on the day of their use, also where goods came back later.")
    public ClearingStatement clearing(
            @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        return campaigns.clearing(caller.actor(), day("from", from), day("to", to));
    }

    private static LocalDate day(String field, @Nullable String text) {
        try {
            return CalendarDay.parse(text == null ? "" : text);
        } catch (DateTimeException unreadable) {
            throw CounterException.at(field, KernelError.FIELD_INVALID, field);
        }
    }

    private Response run(@Nullable String key, int status, String content, Supplier<Object> command) {
        return commands.run(commands.key(caller.actor(), key, content), status, Language.of(headers), command);
    }
}
