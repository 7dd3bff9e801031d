package org.walletcounter.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * A file of a page, ready to be sent: its bytes, the same compressed, and a tag that changes with its content. The time
 * of the file would not do as a tag: builds that can be repeated give every file the same time. Never changes, so any number
 * of threads may send it.
 */
record PageFile(String type, byte[] bytes, byte[] compressed, String tag) {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "json", "application/json",
            "yaml", "application/yaml",
            "webmanifest", "application/manifest+json");

    /** Reads a file; its name tells its type. */
    static PageFile read(String name, InputStream content) throws IOException {
        byte[] bytes = content.readAllBytes();
        String ending = name.substring(name.lastIndexOf('.') + 1);
        String type = TYPES.getOrDefault(ending, "application/octet-stream");
        return new PageFile(type, bytes, compress(bytes), tagOf(bytes));
    }

    /** Answers a request with the file, or with a few bytes when the browser has it already. */
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String accepted = request.getHeader("Accept-Encoding");
        boolean compress = accepted != null && accepted.contains("gzip") && compressed.length < bytes.length;
        String quoted = "\"" + tag + (compress ? "-gz" : "") + "\"";
        response.setHeader("Cache-Control", "no-cache");
        response.addHeader("Vary", "Accept-Encoding");
        response.setHeader("ETag", quoted);
        if (quoted.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] body = compress ? compressed : bytes;
        response.setContentType(type);
        response.setContentLength(body.length);
        if (compress) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.getOutputStream().write(body);
    }

    private static byte[] compress(byte[] bytes) throws IOException {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(result)) {
            gzip.write(bytes);
        }
        return result.toByteArray();
    }

    private static String tagOf(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new UncheckedIOException(new IOException("Every Java has SHA-256.", impossible));
        }
    }
}
