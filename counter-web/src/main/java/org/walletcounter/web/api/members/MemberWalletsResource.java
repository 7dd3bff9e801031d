package org.walletcounter.web.api.members;

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
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Page;
import org.walletcounter.members.DeviceKey;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.Members;
import org.walletcounter.members.Payer;
import org.walletcounter.members.WalletView;
import org.walletcounter.web.api.Commands;
import org.walletcounter.web.api.Language;
import org.walletcounter.web.security.Caller;

/** Members' wallets and phones, as the staff's pages and integrations see them. */
@Path("/members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "members")
public class MemberWalletsResource {

    /** Where and when somebody spends is for who looks after members, on paper as here. */
    private static final Set<String> MAY_READ_STATEMENTS = Set.of("manager", "administrator");

    @Inject
    Members members;

    @Inject
    Statements statements;

    @Inject
    Enrolling enrolling;

    @Inject
    Commands commands;

    @Inject
    Caller caller;

    @Context
    HttpHeaders headers;

    /** Sets limits. */
    @PUT
    @Path("/{id}/limits")
    @Operation(summary = "Set the limits of a wallet; the house's limits hold in any case")
    public WalletView limit(@PathParam("id") UUID id, Bodies.@Nullable Limits limits) {
        Bodies.Limits asked = Fields.body(limits);
        String currency = Fields.currency(asked.currency());
        return members.limit(
                caller.actor(),
                id,
                Fields.money(asked.single(), currency),
                Fields.money(asked.daily(), currency),
                currency);
    }

    /** The statement of a wallet. */
    @GET
    @Path("/{id}/statement")
    @Operation(
            summary = "What has moved in a wallet, newest first, with the balance after each line",
            description = "Managers and administrators. Members have their own under /me.")
    public Page<Statements.Line> statement(
            @PathParam("id") UUID id,
            @QueryParam("currency") @Nullable String currency,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        Actor actor = caller.actor();
        if (!MAY_READ_STATEMENTS.contains(actor.role())) {
            throw new CounterException(KernelError.ROLE_MAY_NOT);
        }
        return statements.of(members.member(actor, id), currency, after, limit);
    }

    /** Enrols a phone. The answer is kept nowhere: who loses it enrols again. */
    @POST
    @Path("/{id}/devices")
    @Operation(summary = "Enrol a phone for payment codes; its key is shown this once")
    @APIResponse(
            responseCode = "200",
            description = "The phone's key",
            content = @Content(schema = @Schema(implementation = DeviceKey.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "members.DEVICE_ENROLLED_BEFORE: sent again; no second phone was enrolled. Enrol under a new key.")
    public Response enrol(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        Actor actor = caller.actor();
        return enrolling.enrol(actor, id, commands.key(actor, key, "enrol " + id), Language.of(headers));
    }

    /** Who shows a code. */
    @GET
    @Path("/payer")
    @Operation(summary = "Who shows this payment code, and what they can spend")
    public Bodies.Scanned payer(
            @QueryParam("shown") @Nullable String shown, @QueryParam("currency") @Nullable String currency) {
        Actor actor = caller.actor();
        Payer payer = members.payer(actor, Fields.text("shown", shown), Fields.currency(currency));
        MemberView member = members.member(actor, payer.memberId());
        return member.wallets().stream()
                .filter(wallet -> wallet.account().equals(payer.wallet()))
                .findFirst()
                .map(wallet -> scanned(payer, wallet))
                .orElseGet(() -> new Bodies.Scanned(payer.memberId(), payer.greeting(), payer.language(), null));
    }

    private static Bodies.Scanned scanned(Payer payer, WalletView wallet) {
        return new Bodies.Scanned(payer.memberId(), payer.greeting(), payer.language(), wallet.available());
    }
}
