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
import org.walletcounter.web.api.Customer;
import org.walletcounter.web.security.Caller;

/** A member's own statement. */
@Path("/me/statement.pdf")
@Tag(name = "customer")
public class OwnStatementResource {

    @Inject
    ReportFiles files;

    @Inject
    Caller caller;

    /** The statement. */
    @GET
    @Operation(summary = "The signed-in member's wallet statement as PDF")
    public Response statement(@BeanParam ReportChoice choice, @Context HttpHeaders headers) {
        String own = Customer.id(caller.actor()).toString();
        return files.answer(ReportFiles.STATEMENT, choice.of(own), headers);
    }
}
