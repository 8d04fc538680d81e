package org.vaksam.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** As much of the platform's REST as the demo uses, in memory. */
final class SmallPlatform implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<ObjectNode> units = new ArrayList<>();
    final List<ObjectNode> accounts = new ArrayList<>();
    final List<ObjectNode> reports = new ArrayList<>();
    final List<String> moves = new ArrayList<>();
    private final HttpServer server;
    private boolean installed;
    private int busy = 1;

    SmallPlatform() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        String call =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        if (!"Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, JSON.createObjectNode().put("detail", "Who are you?"));
        } else if (call.equals("POST /api/accounts") && busy > 0) {
            busy--;
            exchange.getResponseHeaders().add("Retry-After", "0");
            answer(exchange, 503, JSON.createObjectNode());
        } else {
            answer(exchange, 200, answer(call, body, exchange.getRequestURI().getQuery()));
        }
    }

    private JsonNode answer(String call, JsonNode body, String query) {
        return switch (call) {
            case "GET /api/modules" -> modules();
            case "POST /api/modules/plan" ->
                JSON.createObjectNode().put("hash", "h").put("possible", true);
            case "POST /api/modules/apply" -> {
                installed = true;
                yield JSON.createObjectNode();
            }
            case "GET /api/units" -> items(units);
            case "POST /api/units" -> add(units, body);
            case "GET /api/accounts" -> items(accounts);
            case "POST /api/accounts" -> add(accounts, body);
            case "GET /api/incidents/reports" -> page(query);
            case "POST /api/incidents/reports" -> report(body);
            default -> move(call, body);
        };
    }

    private JsonNode modules() {
        ObjectNode answer = items(List.of());
        if (installed) {
            for (String id : List.of("incidents", "coordination")) {
                answer.withArray("items").addObject().put("id", id).put("state", "live");
            }
        }
        return answer;
    }

    private ObjectNode add(List<ObjectNode> to, JsonNode body) {
        ObjectNode made = body.deepCopy();
        to.add(made);
        return made;
    }

    private JsonNode report(JsonNode body) {
        ObjectNode made = add(reports, body).put("id", "r" + reports.size()).put("version", 1);
        made.set("unit", JSON.createObjectNode().put("code", body.path("unit").asText()));
        return made;
    }

    private JsonNode move(String call, JsonNode body) {
        String[] parts = call.split("/");
        ObjectNode report = reports.get(Integer.parseInt(parts[4].substring(1)) - 1);
        moves.add(parts[6] + (body.has("reason") ? "!" : ""));
        return report.put("version", report.path("version").asInt() + 1);
    }

    private JsonNode page(String query) {
        int from = query.contains("cursor=") ? Integer.parseInt(query.replaceAll(".*cursor=", "")) : 0;
        int to = Math.min(reports.size(), from + 200);
        ObjectNode page = items(reports.subList(from, to));
        return to < reports.size() ? page.put("next", String.valueOf(to)) : page.putNull("next");
    }

    private static ObjectNode items(List<ObjectNode> nodes) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode items = answer.putArray("items");
        nodes.forEach(items::add);
        return answer;
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
