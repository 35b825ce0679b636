package io.fueloptimine.jobs.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/**
 * A fleet management system's files of trucks that burn by known prices: 250 L/h loaded, 90 L/h
 * empty, 50 L/h standing, 450 L for 1,000 t km of climb. Each truck hauls without a break and is
 * refuelled after some twenty cycles.
 */
final class MadeUpFleet {

    static final int INTERVALS = 8;

    static final String MAPPING =
            """
            site: hill
            zone: UTC
            equipmentClass: 930E
            cycles:
              file: cycles.csv
              timestamp: yyyy-MM-dd'T'HH:mm:ss
              machine: truck
              time: empty
              times: {assignedAt: assigned, loadArrivedAt: arrived, fullAt: full, dumpArrivedAt: dump}
              numbers:
                payloadT: tonnes
                emptyTravelS: emptyS
                loadingS: loadingS
                fullTravelS: fullS
                dumpingS: dumpingS
                emptyDistanceM: emptyM
                fullDistanceM: fullM
              texts: {loadLocationId: from, dumpLocationId: to}
            refuels:
              file: refuels.csv
              timestamp: yyyy-MM-dd'T'HH:mm:ss
              machine: truck
              time: end
              times: {startedAt: start}
              numbers: {dispensedL: litres}
              texts: {truckId: truck}
            locations: {file: places.csv, name: place, elevationM: z}
            """;

    private static final LocalDateTime START = LocalDateTime.parse("2026-01-05T00:00:00");
    private static final String[] FACES = {"LOW", "MIDDLE", "HIGH"};
    private static final int[] CLIMBS_M = {300, 200, 60};
    private static final double NOISE_L = 30;

    private final StringBuilder cycles =
            new StringBuilder(
                    "truck,assigned,arrived,full,dump,empty,tonnes,emptyS,loadingS,fullS,dumpingS,"
                            + "emptyM,fullM,from,to\n");
    private final StringBuilder refuels = new StringBuilder("truck,start,end,litres\n");
    private final Random random;

    private MadeUpFleet(long seed) {
        random = new Random(seed);
    }

    static MadeUpFleet of(int trucks, long seed) {
        MadeUpFleet fleet = new MadeUpFleet(seed);
        for (int truck = 0; truck < Math.max(1, trucks); truck++) {
            fleet.addTruck("T" + truck, trucks == 0 ? 0 : INTERVALS);
        }
        return fleet;
    }

    Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("cycles.csv"), cycles);
        Files.writeString(folder.resolve("refuels.csv"), refuels);
        Files.writeString(
                folder.resolve("places.csv"),
                "place,z\nLOW,3200\nMIDDLE,3300\nHIGH,3440\nTOP,3500\n");
        return folder;
    }

    private void addTruck(String truck, int intervals) {
        LocalDateTime now = START;
        now = addRefuel(truck, now, 3_000);
        for (int i = 0; i < intervals; i++) {
            double litres = NOISE_L * random.nextGaussian();
            int hauls = 15 + random.nextInt(6);
            int face = random.nextInt(FACES.length);
            for (int haul = 0; haul < hauls; haul++) {
                int emptyS = 700 + random.nextInt(400);
                int loadingS = 150 + random.nextInt(200);
                int fullS = 900 + random.nextInt(900);
                now = addCycle(truck, now, FACES[face], emptyS, loadingS, fullS);
                litres +=
                        (250 * fullS + 90 * emptyS + 50 * (loadingS + 100)) / 3_600.0
                                + 450 * 300 * CLIMBS_M[face] / 1e6;
            }
            now = addRefuel(truck, now, litres);
        }
    }

    private LocalDateTime addCycle(
            String truck, LocalDateTime from, String face, int emptyS, int loadingS, int fullS) {
        LocalDateTime arrived = from.plusSeconds(emptyS);
        LocalDateTime full = arrived.plusSeconds(loadingS);
        LocalDateTime dump = full.plusSeconds(fullS);
        LocalDateTime empty = dump.plusSeconds(100);
        cycles.append(
                String.format(
                        "%s,%s,%s,%s,%s,%s,300,%d,%d,%d,100,%d,%d,%s,TOP%n",
                        truck,
                        text(from),
                        text(arrived),
                        text(full),
                        text(dump),
                        text(empty),
                        emptyS,
                        loadingS,
                        fullS,
                        6 * emptyS,
                        5 * fullS,
                        face));
        return empty;
    }

    private LocalDateTime addRefuel(String truck, LocalDateTime start, double litres) {
        LocalDateTime end = start.plus(Duration.ofMinutes(19));
        refuels.append(String.format("%s,%s,%s,%.0f%n", truck, text(start), text(end), litres));
        return end;
    }

    private static String text(LocalDateTime time) {
        return time.withNano(0).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }
}
