package org.walletcounter.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** What people and scripts see of the sandbox: {@code /sms}, {@code /sms.json?phone=} and {@code POST /faults}. */
final class Pages implements AutoCloseable {

    private static final int MOST = 200;

    private final HttpServer server;
    private final SmsBook book;
    private final Faults faults;

    private Pages(HttpServer server, SmsBook book, Faults faults) {
        this.server = server;
        this.book = book;
        this.faults = faults;
    }

    static Pages start(int port, SmsBook book, Faults faults) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        Pages pages = new Pages(server, book, faults);
        server.createContext("/", pages::answer);
        server.setExecutor(Executors.newFixedThreadPool(4, work -> {
            Thread thread = new Thread(work, "sandbox-pages");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
        return pages;
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Map<String, String> query = query(exchange.getRequestURI());
        List<Sms> messages = book.newest(query.getOrDefault("phone", ""), MOST);
        switch (exchange.getRequestMethod() + " " + path) {
            case "GET /", "GET /sms" -> send(exchange, 200, "text/html; charset=utf-8", SmsPage.html(messages));
            case "GET /sms.json" -> send(exchange, 200, "application/json", json(messages));
            case "POST /faults" -> sendFaults(exchange, query);
            default ->
                send(exchange, 404, "text/plain; charset=utf-8", "There is /sms, /sms.json?phone= and POST /faults.\n");
        }
    }

    private void sendFaults(HttpExchange exchange, Map<String, String> query) throws IOException {
        String kind = query.getOrDefault("kind", "");
        String count = query.getOrDefault("count", "1");
        boolean known = count.matches("[0-9]{1,6}") && faults.ask(kind, Integer.parseInt(count));
        String said = known
                ? "{\"kind\":\"" + kind + "\",\"count\":" + count + "}"
                : "{\"kinds\":[\"throttle\",\"slow\",\"drop\"]}";
        send(exchange, known ? 200 : 400, "application/json", said);
    }

    private static String json(List<Sms> messages) {
        return messages.stream()
                .map(sms -> "{\"number\":" + sms.number() + ",\"at\":\"" + sms.at() + "\",\"from\":\""
                        + escaped(sms.from())
                        + "\",\"phone\":\"" + escaped(sms.phone()) + "\",\"parts\":" + sms.parts() + ",\"text\":\""
                        + escaped(sms.text()) + "\"}")
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }

    private static String escaped(String text) {
        StringBuilder json = new StringBuilder();
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        return json.toString();
    }

    private static Map<String, String> query(URI address) {
        Map<String, String> values = new HashMap<>();
        String raw = address.getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String value = pair.substring(equals + 1).replace("+", "%2B");
                values.put(pair.substring(0, equals), URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
