package io.fueloptimine.operators;

import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSites;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A second site whose machines have the names of the first one's. There the truck T01 is healthy:
 * it does what T05 would do at the first site.
 */
public final class SecondSite {

    public static final String SITE = "pit";

    private SecondSite() {}

    /** Both mines: equal but for the site's name. */
    public static MineSites mines(MineSite first) {
        return MineSites.of(first, renamed(first, MineSite.class, "andes", SITE));
    }

    /** The readings of both sites' trucks {@code first} and {@code second}, in order of time. */
    public static List<Reading> bothHalves(String first, String second, int minutes) {
        List<Reading> readings = new ArrayList<>(FourTrucks.half(first, second, minutes));
        for (Reading reading : FourTrucks.half(healthy(first), second, minutes)) {
            readings.add(
                    renamed(
                            renamed(reading, Reading.class, "andes", SITE),
                            Reading.class,
                            healthy(first),
                            first));
        }
        readings.sort(Comparator.comparing(Reading::time));
        return readings;
    }

    /** Scored windows of both sites, in order of time; only the first site's T01 wears out. */
    public static List<ScoredWindow> bothScores(int minutes) {
        List<ScoredWindow> scores = new ArrayList<>(FourTrucks.scores(minutes));
        for (ScoredWindow score : FourTrucks.scores(minutes)) {
            if (score.window().machineId().equals("T02")) {
                ScoredWindow there = renamed(score, ScoredWindow.class, "andes", SITE);
                scores.add(there);
                scores.add(renamed(there, ScoredWindow.class, "T02", "T01"));
            }
        }
        scores.sort(Comparator.comparing(score -> score.window().end()));
        return scores;
    }

    private static String healthy(String truckId) {
        return truckId.equals("T01") ? "T05" : truckId;
    }

    /** The record with each JSON text {@code from} replaced. */
    private static <T> T renamed(T record, Class<T> type, String from, String to) {
        String json = new String(MineJson.toBytes(record), StandardCharsets.UTF_8);
        String other = json.replace("\"" + from + "\"", "\"" + to + "\"");
        try {
            return MineJson.fromBytes(other.getBytes(StandardCharsets.UTF_8), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
