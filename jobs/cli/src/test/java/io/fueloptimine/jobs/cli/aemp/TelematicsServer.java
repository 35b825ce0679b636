package io.fueloptimine.jobs.cli.aemp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.models.mine.input.MineJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A telematics server for simulated machines. Each machine's unit reports every quarter of an hour,
 * the units one after the other; the position of a standing machine keeps the time at which it
 * stopped. Pages have four machines, and the last page names itself as its next one.
 */
final class TelematicsServer implements AutoCloseable {

    static final Duration EVERY = Duration.ofMinutes(15);

    private static final int PAGE = 4;
    private static final double LITRES_PER_GALLON = 3.785411784;

    private final boolean json;
    private final Duration stagger;
    private final HttpServer server;
    private final Map<String, Unit> units = new TreeMap<>();

    /** The latest report of a machine: values by section, each with its time. */
    private static final class Unit {
        private Instant nextReport;
        private Instant stoppedAt;
        private final NavigableMap<Instant, Double> shown = new TreeMap<>();
        private final Map<String, Map<String, Object>> sections = new LinkedHashMap<>();
    }

    private TelematicsServer(boolean json, Duration stagger, HttpServer server) {
        this.json = json;
        this.stagger = stagger;
        this.server = server;
    }

    /**
     * Starts a server that answers with JSON and gallons, or with XML and litres.
     *
     * @param stagger how much later each unit reports than the unit before it
     */
    static TelematicsServer start(boolean json, Duration stagger) throws IOException {
        HttpServer http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TelematicsServer server = new TelematicsServer(json, stagger, http);
        http.createContext("/aemp/Fleet/", server::answer);
        http.start();
        return server;
    }

    URI firstPage() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/aemp/Fleet/1");
    }

    /** The times and values, L, of a machine's counter that the server showed. */
    synchronized NavigableMap<Instant, Double> shown(String machineId) {
        return new TreeMap<>(units.get(machineId).shown);
    }

    /** Takes a telemetry message of a machine; its unit reports it when the time has come. */
    synchronized void measure(MachineMessage message) {
        Unit unit = units.computeIfAbsent(message.machineId(), id -> new Unit());
        if (unit.nextReport == null) {
            unit.nextReport =
                    message.time()
                            .truncatedTo(ChronoUnit.HOURS)
                            .plusSeconds(stagger.toSeconds() * units.size() % EVERY.toSeconds());
        }
        boolean stands = ((Number) message.body().get("speedKph")).doubleValue() == 0;
        unit.stoppedAt = stands && unit.stoppedAt != null ? unit.stoppedAt : message.time();
        if (message.time().isBefore(unit.nextReport)) {
            return;
        }
        while (!unit.nextReport.isAfter(message.time())) {
            unit.nextReport = unit.nextReport.plus(EVERY);
        }
        Map<String, Object> body = message.body();
        double litres = ((Number) body.get("totalFuelUsedL")).doubleValue();
        unit.shown.put(message.time(), litres);
        section(
                unit,
                "FuelUsed",
                message.time(),
                Map.of(
                        "FuelUnits", json ? "gallon" : "litre",
                        "FuelConsumed", json ? litres / LITRES_PER_GALLON : litres));
        section(
                unit,
                "CumulativeOperatingHours",
                message.time(),
                Map.of("Hour", body.get("engineHours")));
        section(unit, "FuelRemaining", message.time(), Map.of("Percent", body.get("fuelLevelPct")));
        boolean running = ((Number) body.get("engineRpm")).doubleValue() > 0;
        section(unit, "EngineStatus", message.time(), Map.of("Running", running));
        section(unit, "Location", unit.stoppedAt, Map.of("Latitude", -22.3, "Longitude", -68.9));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void section(Unit unit, String name, Instant time, Map<String, Object> values) {
        Map<String, Object> section = new LinkedHashMap<>(values);
        section.put("datetime", time.toString());
        unit.sections.put(name, section);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        int page = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
        int pages = Math.max(1, (units.size() + PAGE - 1) / PAGE);
        List<String> machines =
                units.keySet().stream().skip((page - 1L) * PAGE).limit(PAGE).toList();
        String next = "/Fleet/" + Math.min(pages, page + 1);
        String text = json ? json(page, next, machines) : xml(page, next, machines);
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String json(int page, String next, List<String> machines) {
        List<Map<String, Object>> equipment = new ArrayList<>();
        for (String id : machines) {
            Map<String, Object> machine = new LinkedHashMap<>();
            machine.put(
                    "equipmentHeader", Map.of("oemName", "Komatsu", "equipmentId", "OEM-" + id));
            units.get(id)
                    .sections
                    .forEach(
                            (name, values) ->
                                    machine.put(
                                            Character.toLowerCase(name.charAt(0))
                                                    + name.substring(1),
                                            values));
            equipment.add(machine);
        }
        return new String(
                MineJson.toBytes(
                        Map.of(
                                "version",
                                "1",
                                "links",
                                List.of(
                                        Map.of("rel", "self", "href", "/Fleet/" + page),
                                        Map.of("rel", "next", "href", next)),
                                "equipment",
                                equipment)),
                StandardCharsets.UTF_8);
    }

    private String xml(int page, String next, List<String> machines) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Fleet version=\"20190501\""
                + " xmlns=\"http://standards.iso.org/iso/15143/-3\"><Links><rel>self</rel><href>"
                + "/Fleet/"
                + page
                + "</href></Links><Links><rel>next</rel><href>"
                + next
                + "</href></Links>"
                + machines.stream().map(this::xml).collect(Collectors.joining())
                + "</Fleet>";
    }

    private String xml(String id) {
        StringBuilder text = new StringBuilder("<Equipment><EquipmentHeader><EquipmentID>OEM-");
        text.append(id).append("</EquipmentID></EquipmentHeader>");
        units.get(id)
                .sections
                .forEach(
                        (name, values) -> {
                            text.append('<').append(name).append(" datetime=\"");
                            text.append(values.get("datetime")).append("\">");
                            values.forEach(
                                    (field, value) -> {
                                        if (!field.equals("datetime")) {
                                            text.append('<')
                                                    .append(field)
                                                    .append('>')
                                                    .append(value);
                                            text.append("</").append(field).append('>');
                                        }
                                    });
                            text.append("</").append(name).append('>');
                        });
        return text.append("</Equipment>").toString();
    }
}
