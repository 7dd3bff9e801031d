package org.walletcounter.web.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;

/** Refuses a NUL in an address, at its parameter, as {@link JsonBody} does in bodies: PostgreSQL has no such letter. */
@Provider
public class NoNul implements ContainerRequestFilter {

    private static final String NUL = "%00";

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo address = request.getUriInfo();
        if (address.getRequestUri().toString().contains(NUL)) {
            refuse(address.getPathParameters());
            refuse(address.getQueryParameters());
        }
    }

    private static void refuse(MultivaluedMap<String, String> parameters) {
        parameters.forEach((name, values) -> {
            if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                throw CounterException.at(name, KernelError.FIELD_INVALID, name);
            }
        });
    }
}
