package org.walletcounter.web.api.reporting;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A member's statement, for staff. A path of its own, so that it is found beside the members' other pages. */
@Path("/members/{id}/statement.pdf")
@Tag(name = "back office")
public class MemberStatementResource {

    @Inject
    ReportFiles files;

    /** The statement. */
    @GET
    @Operation(summary = "A member's wallet statement as PDF")
    public Response statement(@PathParam("id") UUID id, @BeanParam ReportChoice choice, @Context HttpHeaders headers) {
        return files.answer(ReportFiles.STATEMENT, choice.of(id.toString()), headers);
    }
}
