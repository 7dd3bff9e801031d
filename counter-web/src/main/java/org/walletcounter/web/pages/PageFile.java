package org.walletcounter.web.pages;

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
 * of the file would not do as a tag: builds that can be repeated give every file the same time.
 */
record PageFile(String type, byte[] bytes, byte[] compressed, String tag) {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "json", "application/json",
            "webmanifest", "application/manifest+json");

    /** Reads a file; its name tells its type. */
    static PageFile read(String name, InputStream content) throws IOException {
        byte[] bytes = content.readAllBytes();
        String ending = name.substring(name.lastIndexOf('.') + 1);
        String type = TYPES.getOrDefault(ending, "application/octet-stream");
        return new PageFile(type, bytes, compress(bytes), tagOf(bytes));
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
