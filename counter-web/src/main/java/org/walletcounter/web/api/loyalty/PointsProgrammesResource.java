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
import org.walletcounter.ledger.Finding;
import org.walletcounter.loyalty.PointsProgrammes;
import org.walletcounter.loyalty.Programme;
import org.walletcounter.web.api.Findings;
import org.walletcounter.web.api.Items;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.security.Caller;

/** Points programmes: their rules, and what is owed to members. */
@Path("/points-programmes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "back-office")
public class PointsProgrammesResource {

    @Inject
    PointsProgrammes programmes;

    @Inject
    Doing doing;

    @Inject
    Caller caller;

    /** The programmes. */
    @GET
    @Operation(summary = "The points programmes with the rules in force")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "programmes",
                                            value = Examples.LIST + Examples.PROGRAMME + Examples.END)))
    public Items<Programme> all() {
        return Items.of(programmes.all(caller.actor()));
    }

    /** A programme. */
    @GET
    @Path("/{id}")
    @Operation(summary = "A points programme")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "programme", value = Examples.PROGRAMME)))
    public Programme programme(@PathParam("id") UUID id) {
        return programmes.programme(caller.actor(), id);
    }

    /** Makes a programme. */
    @POST
    @Operation(summary = "Make a points programme")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "programme", value = Examples.PROGRAMME)))
    @APIResponse(
            responseCode = "201",
            content = @Content(examples = @ExampleObject(name = "programme", value = Examples.PROGRAMME)))
    public Response make(@HeaderParam(Doing.KEY) @Nullable String key, String body) {
        Programme programme = Reading.programme(null, JsonBody.of(body));
        Actor actor = caller.actor();
        return doing.run(key, 201, "POST points-programmes " + programme, () -> programmes.save(actor, programme));
    }

    /** A new version of the rules. */
    @PUT
    @Path("/{id}")
    @Operation(
            summary = "Set a programme's rules",
            description = "A new version, in force from now on. The code stays.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "programme", value = Examples.PROGRAMME)))
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "programme", value = Examples.PROGRAMME)))
    public Programme change(@PathParam("id") UUID id, String body) {
        return programmes.save(caller.actor(), Reading.programme(id, JsonBody.of(body)));
    }

    /** What is owed. */
    @GET
    @Path("/{id}/liability")
    @Operation(summary = "What is owed in points, by the month in which it lapses")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "liability",
                                            value = Examples.LIST + Examples.MONTH + Examples.END)))
    public Items<Shown.Month> liability(@PathParam("id") UUID id) {
        return Items.of(programmes.liability(caller.actor(), id).stream()
                .map(Shown.Month::of)
                .toList());
    }

    /** Looks at every promise about points now; no finding is the only good answer. */
    @GET
    @Path("/check")
    @Operation(
            summary = "Check the books of points: earned less used less expired is the balance, lot by lot",
            description = "The points of all merchants. One check runs at a time; who comes meanwhile gets 409"
                    + " ledger.CHECK_RUNNING. At which member or lot a promise is broken, administrators are told;"
                    + " managers and analysts, which promise.")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "sound", value = Examples.LIST + Examples.END)))
    public Items<Finding> check() {
        return Items.of(Findings.told(caller.actor().role(), programmes.check()));
    }
}
