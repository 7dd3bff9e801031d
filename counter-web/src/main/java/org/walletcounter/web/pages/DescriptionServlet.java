package org.walletcounter.web.pages;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends the description of the API (OpenAPI), two files that the build makes of the resources' annotations and puts beside this
 * class: YAML, or JSON for whoever accepts that one of the two or, accepting either, asks with {@code ?format=JSON}. It is for
 * everybody, for pages of other origins too.
 */
@WebServlet("/openapi")
public class DescriptionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, PageFile> files = new ConcurrentHashMap<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.addHeader("Vary", "Accept");
        file(wantsJson(request) ? "openapi.json" : "openapi.yaml").send(request, response);
    }

    private static boolean wantsJson(HttpServletRequest request) {
        String accepted = Objects.requireNonNullElse(request.getHeader("Accept"), "");
        boolean json = accepted.contains("application/json");
        boolean either = json == accepted.contains("application/yaml");
        return either ? "JSON".equalsIgnoreCase(request.getParameter("format")) : json;
    }

    private PageFile file(String name) throws IOException {
        PageFile known = files.get(name);
        if (known != null) {
            return known;
        }
        try (InputStream content = DescriptionServlet.class.getResourceAsStream(name)) {
            PageFile read = PageFile.read(name, Objects.requireNonNull(content, name + " was not made by the build."));
            files.put(name, read);
            return read;
        }
    }
}
