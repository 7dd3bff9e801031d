package org.walletcounter.web.api.reporting;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A batch's codes to print and cut. A path of its own, so that it is found beside the batch. */
@Path("/voucher-campaigns/{id}/codes/{batch}/sheet.pdf")
@Tag(name = "back-office")
public class VoucherSheetResource {

    @Inject
    ReportFiles files;

    /** The vouchers. */
    @GET
    @Operation(
            summary = "The vouchers of a batch as PDF, eight on A4 with cut marks and a QR code each",
            description =
                    "part is \"1-5000\" or the like: a file holds at most 10,000. Writing codes out is a privileged"
                            + " act and stands on the audit trail.")
    public Response sheet(
            @PathParam("id") UUID id,
            @PathParam("batch") UUID batch,
            @QueryParam("part") @Nullable String part,
            @BeanParam ReportChoice choice,
            @Context HttpHeaders headers) {
        String subject = id + "/" + batch + (part == null || part.isBlank() ? "" : "/" + part.strip());
        return files.answer("voucher-sheet", choice.of(subject), headers);
    }
}
