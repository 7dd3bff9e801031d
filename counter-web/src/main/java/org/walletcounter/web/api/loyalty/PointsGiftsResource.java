package org.walletcounter.web.api.loyalty;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import org.walletcounter.loyalty.Gift;
import org.walletcounter.loyalty.Gifts;
import org.walletcounter.web.api.Items;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.security.Caller;

/** Gifts for points. */
@Path("/points-gifts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "till")
@Tag(name = "back-office")
public class PointsGiftsResource {

    @Inject
    Gifts gifts;

    @Inject
    Doing doing;

    @Inject
    Caller caller;

    /** The gifts. */
    @GET
    @Operation(summary = "Gifts for points, with their stock")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "gifts",
                                            value = Examples.LIST + Examples.GIFT + Examples.END)))
    public Items<Gift> all() {
        return Items.of(gifts.all(caller.actor()));
    }

    /** Makes a gift. */
    @POST
    @Operation(summary = "Offer a gift for points")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "gift", value = Examples.GIFT)))
    @APIResponse(
            responseCode = "201",
            content = @Content(examples = @ExampleObject(name = "gift", value = Examples.GIFT)))
    public Response make(@HeaderParam(Doing.KEY) @Nullable String key, String body) {
        Gift gift = Reading.gift(null, JsonBody.of(body));
        Actor actor = caller.actor();
        return doing.run(key, 201, "POST points-gifts " + gift, () -> gifts.save(actor, gift));
    }

    /** Changes a gift. */
    @PUT
    @Path("/{id}")
    @Operation(summary = "Change a gift; its code and stock stay")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "gift", value = Examples.GIFT)))
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "gift", value = Examples.GIFT)))
    public Gift change(@PathParam("id") UUID id, String body) {
        return gifts.save(caller.actor(), Reading.gift(id, JsonBody.of(body)));
    }

    /** Stocks a gift. */
    @POST
    @Path("/{id}/stock")
    @Operation(summary = "Add to a gift's stock, or with a minus take from it")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "stock", value = "{\"pieces\":20}")))
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "gift", value = Examples.GIFT)))
    public Response stock(@PathParam("id") UUID id, @HeaderParam(Doing.KEY) @Nullable String key, String body) {
        int pieces = JsonBody.of(body).count("pieces");
        Actor actor = caller.actor();
        return doing.run(key, 200, "POST gift stock " + id + " " + pieces, () -> gifts.stock(actor, id, pieces));
    }

    /** Gives a gift. */
    @POST
    @Path("/{id}/given")
    @Operation(summary = "Give a member a gift for points", description = "Points and stock move together, or neither.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "give", value = Examples.GIVE)))
    @APIResponse(
            responseCode = "201",
            content = @Content(examples = @ExampleObject(name = "given", value = Examples.MADE)))
    public Response give(@PathParam("id") UUID id, @HeaderParam(Doing.KEY) @Nullable String key, String body) {
        JsonBody json = JsonBody.of(body);
        UUID member = json.id("memberId");
        int pieces = json.count("pieces");
        Actor actor = caller.actor();
        String content = "POST gift " + id + " " + member + " " + pieces;
        return doing.run(key, 201, content, () -> new Shown.Made(gifts.give(actor, id, member, pieces)));
    }

    /** Takes a gift back. */
    @POST
    @Path("/given/{id}/return")
    @Operation(summary = "Take a gift back: its points return to the lots they came from")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "returned", value = Examples.MADE)))
    public Response takeBack(@PathParam("id") UUID id, @HeaderParam(Doing.KEY) @Nullable String key) {
        Actor actor = caller.actor();
        return doing.run(key, 200, "POST gift return " + id, () -> {
            gifts.takeBack(actor, id);
            return new Shown.Made(id);
        });
    }
}
