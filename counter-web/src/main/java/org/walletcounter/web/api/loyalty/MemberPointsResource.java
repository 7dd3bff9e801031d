package org.walletcounter.web.api.loyalty;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.StatementLine;
import org.walletcounter.loyalty.Adjustment;
import org.walletcounter.loyalty.Points;
import org.walletcounter.loyalty.PointsProgrammes;
import org.walletcounter.loyalty.Tiers;
import org.walletcounter.web.api.Items;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.security.Caller;

/** A member's points, as the staff sees them. */
@Path("/members/{member}/points")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "back-office")
@Tag(name = "till")
public class MemberPointsResource {

    @Inject
    Points points;

    @Inject
    Tiers tiers;

    @Inject
    PointsProgrammes programmes;

    @Inject
    Doing doing;

    @Inject
    Caller caller;

    /** What the member has. */
    @GET
    @Operation(summary = "A member's points by programme, with lots, and the tier")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "points", value = Examples.MINE)))
    public Shown.Mine balances(@PathParam("member") UUID member) {
        Actor actor = caller.actor();
        return new Shown.Mine(points.balances(actor, member), tiers.of(actor, member));
    }

    /** The statement. */
    @GET
    @Path("/statement")
    @Operation(summary = "A member's statement of points, newest first, with the balance after each line")
    public Items<StatementLine> statement(
            @PathParam("member") UUID member,
            @QueryParam("programmeId") @Nullable UUID programme,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (programme == null) {
            throw CounterException.at("programmeId", KernelError.FIELD_MISSING, "programmeId");
        }
        return Items.of(points.statement(caller.actor(), member, programme, after, limit));
    }

    /** Asks for a correction. */
    @POST
    @Path("/adjustments")
    @Operation(
            summary = "Ask for points to be given, taken or extended",
            description = "Nothing moves until another person approves it at /points-adjustments.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "wish", value = Examples.WISH)))
    @APIResponse(
            responseCode = "201",
            content = @Content(examples = @ExampleObject(name = "asked", value = Examples.ADJUSTMENT)))
    public Response ask(@PathParam("member") UUID member, @HeaderParam(Doing.KEY) @Nullable String key, String body) {
        JsonBody json = JsonBody.of(body);
        Adjustment.Wish wish = new Adjustment.Wish(
                member,
                json.id("programmeId"),
                json.count("points"),
                Reading.day("extendTo", json),
                json.text("reason"));
        Actor actor = caller.actor();
        return doing.run(key, 201, "POST points adjustment " + wish, () -> programmes.ask(actor, wish));
    }
}
