package org.walletcounter.web.api.reporting;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.reporting.BoardView;
import org.walletcounter.reporting.LiveBoard;
import org.walletcounter.web.security.Caller;
import org.walletcounter.web.security.RecognisingCallers;

/** The live board: today's figures now, and again whenever they move. */
@Path("/board")
@Tag(name = "back office")
public class BoardResource {

    @Inject
    LiveBoard board;

    @Inject
    BoardStreams streams;

    @Inject
    Caller caller;

    @Inject
    RecognisingCallers recognising;

    /** Today as it stands. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Today's attempts, payments, amounts and answer times, by tender and by hour")
    public BoardView today(@QueryParam("storeId") @Nullable UUID storeId) {
        return board.today(caller.actor(), storeId);
    }

    /** The same as server-sent events named "board", until the caller goes, signs out or may not look any more. */
    @GET
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Today's figures whenever they move, as server-sent events",
            description =
                    "Managers, analysts and administrators. The stream ends when the session or the API key does.")
    public void events(@Context SseEventSink sink, @Context Sse sse, @Context HttpServletRequest request) {
        Actor actor = caller.actor();
        streams.open(actor, sink, sse, recognising.staying(request, actor));
    }
}
