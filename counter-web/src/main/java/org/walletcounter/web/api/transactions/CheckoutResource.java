package org.walletcounter.web.api.transactions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.walletcounter.transactions.CheckoutQuote;
import org.walletcounter.transactions.CheckoutRequest;
import org.walletcounter.transactions.RefundCalculation;
import org.walletcounter.transactions.Transactions;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.api.orders.BasketLines;
import org.walletcounter.web.security.Caller;

/** What a sale will cost and what a refund will give back, before anybody confirms. Changes nothing, so it takes no key. */
@ApplicationScoped
@Path("/payments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "till")
@Tag(name = "integration")
public class CheckoutResource {

    @Inject
    Transactions transactions;

    @Inject
    Caller caller;

    /** Prices a sale for a customer. */
    @POST
    @Path("/quote")
    @Operation(
            summary = "Price a sale for a customer",
            description =
                    "The best legal price with the promotions that are live, the vouchers of the customer who shows a code, and"
                            + " those shown as codes; the quote says why. Send the same lines, code and \"pricing\" with the payment, and"
                            + " \"payable\" as its amount. \"without\" and \"with\" overrule the choice by id; \"points\" says how many may pay."
                            + " \"channel\" (till, phone, web), \"orderKind\" (retail, table, room, booking) and a line's \"daysLeft\""
                            + " matter to promotions that ask for them; say the same with the payment.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "sale", value = CheckoutExamples.QUESTION)))
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "price", value = CheckoutExamples.QUOTE)))
    public CheckoutQuote quote(String body) {
        JsonBody json = JsonBody.of(body);
        CheckoutRequest request = new CheckoutRequest(
                json.id("storeId"),
                json.optionalId("tillId"),
                json.text("saleNumber"),
                json.objects("lines", BasketLines::read),
                json.optionalText("shown"),
                Wishes.read(json),
                json.texts("tenders").stream()
                        .map(each -> PaymentBody.kind(json, each))
                        .collect(Collectors.toUnmodifiableSet()),
                PaymentBody.channel(json));
        return transactions.quote(caller.actor(), request);
    }

    /** Reckons a refund. */
    @POST
    @Path("/{id}/refunds/calculation")
    @Operation(
            summary = "Reckon a refund",
            description =
                    "What the same refund would do now: the money and where it goes, points, vouchers, and how it was reckoned:"
                            + " what was paid for the goods, less what is withheld, less what was given back before as an amount."
                            + " \"prizesBack\" says what becomes of the prizes of lottery tickets that go back with the goods:"
                            + " PUT_BACK into stock, as the member does not have it yet; WITHDRAWN, an unused voucher; KEPT, handed"
                            + " over, used, points or money.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "lines", value = CheckoutExamples.LINES)))
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "calculation", value = CheckoutExamples.CALCULATION)))
    public RefundCalculation calculate(@PathParam("id") UUID id, String body) {
        return transactions.calculate(caller.actor(), RefundBody.read(id, JsonBody.of(body)));
    }
}
