package org.walletcounter.web.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;

/** Refuses a NUL in what is asked for, at its parameter, as {@link JsonBody} does in bodies: PostgreSQL has no such letter. */
@Provider
public class NoNul implements ContainerRequestFilter {

    private static final String NUL = "%00";

    @Override
    public void filter(ContainerRequestContext request) {
        String query = request.getUriInfo().getRequestUri().getRawQuery();
        if (query != null && query.contains(NUL)) {
            request.getUriInfo().getQueryParameters().forEach((name, values) -> {
                if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                    throw CounterException.at(name, KernelError.FIELD_INVALID, name);
                }
            });
        }
    }
}
