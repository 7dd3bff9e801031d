package org.walletcounter.web.api.reporting;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.walletcounter.reporting.ReportView;
import org.walletcounter.reporting.Reports;
import org.walletcounter.web.security.Caller;

/** Printed reports as files. */
@Path("/reports")
@Tag(name = "back office")
public class ReportResource {

    @Inject
    Reports reports;

    @Inject
    ReportFiles files;

    @Inject
    Caller caller;

    /** What can be made. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The reports that the caller may make")
    public Items list(@Context HttpHeaders headers) {
        return new Items(reports.offered(caller.actor(), ReportFiles.language(headers)), null);
    }

    /** Makes one. */
    @GET
    @Path("/{code}")
    @Operation(summary = "A report as a file: PDF or XLSX, of one day or a span, of a store or all")
    public Response make(@PathParam("code") String code, @BeanParam ReportChoice choice, @Context HttpHeaders headers) {
        return files.answer(code, choice, headers);
    }

    /** The list, as all lists of the API are. */
    public record Items(List<ReportView> items, @Nullable String after) {}
}
