package org.walletcounter.web.api.vouchers;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import org.walletcounter.kernel.CounterException;
import org.walletcounter.members.Members;
import org.walletcounter.vouchers.Step;
import org.walletcounter.vouchers.Taking;
import org.walletcounter.vouchers.VoucherError;
import org.walletcounter.vouchers.Vouchers;
import org.walletcounter.web.api.Commands;
import org.walletcounter.web.api.Customer;
import org.walletcounter.web.api.Items;
import org.walletcounter.web.api.Json;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.api.Language;
import org.walletcounter.web.api.Problem;
import org.walletcounter.web.security.Caller;

/** A customer's own vouchers: always themselves, never an id. */
@Path("/me/vouchers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "customer")
public class MyVouchersResource {

    private static final String KEY = "Idempotency-Key";

    @Inject
    Vouchers vouchers;

    @Inject
    Members members;

    @Inject
    Commands commands;

    @Inject
    Caller caller;

    @Context
    HttpHeaders headers;

    /** Mine, what I can take, and what I shall be able to. */
    @GET
    @Operation(summary = "My vouchers, those that expire first first, those I can take now, and those that open later")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "mine",
                                            value = "{\"mine\":[" + Examples.VOUCHER + "],\"available\":[],\"coming\":["
                                                    + Examples.COMING + "],\"running\":true}")))
    public Shown.Mine mine() {
        Actor actor = caller.actor();
        return new Shown.Mine(
                vouchers.of(actor, id(), false).stream().map(Shown::of).toList(),
                vouchers.available(actor, id()).stream().map(Shown::of).toList(),
                vouchers.coming(actor, id()).stream().map(Shown::coming).toList(),
                vouchers.running(actor));
    }

    /** Takes one. */
    @POST
    @Operation(
            summary = "Take a voucher of a campaign, or bring in a code",
            description = "With campaignId: many may ask at once; exactly as many get one as there are, the others are"
                    + " answered vouchers.GONE. With code: what is printed on the voucher.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "take",
                                            value = "{\"campaignId\":\"0199a2c4-0000-7000-8000-0000000000c1\"}")))
    @APIResponse(
            responseCode = "201",
            content = @Content(examples = @ExampleObject(name = "voucher", value = Examples.VOUCHER)))
    @APIResponse(
            responseCode = "409",
            description = "None left",
            content =
                    @Content(mediaType = Problem.TYPE, examples = @ExampleObject(name = "gone", value = Examples.GONE)))
    public Response take(@HeaderParam(KEY) @Nullable String header, String body) {
        Actor actor = caller.actor();
        JsonBody json = JsonBody.of(body);
        String code = json.optionalText("code");
        if (code != null) {
            CommandKey key = commands.key(actor, header, "bring in " + code);
            return commands.run(key, 201, locale(), () -> Shown.of(vouchers.byCode(actor, code, id())));
        }
        UUID campaign = json.id("campaignId");
        CommandKey key = commands.key(actor, header, "take " + campaign);
        Taking taking = new Taking(campaign, id(), key, view -> Json.SHARED.toJson(Shown.of(view)));
        return commands.runKept(key, 201, locale(), () -> taking.answer().apply(vouchers.take(actor, taking)));
    }

    /** Its life. */
    @GET
    @Path("/{id}/history")
    @Operation(summary = "Where my voucher came from and where it went")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "life", value = Examples.STORY)))
    public Items<Step> history(@PathParam("id") UUID voucher) {
        return Items.of(vouchers.story(caller.actor(), voucher));
    }

    /** Gives one away. */
    @POST
    @Path("/{id}/gift")
    @Operation(
            summary = "Give my voucher to another member, if its campaign allows it",
            description = "Name the friend by memberId, or by number: their whole phone number, card or member code.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "friend",
                                            value = "{\"memberId\":\"0199a2c4-0000-7000-8000-0000000000bc\"}")))
    @APIResponse(responseCode = "201", description = "The voucher in the friend's hand")
    public Response give(@PathParam("id") UUID voucher, @HeaderParam(KEY) @Nullable String header, String body) {
        Actor actor = caller.actor();
        JsonBody json = JsonBody.of(body);
        String number = json.optionalText("number");
        UUID friend = number == null ? json.id("memberId") : friend(actor, number);
        CommandKey key = commands.key(actor, header, "give " + voucher + " " + friend);
        return commands.run(key, 201, locale(), () -> Shown.of(vouchers.give(actor, voucher, friend)));
    }

    private UUID friend(Actor actor, String number) {
        return members.byNumber(actor, number)
                .orElseThrow(() -> CounterException.at("number", VoucherError.NO_SUCH_MEMBER));
    }

    private Locale locale() {
        return Language.of(headers);
    }

    private UUID id() {
        return Customer.id(caller.actor());
    }
}
