package org.walletcounter.web.api.transactions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
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
import org.walletcounter.transactions.PaymentAnswer;
import org.walletcounter.transactions.PaymentRequest;
import org.walletcounter.transactions.PaymentView;
import org.walletcounter.transactions.Transactions;
import org.walletcounter.web.api.Commands;
import org.walletcounter.web.api.Items;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.api.Language;
import org.walletcounter.web.api.Problem;
import org.walletcounter.web.security.Caller;

/** Payments. One for all requests: making one for each would cost more than reading it. */
@ApplicationScoped
@Path("/payments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "till")
@Tag(name = "integration")
public class PaymentsResource {

    @Inject
    Transactions transactions;

    @Inject
    Commands commands;

    @Inject
    Caller caller;

    @Context
    HttpHeaders headers;

    /** Takes a payment. */
    @POST
    @Operation(
            summary = "Take a payment",
            description =
                    "Answers when the payment is durable. A refused payment is answered as a problem with the extra"
                            + " member \"payment\", and stays refused under its key. With code transactions.OUTCOME_UNKNOWN it is not"
                            + " known yet: ask again with the same key.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "wallet", value = Examples.PAYMENT_REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "Paid",
            content = @Content(examples = @ExampleObject(name = "paid", value = Examples.PAYMENT)))
    @APIResponse(
            responseCode = "422",
            description = "Refused; nothing was taken",
            content =
                    @Content(
                            mediaType = Problem.TYPE,
                            examples = @ExampleObject(name = "refused", value = Examples.REFUSED)))
    public CompletionStage<Response> pay(@HeaderParam("Idempotency-Key") @Nullable String header, String body) {
        Actor actor = caller.actor();
        PaymentRequest request = PaymentBody.read(JsonBody.of(body));
        CommandKey asked = commands.key(actor, header, request.toString());
        CommandKey key = new CommandKey(actor.id(), "payment " + header, asked.contentHash());
        Locale locale = Language.of(headers);
        return transactions.pay(actor, key, request).thenApply(answer -> answer(answer, locale));
    }

    /** Payments that meet the conditions. */
    @GET
    @Operation(
            summary = "Payments, newest first",
            description =
                    "With saleNumber: the payment that paid that sale, or its last refused attempt. With to: the latest"
                            + " business day first, and within a day the newest.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "page",
                                            value = "{\"items\":[" + Examples.PAYMENT + "],\"after\":null}")))
    public Items<PaymentView> find(@BeanParam PaymentConditions conditions) {
        Actor actor = caller.actor();
        if (conditions.saleNumber != null) {
            return Items.of(transactions
                    .ofSale(actor, conditions.saleNumber)
                    .map(List::of)
                    .orElseGet(List::of));
        }
        return Items.of(transactions.find(actor, conditions.query()));
    }

    /** A payment. */
    @GET
    @Path("/{id}")
    @Operation(summary = "A payment with its refunds")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "payment", value = Examples.PAYMENT)))
    public PaymentView payment(@PathParam("id") UUID id) {
        return transactions.payment(caller.actor(), id);
    }

    private static Response answer(PaymentAnswer answer, Locale locale) {
        CounterException refusal = answer.refusal();
        Response.ResponseBuilder response = refusal == null
                ? Response.status(Response.Status.CREATED).entity(answer.json())
                : Response.status(Problem.status(refusal.error()))
                        .type(Problem.TYPE)
                        .entity(refused(refusal, answer.json(), locale));
        return answer.replayed() ? response.header(Commands.REPLAYED, "true").build() : response.build();
    }

    /** The problem, with the payment as it was kept, to the byte, as its last member. */
    private static String refused(CounterException refusal, String payment, Locale locale) {
        String problem = Problem.body(refusal, locale).build().toString();
        return problem.substring(0, problem.length() - 1) + ",\"payment\":" + payment + "}";
    }
}
