package io.fueloptimine.jobs.local.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the SQL tables of a run say of one truck.
 *
 * @param drifts drift events of the truck, in the order of time
 * @param driftsOfOthers number of drift events of other machines
 * @param plans all plans, in the order of time
 * @param orders the truck's assignments, in the order of time
 */
public record TruckFacts(
        List<Drift> drifts, long driftsOfOthers, List<Plan> plans, List<Order> orders) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A drift event.
     *
     * @param before burnt over expected litres before the change
     * @param after the same after the change
     */
    public record Drift(Instant at, double before, double after) {}

    /**
     * A plan, as far as it concerns the truck.
     *
     * @param cause why the plan was made
     * @param ratio litres of the truck relative to its class, as priced
     * @param inService whether the truck works
     * @param intent what the truck does, or why it is parked
     */
    public record Plan(
            Instant madeAt, String cause, double ratio, boolean inService, String intent) {}

    /** An assignment of the truck. */
    public record Order(Instant at, String task, String destinationId, String reason) {}

    /** Reads what a run has written. */
    static TruckFacts read(Connection sql, String truckId) throws SQLException {
        return new TruckFacts(
                drifts(sql, truckId),
                others(sql, truckId),
                plans(sql, truckId),
                orders(sql, truckId));
    }

    /** The first plan made at a time or later. */
    Optional<Plan> planFrom(Instant time) {
        return plans.stream().filter(plan -> !plan.madeAt().isBefore(time)).findFirst();
    }

    /** The last plan made before a time. */
    Optional<Plan> planBefore(Instant time) {
        return plans.stream()
                .filter(plan -> plan.madeAt().isBefore(time))
                .reduce((earlier, later) -> later);
    }

    private static List<Drift> drifts(Connection sql, String truckId) throws SQLException {
        List<Drift> drifts = new ArrayList<>();
        try (PreparedStatement query =
                sql.prepareStatement(
                        "SELECT detected_at, mean_before, mean_after FROM drift_event"
                                + " WHERE machine_id = ? AND metric = 'residualRatio'"
                                + " ORDER BY detected_at")) {
            query.setString(1, truckId);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    drifts.add(
                            new Drift(time(rows, 1), 1 + rows.getDouble(2), 1 + rows.getDouble(3)));
                }
            }
        }
        return drifts;
    }

    private static long others(Connection sql, String truckId) throws SQLException {
        try (PreparedStatement query =
                sql.prepareStatement("SELECT COUNT(*) FROM drift_event WHERE machine_id <> ?")) {
            query.setString(1, truckId);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static List<Plan> plans(Connection sql, String truckId) throws SQLException {
        List<Plan> plans = new ArrayList<>();
        try (PreparedStatement query =
                        sql.prepareStatement(
                                "SELECT made_at, \"TRIGGER\", truck_ratios, trucks FROM dispatch_plan"
                                        + " ORDER BY made_at");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                JsonNode truck = truck(rows.getString(4), truckId);
                plans.add(
                        new Plan(
                                time(rows, 1),
                                rows.getString(2),
                                json(rows.getString(3)).path(truckId).asDouble(1),
                                truck.path("inService").asBoolean(),
                                truck.path("reason").asText("-")));
            }
        }
        return plans;
    }

    private static List<Order> orders(Connection sql, String truckId) throws SQLException {
        List<Order> orders = new ArrayList<>();
        try (PreparedStatement query =
                sql.prepareStatement(
                        "SELECT issued_at, task, destination_id, reason_code FROM"
                                + " dispatch_assignment WHERE truck_id = ? ORDER BY issued_at")) {
            query.setString(1, truckId);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    orders.add(
                            new Order(
                                    time(rows, 1),
                                    rows.getString(2),
                                    rows.getString(3),
                                    rows.getString(4)));
                }
            }
        }
        return orders;
    }

    private static JsonNode truck(String trucks, String truckId) throws SQLException {
        for (JsonNode truck : json(trucks)) {
            if (truck.path("truckId").asText().equals(truckId)) {
                return truck;
            }
        }
        return JSON.missingNode();
    }

    private static JsonNode json(String text) throws SQLException {
        try {
            return text == null ? JSON.missingNode() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new SQLException("a JSON column of dispatch_plan cannot be read", e);
        }
    }

    private static Instant time(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
