package org.walletcounter.web.api.loyalty;

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
import org.walletcounter.loyalty.Segment;
import org.walletcounter.loyalty.SegmentSnapshot;
import org.walletcounter.loyalty.Segments;
import org.walletcounter.web.api.Items;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.security.Caller;

/** Segments of members. */
@Path("/segments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "back-office")
public class SegmentsResource {

    @Inject
    Segments segments;

    @Inject
    Doing doing;

    @Inject
    Caller caller;

    /** The segments. */
    @GET
    @Operation(summary = "The segments, with the size of the newest snapshot")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "segments",
                                            value = Examples.LIST + Examples.SEGMENT + Examples.END)))
    public Items<Shown.Group> all() {
        return Items.of(
                segments.all(caller.actor()).stream().map(Shown.Group::of).toList());
    }

    /** A segment. */
    @GET
    @Path("/{id}")
    @Operation(summary = "A segment")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "segment", value = Examples.SEGMENT)))
    public Shown.Group segment(@PathParam("id") UUID id) {
        return Shown.Group.of(segments.segment(caller.actor(), id));
    }

    /** Makes a segment. */
    @POST
    @Operation(summary = "Make a segment", description = "All groups must hold, and of each group one condition.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "segment", value = Examples.SEGMENT)))
    @APIResponse(
            responseCode = "201",
            content = @Content(examples = @ExampleObject(name = "segment", value = Examples.SEGMENT)))
    public Response make(@HeaderParam(Doing.KEY) @Nullable String key, String body) {
        Segment segment = Reading.segment(null, JsonBody.of(body));
        Actor actor = caller.actor();
        return doing.run(key, 201, "POST segments " + segment, () -> Shown.Group.of(segments.save(actor, segment)));
    }

    /** Changes a segment. */
    @PUT
    @Path("/{id}")
    @Operation(summary = "Change a segment; its code and its snapshots stay")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "segment", value = Examples.SEGMENT)))
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "segment", value = Examples.SEGMENT)))
    public Shown.Group change(@PathParam("id") UUID id, String body) {
        return Shown.Group.of(segments.save(caller.actor(), Reading.segment(id, JsonBody.of(body))));
    }

    /** How many there would be. */
    @POST
    @Path("/size")
    @Operation(summary = "How many members these conditions hold for", description = "Changes nothing: no key needed.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "conditions", value = Examples.SEGMENT)))
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "size", value = Examples.SIZE)))
    public Segment.Size size(String body) {
        return segments.preview(caller.actor(), Reading.conditions(JsonBody.of(body)));
    }

    /** Asks for a snapshot. */
    @POST
    @Path("/{id}/snapshots")
    @Operation(summary = "Take a snapshot of a segment, in the background")
    @APIResponse(
            responseCode = "202",
            content = @Content(examples = @ExampleObject(name = "snapshot", value = Examples.SNAPSHOT)))
    public Response refresh(@PathParam("id") UUID id, @HeaderParam(Doing.KEY) @Nullable String key) {
        Actor actor = caller.actor();
        return doing.run(key, 202, "POST snapshots " + id, () -> segments.refresh(actor, id));
    }

    /** The snapshots. */
    @GET
    @Path("/{id}/snapshots")
    @Operation(summary = "A segment's snapshots with their progress, newest first")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "snapshots",
                                            value = Examples.LIST + Examples.SNAPSHOT + Examples.END)))
    public Items<SegmentSnapshot> snapshots(@PathParam("id") UUID id) {
        return Items.of(segments.snapshots(caller.actor(), id));
    }

    /** The members of a snapshot. */
    @GET
    @Path("/snapshots/{id}/members")
    @Operation(summary = "The members of a snapshot, by id")
    public Items<UUID> members(
            @PathParam("id") UUID id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("200") int limit) {
        return Items.of(segments.members(caller.actor(), id, after, limit));
    }
}
