package org.walletcounter.web.api.merchants;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
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
import org.walletcounter.kernel.Ids;
import org.walletcounter.merchants.TaxRate;
import org.walletcounter.merchants.TaxRates;
import org.walletcounter.web.api.CalendarDay;
import org.walletcounter.web.api.Commands;
import org.walletcounter.web.api.Items;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.api.Language;
import org.walletcounter.web.security.Caller;

/** The tax rates that sales are reckoned with. */
@Path("/tax-rates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "back-office")
public class TaxRatesResource {

    private static final String EXAMPLE = "{\"storeId\":null,\"code\":\"VAT\",\"nameEn\":\"VAT\",\"nameZh\":\"增值税\","
            + "\"basisPoints\":2000,\"standard\":true,\"from\":\"2027-01-01\"}";

    @Inject
    TaxRates rates;

    @Inject
    Commands commands;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @Context
    HttpHeaders headers;

    /** All rates. */
    @GET
    @Operation(summary = "The tax rates, begun or not, by code, store and day")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "rates",
                                            value = "{\"items\":[" + EXAMPLE + "],\"after\":null}")))
    public Items<TaxRate> all() {
        return Items.of(rates.all(caller.actor()));
    }

    /** Adds a rate. */
    @POST
    @Operation(
            summary = "Add a tax rate",
            description =
                    "Managers and administrators. It begins today or later and holds until another of the same code and store"
                            + " begins. standard: also for goods without a code of their own and for open lines. basisPoints 2,000 is 20 %;"
                            + " 0 for goods free of tax. Without any rate no tax is reckoned.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "rate", value = EXAMPLE)))
    @APIResponse(responseCode = "201", content = @Content(examples = @ExampleObject(name = "rate", value = EXAMPLE)))
    public Response add(@HeaderParam("Idempotency-Key") @Nullable String header, String body) {
        Actor actor = caller.actor();
        CommandKey key = commands.key(actor, header, "POST /tax-rates " + body);
        TaxRate rate = rate(actor, Ids.next(clock), JsonBody.of(body));
        return commands.run(key, 201, Language.of(headers), () -> rates.add(actor, rate));
    }

    /** Takes a rate back. */
    @DELETE
    @Path("/{id}")
    @Operation(summary = "Take back a tax rate that has not begun")
    @APIResponse(responseCode = "204", description = "Taken back")
    public Response drop(@PathParam("id") UUID id) {
        rates.drop(caller.actor(), id);
        return Response.noContent().build();
    }

    private static TaxRate rate(Actor actor, UUID id, JsonBody body) {
        return new TaxRate(
                id,
                actor.merchantId(),
                body.optionalId("storeId"),
                body.text("code"),
                body.text("nameEn"),
                body.text("nameZh"),
                body.count("basisPoints"),
                body.truth("standard", false),
                day(body));
    }

    private static LocalDate day(JsonBody body) {
        try {
            return CalendarDay.parse(body.text("from"));
        } catch (DateTimeException unreadable) {
            throw body.invalid("from");
        }
    }
}
