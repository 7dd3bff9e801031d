package org.walletcounter.web.console;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.walletcounter.kernel.Actor;
import org.walletcounter.web.security.Caller;

/** Shows a closed door to a role that a page is not for. Who is not signed in has been led to the sign-in before. */
@WebFilter("/console/*")
public class ConsoleGate implements Filter {

    private static final String PAGE_END = ".xhtml";

    @Inject
    private Caller caller;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Actor> known = caller.known();
        Optional<Area> area = Area.ofPage(page((HttpServletRequest) request));
        if (known.isPresent()
                && area.isPresent()
                && !area.get().opensTo(known.get().role())) {
            ((HttpServletResponse) response).setStatus(HttpServletResponse.SC_FORBIDDEN);
            request.getRequestDispatcher("/console/closed.xhtml").forward(request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    /**
     * The page's name, by the path that the container found the page at: an address can be written in other ways too. The
     * console's own address is that of its first page.
     */
    private static String page(HttpServletRequest request) {
        String path = request.getServletPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(PAGE_END) ? name.substring(0, name.length() - PAGE_END.length()) : "index";
    }
}
