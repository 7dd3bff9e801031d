package org.walletcounter.web.pages;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sends the files of the till, the customer's pages and the receipts. A browser keeps them and asks
 * each time whether they are still the same, so a new version shows at once and an old one costs a few bytes. Every
 * receipt, whatever its token, is the same page; the page asks the API for what it shows.
 */
@WebServlet(urlPatterns = {"/till/*", "/me/*", "/r/*", "/assets/*"})
public class PagesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String INDEX = "index.html";

    private final transient Map<String, PageFile> files = new ConcurrentHashMap<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() == null) {
            String query = request.getQueryString();
            response.sendRedirect(request.getRequestURI() + "/" + (query == null ? "" : "?" + query));
            return;
        }
        PageFile file = file(path(request));
        if (file == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        file.send(request, response);
    }

    private static String path(HttpServletRequest request) {
        String below = request.getPathInfo();
        boolean receipt = request.getServletPath().equals("/r") && below.indexOf('.') < 0;
        if (receipt) {
            return "/r/" + INDEX;
        }
        return request.getServletPath() + (below.endsWith("/") ? below + INDEX : below);
    }

    private @Nullable PageFile file(String path) throws IOException {
        PageFile known = files.get(path);
        if (known != null) {
            return known;
        }
        try (InputStream content =
                path.contains("..") ? null : getServletContext().getResourceAsStream(path)) {
            if (content == null) {
                return null;
            }
            PageFile read = PageFile.read(path, content);
            files.put(path, read);
            return read;
        }
    }
}
