package org.walletcounter.web.api.reporting;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A member's own statement. */
@Path("/me/statement.pdf")
@Tag(name = "customer")
public class OwnStatementResource {

    @Inject
    ReportFiles files;

    /** The statement. */
    @GET
    @Operation(summary = "The signed-in member's wallet statement as PDF")
    public Response statement(@BeanParam ReportChoice choice, @Context HttpHeaders headers) {
        return files.answer(ReportFiles.STATEMENT, choice.of(null), headers);
    }
}
