package org.walletcounter.web.api.vouchers;

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
import org.walletcounter.ledger.Finding;
import org.walletcounter.vouchers.Step;
import org.walletcounter.vouchers.Use;
import org.walletcounter.vouchers.Vouchers;
import org.walletcounter.web.api.Commands;
import org.walletcounter.web.api.Findings;
import org.walletcounter.web.api.Items;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.api.Language;
import org.walletcounter.web.security.Caller;

/** Vouchers at the till and in the back office. */
@Path("/vouchers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "till")
@Tag(name = "integration")
public class VouchersResource {

    private static final String KEY = "Idempotency-Key";

    @Inject
    Vouchers vouchers;

    @Inject
    Commands commands;

    @Inject
    Caller caller;

    @Context
    HttpHeaders headers;

    /** A member's vouchers. */
    @GET
    @Operation(summary = "A member's vouchers, those that expire first first; all=true: also what is used and over")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "one",
                                            value = "{\"items\":[" + Examples.VOUCHER + "],\"after\":null}")))
    public Items<Shown.Voucher> of(
            @QueryParam("memberId") @Nullable UUID memberId, @QueryParam("all") @DefaultValue("false") boolean all) {
        if (memberId == null) {
            throw CounterException.at("memberId", KernelError.FIELD_MISSING, "memberId");
        }
        return Items.of(vouchers.of(caller.actor(), memberId, all).stream()
                .map(Shown::of)
                .toList());
    }

    /** The voucher of a code. */
    @POST
    @Path("/by-code")
    @Operation(
            summary = "The voucher of a code that is shown",
            description =
                    "A unique code is brought in once: shown again it is the same voucher, or refused once it is used"
                            + " or over. With memberId it becomes that member's, or is refused if it is another's. A code"
                            + " that everybody may use gives one out.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "code",
                                            value = "{\"code\":\"7K3F-9QXW-2MTP\",\"memberId\":null}")))
    @APIResponse(
            responseCode = "201",
            content = @Content(examples = @ExampleObject(name = "voucher", value = Examples.VOUCHER)))
    public Response byCode(@HeaderParam(KEY) @Nullable String key, String body) {
        JsonBody json = JsonBody.of(body);
        String code = json.text("code");
        UUID member = json.optionalId("memberId");
        return run(
                key, 201, "code " + code + " " + member, () -> Shown.of(vouchers.byCode(caller.actor(), code, member)));
    }

    /** A voucher. */
    @GET
    @Path("/{id}")
    @Operation(summary = "A voucher")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "voucher", value = Examples.VOUCHER)))
    public Shown.Voucher voucher(@PathParam("id") UUID id) {
        return Shown.of(vouchers.voucher(caller.actor(), id));
    }

    /** Its life. */
    @GET
    @Path("/{id}/history")
    @Operation(summary = "Where a voucher came from and where it went: its journals, oldest first")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "life", value = Examples.STORY)))
    public Items<Step> history(@PathParam("id") UUID id) {
        return Items.of(vouchers.story(caller.actor(), id));
    }

    /** Sets aside. */
    @POST
    @Path("/holds")
    @Operation(
            summary = "Set vouchers aside for a checkout, all or none; free again by themselves after a while",
            description = "A member's voucher needs its holder's memberId, unless it came with a code. saving is what"
                    + " it takes off in this sale, in its campaign's currency and no more than its terms can; it is"
                    + " kept from the campaign's budget.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "one",
                                            value = "{\"reason\":\"T1-0042\",\"memberId\":null,"
                                                    + "\"uses\":[{\"voucherId\":"
                                                    + "\"0199a2c4-0000-7000-8000-0000000000d1\",\"saving\":"
                                                    + "{\"amount\":500,\"currency\":\"GBP\"}}]}")))
    @APIResponse(responseCode = "201", description = "The holds")
    public Response hold(@HeaderParam(KEY) @Nullable String key, String body) {
        JsonBody json = JsonBody.of(body);
        String reason = json.text("reason");
        UUID member = json.optionalId("memberId");
        List<Use> uses = json.objects("uses", each -> new Use(each.id("voucherId"), each.money("saving"), null));
        return run(
                key,
                201,
                "hold " + reason + uses + " " + member,
                () -> Items.of(vouchers.hold(caller.actor(), member, uses, reason)));
    }

    /** Gives free again. */
    @POST
    @Path("/holds/release")
    @Operation(summary = "Give vouchers that were set aside free again")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "one",
                                            value = "{\"holds\":[\"0199a2c4-0000-7000-8000-0000000000e1\"]}")))
    public Response release(@HeaderParam(KEY) @Nullable String key, String body) {
        List<UUID> holds = JsonBody.of(body).ids("holds").stream().sorted().toList();
        return run(key, 200, "release " + holds, () -> {
            vouchers.release(caller.actor(), holds);
            return Items.of(holds);
        });
    }

    /** Withdraws one. */
    @POST
    @Path("/{id}/withdrawal")
    @Operation(summary = "Take a voucher out of somebody's hand")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "why", value = "{\"reason\":\"granted by mistake\"}")))
    public Response withdraw(@PathParam("id") UUID id, @HeaderParam(KEY) @Nullable String key, String body) {
        String reason = JsonBody.of(body).text("reason");
        return run(
                key,
                200,
                "withdraw " + id + " " + reason,
                () -> Shown.of(vouchers.withdraw(caller.actor(), id, reason)));
    }

    /** Checks all of them. */
    @GET
    @Path("/check")
    @Operation(
            summary =
                    "Hold all vouchers against the ledger and against what is promised; no finding is the good answer",
            description = "The vouchers of all merchants. One check runs at a time; who comes meanwhile gets 409"
                    + " ledger.CHECK_RUNNING. At which voucher or campaign a promise is broken, administrators are told;"
                    + " managers, which promise.")
    public Items<Finding> check() {
        return Items.of(Findings.told(caller.actor().role(), vouchers.check()));
    }

    private Response run(@Nullable String key, int status, String content, Supplier<Object> command) {
        return commands.run(commands.key(caller.actor(), key, content), status, Language.of(headers), command);
    }
}
