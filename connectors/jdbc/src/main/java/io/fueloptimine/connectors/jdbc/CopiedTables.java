package io.fueloptimine.connectors.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables that {@link SqlCopy} copies, each with the upserts of the sinks that write it. */
final class CopiedTables {

    private static final Map<String, CopiedTable> TABLES = new LinkedHashMap<>();

    static {
        for (SqlTable<?> columns :
                List.of(
                        MineTables.equipment(),
                        MineTables.fuelWindow(),
                        MineTables.haulCycle(),
                        MineTables.refuel(),
                        AlarmTables.alert(),
                        AlarmTables.alertState(),
                        MineTables.driftEvent(),
                        MineTables.roadExcess(),
                        MineTables.rejectedReading(),
                        MineTables.deadLetterReplay(),
                        MineTables.qualityHour(),
                        DispatchTables.dispatchPlan(),
                        DispatchTables.dispatchAssignment(),
                        DispatchTables.assignmentReply(),
                        MineTables.modelVersion(),
                        MineTables.retraining(),
                        DispatchTables.fuelSaving(),
                        DispatchTables.ledgerShift(),
                        AdviceTables.shutdownAdvice(),
                        AdviceTables.payloadAdvice(),
                        AdviceTables.consumptionOutlier(),
                        DriftTables.dataDrift(),
                        TankTables.tankEvent(),
                        TankTables.fuelReconciliation(),
                        EquipmentStateTables.state(),
                        EquipmentStateTables.window(),
                        EquipmentStateTables.alarm(),
                        EquipmentStateTables.assignment(),
                        RoadRow.columns())) {
            TABLES.merge(
                    columns.name(),
                    new CopiedTable(columns.name(), List.of(columns), List.of()),
                    CopiedTable::with);
        }
        TABLES.put("fuel_hour", fuelHour());
    }

    private CopiedTables() {}

    /** The names of all tables, in the order in which they are copied. */
    static List<String> names() {
        return List.copyOf(TABLES.keySet());
    }

    /**
     * A table by its name.
     *
     * @throws IllegalArgumentException for another name
     */
    static CopiedTable of(String name) {
        CopiedTable table = TABLES.get(name);
        if (table == null) {
            throw new IllegalArgumentException(
                    "unknown table " + name + ", expected one of " + names());
        }
        return table;
    }

    /** The rows of an hour are written together, and a row of it can vanish: hours are replaced. */
    private static CopiedTable fuelHour() {
        List<String> key =
                List.of(
                        "site",
                        "machine_id",
                        "hour_start",
                        "operator_id",
                        "model_version",
                        "fuel_source",
                        "challenger_version");
        SqlTable<Object> columns = new SqlTable<>("fuel_hour");
        for (String column : FuelHours.COLUMNS.split(", ")) {
            SqlType type = typeOf(column);
            if (key.contains(column)) {
                columns.key(column, type, row -> null);
            } else {
                columns.column(column, type, row -> null);
            }
        }
        return new CopiedTable("fuel_hour", List.of(columns), key.subList(0, 3));
    }

    private static SqlType typeOf(String column) {
        if (column.equals("hour_start") || column.endsWith("_at")) {
            return SqlType.TIME;
        }
        if (column.startsWith("lph_") || column.contains("windows")) {
            return SqlType.INT;
        }
        return column.matches(".*_(l|s|m|km)") ? SqlType.FLOAT : SqlType.text(100);
    }

    /**
     * A table.
     *
     * @param groups the upserts that write its rows; each lists the key and columns of its own
     * @param replaced the first columns of the key whose rows are deleted before the rows with the
     *     same values are written; empty if no row of the table is ever deleted but by retention
     */
    record CopiedTable(String name, List<SqlTable<?>> groups, List<String> replaced) {

        CopiedTable with(CopiedTable more) {
            List<SqlTable<?>> all = new ArrayList<>(groups);
            all.addAll(more.groups());
            return new CopiedTable(name, List.copyOf(all), replaced);
        }

        List<SqlColumn<?>> key() {
            return columns().stream()
                    .<SqlColumn<?>>map(column -> column)
                    .filter(SqlColumn::key)
                    .toList();
        }

        /** All columns, each once. */
        List<SqlColumn<?>> columns() {
            Map<String, SqlColumn<?>> columns = new LinkedHashMap<>();
            for (SqlTable<?> group : groups) {
                for (SqlColumn<?> column : group.columns()) {
                    columns.putIfAbsent(column.name(), column);
                }
            }
            return List.copyOf(columns.values());
        }
    }
}
