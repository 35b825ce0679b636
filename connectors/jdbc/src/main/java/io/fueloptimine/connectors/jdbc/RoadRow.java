package io.fueloptimine.connectors.jdbc;

import io.fueloptimine.models.mine.site.Location;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.RoadSegment;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A road segment of a mine as a row of {@code road_segment}.
 *
 * @param site the mine
 * @param road the segment
 * @param from where it begins; null when the mine file does not name it
 * @param to where it ends; null when the mine file does not name it
 * @param updatedAt time of writing (UTC)
 */
record RoadRow(String site, RoadSegment road, Location from, Location to, Instant updatedAt) {

    static List<RoadRow> of(MineSite mine, Instant at) {
        Map<String, Location> places =
                mine.locations().stream()
                        .collect(Collectors.toMap(Location::id, Function.identity()));
        return mine.roads().stream()
                .map(
                        road ->
                                new RoadRow(
                                        mine.site(),
                                        road,
                                        places.get(road.from()),
                                        places.get(road.to()),
                                        at))
                .toList();
    }

    static SqlTable<RoadRow> columns() {
        return new SqlTable<RoadRow>("road_segment")
                .key("site", SqlType.text(100), RoadRow::site)
                .key("segment_id", SqlType.text(100), row -> row.road().id())
                .name("from_location_id", row -> row.road().from())
                .name("to_location_id", row -> row.road().to())
                .number("length_m", row -> row.road().lengthM())
                .number("grade_pct", RoadRow::gradePct)
                .text("geometry_wkt", RoadRow::wkt)
                .time("updated_at", RoadRow::updatedAt);
    }

    private Double gradePct() {
        return from == null || to == null
                ? null
                : 100 * (to.elevationM() - from.elevationM()) / road.lengthM();
    }

    /** Well-known text after OGC 06-103r4. */
    private String wkt() {
        return from == null || to == null
                ? null
                : String.format(
                        Locale.ROOT,
                        "LINESTRING Z (%.1f %.1f %.1f, %.1f %.1f %.1f)",
                        from.eastingM(),
                        from.northingM(),
                        from.elevationM(),
                        to.eastingM(),
                        to.northingM(),
                        to.elevationM());
    }
}
