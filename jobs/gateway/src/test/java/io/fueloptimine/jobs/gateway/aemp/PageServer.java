package io.fueloptimine.jobs.gateway.aemp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** An HTTP server whose answers the test decides, and which remembers the requests. */
final class PageServer implements AutoCloseable {

    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Answers answers;

    /** Decides an answer by the request; {@code number} counts the requests from 1. */
    interface Answers {
        void answer(HttpExchange exchange, String body, int number) throws IOException;
    }

    private PageServer(HttpServer server, Answers answers) {
        this.server = server;
        this.answers = answers;
    }

    static PageServer start(Answers answers) throws IOException {
        HttpServer http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PageServer server = new PageServer(http, answers);
        http.setExecutor(
                Executors.newCachedThreadPool(
                        task -> {
                            Thread thread = new Thread(task, "page-server");
                            thread.setDaemon(true);
                            return thread;
                        }));
        http.createContext("/", server::handle);
        http.start();
        return server;
    }

    void answerWith(Answers other) {
        answers = other;
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Method, path and header {@code Authorization} of each request. */
    List<String> requests() {
        return requests;
    }

    static void send(HttpExchange exchange, int status, String body, Map<String, String> headers)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        send(exchange, status, body, Map.of());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        int number;
        synchronized (this) {
            requests.add(
                    exchange.getRequestMethod()
                            + " "
                            + exchange.getRequestURI()
                            + (authorization == null ? "" : " " + authorization));
            number = requests.size();
        }
        answers.answer(exchange, body, number);
    }
}
