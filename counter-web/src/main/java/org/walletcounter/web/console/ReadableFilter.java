package org.walletcounter.web.console;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;

/**
 * Refuses what holds a NUL, in an address or in a form, before a page works with it: PostgreSQL has no such letter. No page
 * sends one; programs do.
 */
@WebFilter("/console/*")
public class ReadableFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean readable = request.getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .allMatch(value -> value.indexOf('\0') < 0);
        if (readable) {
            chain.doFilter(request, response);
        } else {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
