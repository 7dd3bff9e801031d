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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.vouchers.CodeBatch;
import org.walletcounter.vouchers.VoucherCampaigns;
import org.walletcounter.vouchers.Vouchers;
import org.walletcounter.web.api.Commands;
import org.walletcounter.web.api.Items;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.api.Language;
import org.walletcounter.web.security.Caller;

/** How a campaign's vouchers go out: as codes, or granted to members. */
@Path("/voucher-campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "back-office")
public class VoucherCodesResource {

    private static final int LINE = 16;

    @Inject
    VoucherCampaigns campaigns;

    @Inject
    Vouchers vouchers;

    @Inject
    Commands commands;

    @Inject
    Caller caller;

    @Context
    HttpHeaders headers;

    /** Makes codes. */
    @POST
    @Path("/{id}/codes")
    @Operation(summary = "Make unique codes, up to a million at once; they are kept as keyed hashes only")
    @RequestBody(
            content =
                    @Content(
                            examples = @ExampleObject(name = "codes", value = "{\"label\":\"Cinema\",\"count\":5000}")))
    @APIResponse(
            responseCode = "201",
            description = "The batch",
            content = @Content(schema = @Schema(implementation = CodeBatch.class)))
    public Response make(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, String body) {
        Actor actor = caller.actor();
        JsonBody json = JsonBody.of(body);
        String label = json.text("label");
        int count = json.count("count");
        return commands.run(
                commands.key(actor, key, "codes " + id + " " + count + " " + label),
                201,
                Language.of(headers),
                () -> campaigns.makeCodes(actor, id, label, count));
    }

    /** The batches. */
    @GET
    @Path("/{id}/codes")
    @Operation(summary = "The batches of codes that were made")
    public Items<CodeBatch> batches(@PathParam("id") UUID id) {
        return Items.of(campaigns.batches(caller.actor(), id));
    }

    /** A batch's codes as a file. */
    @GET
    @Path("/{id}/codes/{batch}")
    @Produces({"text/csv", MediaType.APPLICATION_JSON})
    @Operation(summary = "The codes of a batch as a file, one a line, for a partner or the printer")
    public Response file(@PathParam("id") UUID id, @PathParam("batch") UUID batch) {
        List<CodeBatch> all = campaigns.batches(caller.actor(), id);
        int size = all.stream()
                .filter(each -> each.id().equals(batch))
                .mapToInt(CodeBatch::size)
                .sum();
        StringBuilder file = new StringBuilder((size + 1) * LINE).append("code\r\n");
        campaigns.codes(caller.actor(), batch, code -> file.append(code).append("\r\n"));
        return Response.ok(file.toString(), "text/csv")
                .header("Content-Disposition", "attachment; filename=\"codes-" + batch + ".csv\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Grants to members. */
    @POST
    @Path("/{id}/grants")
    @Operation(summary = "Grant a voucher to each of up to 5000 members; who gets none is named with the reason")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "two",
                                            value = "{\"memberIds\":[\"0199a2c4-0000-7000-8000-0000000000bb\","
                                                    + "\"0199a2c4-0000-7000-8000-0000000000bc\"]}")))
    @APIResponse(responseCode = "201", description = "Who has one now, and who has not, with the reason")
    public Response grant(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, String body) {
        Actor actor = caller.actor();
        List<UUID> members =
                JsonBody.of(body).ids("memberIds").stream().sorted().toList();
        return commands.run(
                commands.key(actor, key, "grant " + id + " " + members),
                201,
                Language.of(headers),
                () -> vouchers.grant(actor, id, members));
    }
}
