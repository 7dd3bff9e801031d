package org.walletcounter.web.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.web.security.Caller;

/**
 * Refuses whom nobody knows, before anything of their body is read: an operation asks who calls when its body is a text in
 * memory already and often a tree, many times as large. Where everybody may call, the body of such a caller must be small.
 * Known callers cost it one look at the request.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class SignedInFirst implements ContainerRequestFilter {

    /** Who signs in sends a few hundred bytes. */
    static final int MOST = 16 << 10;

    @Context
    ResourceInfo operation;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (request.getProperty(Caller.ATTRIBUTE) == null) {
            requireForEverybody();
            takeLittle(request);
        }
    }

    private void requireForEverybody() {
        if (!operation.getResourceMethod().isAnnotationPresent(ForEverybody.class)) {
            throw new CounterException(KernelError.NOT_SIGNED_IN);
        }
    }

    /** Read here and not measured by its header: a body in pieces does not say how long it is. */
    private static void takeLittle(ContainerRequestContext request) throws IOException {
        byte[] body = request.getEntityStream().readNBytes(MOST + 1);
        if (body.length > MOST) {
            throw new CounterException(KernelError.BODY_TOO_LARGE);
        }
        request.setEntityStream(new ByteArrayInputStream(body));
    }
}
