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
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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
import org.walletcounter.promotions.PriceFile;
import org.walletcounter.promotions.PriceFiles;
import org.walletcounter.promotions.PriceListDraft;
import org.walletcounter.promotions.PriceLists;
import org.walletcounter.web.RefusalTexts;
import org.walletcounter.web.api.Commands;
import org.walletcounter.web.api.Language;
import org.walletcounter.web.security.Caller;

/** The prices of a list as a file. */
@Path("/promotions/price-lists/{id: [0-9a-fA-F-]{36}}/prices")
@Tag(name = "back-office")
@SuppressWarnings("checkstyle:ClassFanOutComplexity") // the API document's annotations
public class PricesResource {

    private static final String CSV = "text/csv";

    private static final String FILE = "sku,price\n85123A,2.55\n71053,3.39\n";

    private static final String READ = "{\"added\":1,\"changed\":1,\"same\":0,\"faults\":[{\"line\":4,"
            + "\"code\":\"promotions.PRICE_UNREADABLE\",\"text\":\"“2,55” is no price in GBP. …\"}]}";

    @Inject
    PriceFiles files;

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

    /** The present prices. */
    @GET
    @Produces({CSV, MediaType.APPLICATION_JSON})
    @Operation(summary = "The prices of a list as CSV", description = "In the form in which they can be sent again.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = CSV, examples = @ExampleObject(name = "prices", value = FILE)))
    public Response prices(@PathParam("id") UUID id) {
        return Response.ok(files.write(caller.actor(), id), CSV + ";charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"prices.csv\"")
                .build();
    }

    /** What a file would do. */
    @POST
    @Path("/check")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What a file of prices would do, without doing it",
            description = "Each line that cannot be used is told with what to do about it, in the language asked for.")
    @RequestBody(content = @Content(mediaType = CSV, examples = @ExampleObject(name = "prices", value = FILE)))
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "read", value = READ)))
    public Read check(@PathParam("id") UUID id, String body) {
        Actor actor = caller.actor();
        PriceListDraft content = lists.list(actor, id).content();
        PriceFile file = files.read(actor, content.currency(), content.unitAmounts(), body);
        return Read.of(file, Language.of(headers));
    }

    /** Makes a file count. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Put a file of prices into a list",
            description =
                    "All of them, or none when a line cannot be used. MERGE adds and changes, REPLACE leaves only the"
                            + " file's prices in the list. Send the version of the list that you have seen. UTF-8, with commas,"
                            + " prices in major units.")
    @RequestBody(content = @Content(mediaType = CSV, examples = @ExampleObject(name = "prices", value = FILE)))
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "list", value = PriceListsResource.LIST)))
    public Response take(
            @HeaderParam("Idempotency-Key") @Nullable String header,
            @PathParam("id") UUID id,
            @QueryParam("version") int version,
            @QueryParam("way") @DefaultValue("MERGE") PriceFile.Way way,
            String body) {
        Actor actor = caller.actor();
        String command = "POST /promotions/price-lists/prices " + id + " " + version + " " + way + " " + body;
        CommandKey key = commands.key(actor, header, command);
        return commands.runText(
                key, 200, Language.of(headers), () -> definitions.write(files.take(actor, id, version, way, body)));
    }

    /** What a file would do: how many prices are new, how many others, how many as before, and what is wrong. */
    public record Read(long added, long changed, long same, List<Fault> faults) {

        static Read of(PriceFile file, Locale locale) {
            return new Read(
                    file.count(PriceFile.Effect.NEW),
                    file.count(PriceFile.Effect.CHANGED),
                    file.count(PriceFile.Effect.SAME),
                    file.faults().stream()
                            .map(fault -> new Fault(
                                    fault.line(), fault.why().error().code(), RefusalTexts.of(fault.why(), locale)))
                            .toList());
        }
    }

    /** A line that cannot be used. */
    public record Fault(int line, String code, String text) {}
}
