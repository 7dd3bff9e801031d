package org.walletcounter.web.api.members;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.Page;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.Members;
import org.walletcounter.members.Registration;
import org.walletcounter.web.api.Commands;
import org.walletcounter.web.api.Json;
import org.walletcounter.web.api.Language;
import org.walletcounter.web.security.Caller;

/** Members, as the staff's pages and integrations see them. */
@Path("/members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "members")
public class MembersResource {

    private static final String KEY = "Idempotency-Key";

    @Inject
    Members members;

    @Inject
    Commands commands;

    @Inject
    Caller caller;

    @Context
    HttpHeaders headers;

    /** Finds members. */
    @GET
    @Operation(summary = "Find members by phone, card, code or name; without a text all, newest first")
    public Page<MemberView> find(
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return members.find(caller.actor(), text, after, limit);
    }

    /**
     * Registers somebody. What is kept under the key is the new member's id alone: names and phones are nowhere kept in
     * clear, nor as a hash that can be guessed, so a repeat shows the member as they are by then.
     */
    @POST
    @Operation(summary = "Register a member")
    @APIResponse(
            responseCode = "201",
            description = "The member",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    public Response register(@HeaderParam(KEY) @Nullable String key, Bodies.@Nullable Joining joining) {
        Actor actor = caller.actor();
        Bodies.Joining asked = Fields.body(joining);
        Registration registration = new Registration(
                Fields.text("phone", asked.phone()),
                Fields.text("name", asked.name()),
                asked.language() == null ? locale().getLanguage() : asked.language(),
                Fields.optional(asked.privacyNotice()),
                asked.card(),
                asked.birthday());
        CommandKey command = command(actor, key, Json.SHARED.toJson(asked));
        return once(actor, command, 201, () -> members.register(actor, registration));
    }

    /** A member. */
    @GET
    @Path("/{id}")
    @Operation(summary = "A member with wallets and identifiers, masked by role")
    public MemberView member(@PathParam("id") UUID id) {
        return members.member(caller.actor(), id);
    }

    /** Changes name and language. */
    @PATCH
    @Path("/{id}")
    @Operation(summary = "Change a member's name and language")
    public MemberView change(@PathParam("id") UUID id, Bodies.@Nullable Naming naming) {
        Bodies.Naming asked = Fields.body(naming);
        return members.change(
                caller.actor(), id, Fields.text("name", asked.name()), Fields.text("language", asked.language()));
    }

    /** Tells or corrects the birthday. Done twice it is the same, so it needs no key. */
    @PUT
    @Path("/{id}/birthday")
    @Operation(
            summary =
                    "Tell or correct a member's birthday: 1990-02-28, or --02-28 without the year; null takes it away")
    public MemberView born(@PathParam("id") UUID id, Bodies.@Nullable Born born) {
        return members.tellBirthday(caller.actor(), id, Fields.body(born).birthday());
    }

    /** Binds an identifier. */
    @POST
    @Path("/{id}/identifiers")
    @Operation(summary = "Bind a card, an e-mail address, an outside number, or, not as a cashier, a changed phone")
    @APIResponse(
            responseCode = "200",
            description = "The member",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    public Response identify(
            @PathParam("id") UUID id,
            @HeaderParam(KEY) @Nullable String key,
            Bodies.@Nullable Identifying identifying) {
        Bodies.Identifying asked = Fields.body(identifying);
        String kind = Fields.text("kind", asked.kind());
        String value = Fields.text("value", asked.value());
        Actor actor = caller.actor();
        CommandKey command = command(actor, key, id + " " + Json.SHARED.toJson(asked));
        return once(actor, command, 200, () -> members.identify(actor, id, kind, value));
    }

    /** Freezes, thaws or closes. */
    @POST
    @Path("/{id}/state")
    @Operation(summary = "Freeze, thaw or close a member")
    @APIResponse(
            responseCode = "200",
            description = "The member",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    public Response stand(
            @PathParam("id") UUID id, @HeaderParam(KEY) @Nullable String key, Bodies.@Nullable Standing standing) {
        Bodies.Standing asked = Fields.body(standing);
        Actor actor = caller.actor();
        CommandKey command = command(actor, key, id + " " + Json.SHARED.toJson(asked));
        return once(actor, command, 200, () -> members.setState(actor, id, Fields.state(asked.state())));
    }

    /** Does something once per key and shows the member; what is kept is the id alone, see {@link #register}. */
    private Response once(Actor actor, CommandKey key, int status, Supplier<MemberView> command) {
        Response done = commands.run(
                key, status, locale(), () -> Map.of("id", command.get().id()));
        return done.getStatus() == status ? withMember(actor, done) : done;
    }

    private Response withMember(Actor actor, Response done) {
        JsonObject kept = Json.SHARED.fromJson((String) done.getEntity(), JsonObject.class);
        MemberView member = members.member(actor, UUID.fromString(kept.getString("id")));
        Response.ResponseBuilder answer = Response.status(done.getStatus()).entity(member);
        Object replayed = done.getHeaders().getFirst(Commands.REPLAYED);
        return replayed == null
                ? answer.build()
                : answer.header(Commands.REPLAYED, replayed).build();
    }

    /** Names and numbers are few enough to be tried out one by one, so no plain hash of them is kept. */
    private CommandKey command(Actor actor, @Nullable String key, String content) {
        return commands.key(actor, key, members.fingerprint(actor, content));
    }

    private Locale locale() {
        return Language.of(headers);
    }
}
