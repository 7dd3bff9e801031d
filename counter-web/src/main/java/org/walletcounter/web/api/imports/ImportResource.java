package org.walletcounter.web.api.imports;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.walletcounter.imports.ImportView;
import org.walletcounter.imports.Imports;
import org.walletcounter.imports.ListedLine;
import org.walletcounter.imports.Reconciliation;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Answer;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Idempotency;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Page;
import org.walletcounter.web.api.Commands;
import org.walletcounter.web.api.Json;
import org.walletcounter.web.security.Caller;

/** Imports of sales history. A file is sent as the body of the request, whatever its size, and never held in memory. */
@Path("/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "back office")
public class ImportResource {

    @Inject
    Imports imports;

    @Inject
    Commands commands;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    /** Takes a file in and starts to import it. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Import a file of sales history (CSV, plain or gzipped) into a store")
    @APIResponse(
            responseCode = "201",
            description = "The import that runs now",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response start(
            @HeaderParam("Idempotency-Key") @Nullable String header,
            @QueryParam("storeId") @Nullable UUID storeId,
            @QueryParam("fileName") @DefaultValue("history.csv") String fileName,
            InputStream file) {
        Actor actor = caller.actor();
        if (storeId == null) {
            throw CounterException.at("storeId", KernelError.FIELD_MISSING);
        }
        CommandKey key = commands.key(actor, header, "import " + storeId + " " + fileName);
        Optional<Answer> before = idempotency.recall(key);
        return Commands.response(before.orElseGet(() -> {
            ImportView started = imports.start(actor, storeId, fileName, file);
            return idempotency.keep(key, new Answer(201, Json.SHARED.toJson(started), false));
        }));
    }

    /** All imports of the merchant. */
    @GET
    @Operation(summary = "The imports of the merchant, newest first")
    public Items all() {
        return new Items(imports.all(caller.actor()), null);
    }

    /** One import. */
    @GET
    @Path("/{id}")
    @Operation(summary = "An import as it stands")
    public ImportView status(@PathParam("id") UUID id) {
        return imports.status(caller.actor(), id);
    }

    /** Pauses; a repeat changes nothing, so no key is asked for. */
    @POST
    @Path("/{id}/pause")
    @Operation(summary = "Pause an import after the day in hand")
    public ImportView pause(@PathParam("id") UUID id) {
        return imports.pause(caller.actor(), id);
    }

    /** Resumes; an import that runs already refuses, so no key is asked for. */
    @POST
    @Path("/{id}/resume")
    @Operation(summary = "Go on with an import that was paused or broken off")
    public ImportView resume(@PathParam("id") UUID id) {
        return imports.resume(caller.actor(), id);
    }

    /** Lines that were not booked as they stand. */
    @GET
    @Path("/{id}/lines")
    @Operation(summary = "The lines that were not booked as they stand, each with the reason")
    public Page<ListedLine> lines(
            @PathParam("id") UUID id,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return imports.listed(caller.actor(), id, reason, after, limit);
    }

    /** The figures of the file beside ours. */
    @GET
    @Path("/{id}/reconciliation")
    @Operation(summary = "The file's figures beside those of the books, with every difference explained")
    public Reconciliation reconciliation(@PathParam("id") UUID id) {
        return imports.reconcile(caller.actor(), id);
    }

    /** A list as the API writes it. */
    public record Items(List<ImportView> items, @Nullable String after) {}
}
