package org.walletcounter.web.api.members;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Page;
import org.walletcounter.members.DeviceKey;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.Members;
import org.walletcounter.members.TextReminders;
import org.walletcounter.members.WalletView;
import org.walletcounter.transactions.PaymentQuery;
import org.walletcounter.transactions.PaymentView;
import org.walletcounter.transactions.Transactions;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.security.Caller;

/** What a signed-in customer sees and does: always themselves, never an id. */
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "customer")
public class MeResource {

    private static final String MEMBER = "member:";

    @Inject
    Members members;

    @Inject
    TextReminders texts;

    @Inject
    Transactions transactions;

    @Inject
    Statements statements;

    @Inject
    Caller caller;

    /** The customer themselves. */
    @GET
    @Operation(summary = "Who I am and what is in my wallets")
    public MemberView me() {
        return members.member(caller.actor(), id());
    }

    /** The statement of a wallet. */
    @GET
    @Path("/statement")
    @Operation(summary = "What has moved in my wallet")
    public Page<Statements.Line> statement(
            @QueryParam("currency") @Nullable String currency,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return statements.of(me(), currency, after, limit);
    }

    /** The customer's payments. */
    @GET
    @Path("/payments")
    @Operation(summary = "My payments, newest first")
    public Page<PaymentView> payments(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @DefaultValue("50") int limit) {
        PaymentQuery mine = new PaymentQuery(null, null, null, null, id(), null, null, null, after, limit);
        return transactions.find(caller.actor(), mine);
    }

    /** Sets the customer's own limits. */
    @PUT
    @Path("/limits")
    @Operation(summary = "Set my limits per payment and per day")
    public WalletView limit(Bodies.@Nullable Limits limits) {
        Bodies.Limits asked = Fields.body(limits);
        String currency = Fields.currency(asked.currency());
        return members.limit(
                caller.actor(),
                id(),
                Fields.money(asked.single(), currency),
                Fields.money(asked.daily(), currency),
                currency);
    }

    /** Tells the customer's birthday, once. */
    @PUT
    @Path("/birthday")
    @Operation(summary = "Tell my birthday, once: 1990-02-28, or --02-28 without the year")
    public MemberView born(Bodies.@Nullable Born born) {
        return members.tellBirthday(
                caller.actor(), id(), Fields.text("birthday", Fields.body(born).birthday()));
    }

    /** Says yes or no to reminders by text message. */
    @PUT
    @Path("/text-reminders")
    @Operation(summary = "Let reminders of vouchers come by text message as well, or no more: {\"on\": true}")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "yes", value = "{\"on\":true}")))
    public MemberView remind(String body) {
        return texts.allow(caller.actor(), id(), JsonBody.of(body).truth("on"));
    }

    /** Sets the language of what is sent to the customer. */
    @PUT
    @Path("/language")
    @Operation(summary = "Choose the language of messages to me: {\"language\": \"en\"} or \"zh\"")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "chinese", value = "{\"language\":\"zh\"}")))
    public MemberView speak(String body) {
        return members.changeLanguage(caller.actor(), id(), JsonBody.of(body).text("language"));
    }

    /** Freezes the customer's wallets at once. Done twice it is the same, so it needs no key. */
    @POST
    @Path("/freeze")
    @Operation(summary = "Freeze my wallet; only the staff can thaw it")
    public MemberView freeze() {
        return members.setState(caller.actor(), id(), MemberView.State.FROZEN);
    }

    /** Enrols this phone. The answer is kept nowhere: who loses it enrols again. */
    @POST
    @Path("/devices")
    @Operation(summary = "Enrol this phone for payment codes; its key is shown this once")
    public DeviceKey enrol() {
        return members.enrolDevice(caller.actor(), id());
    }

    /** Whether a phone still counts, so that one whose key was ended enrols again. */
    @GET
    @Path("/devices/{number}")
    @Operation(summary = "Whether this phone's codes still pay: 204, or 404 where its key was ended")
    public void device(@PathParam("number") long number) {
        members.checkDevice(caller.actor(), id(), number);
    }

    private UUID id() {
        Actor actor = caller.actor();
        if (!actor.id().startsWith(MEMBER)) {
            throw new CounterException(KernelError.ROLE_MAY_NOT);
        }
        return UUID.fromString(actor.id().substring(MEMBER.length()));
    }
}
