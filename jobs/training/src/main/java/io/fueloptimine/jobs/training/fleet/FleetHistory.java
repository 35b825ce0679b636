package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.models.mine.HaulCycle;
import io.fueloptimine.models.mine.RawMessage;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.Refuel;
import io.fueloptimine.operators.decode.DecodeResult;
import io.fueloptimine.operators.decode.MessageDecoder;
import io.fueloptimine.operators.validate.HistoryValidation;
import io.fueloptimine.operators.validate.ValidationSuite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A fleet management system's records as ingest would let them through: decoded from the same
 * messages as a replay sends, held against the shipped suite, repeats dropped. Immutable.
 *
 * @param cycles haul cycles in the order of time
 * @param refuels refuellings in the order of time
 * @param leftOut how many records were left out by the name of the rule that rejected them; {@code
 *     decode} for what cannot be read, {@code repeated} for repeats
 */
public record FleetHistory(
        List<HaulCycle> cycles, List<Refuel> refuels, Map<String, Integer> leftOut) {

    private static final String UNREADABLE = "decode";
    private static final String REPEATED = "repeated";

    /**
     * Reads a folder.
     *
     * @throws InvalidFleetException when a file is missing or lacks a mapped column
     */
    public static FleetHistory read(Path folder, FleetMapping mapping) {
        FleetRecords records = new FleetRecords(mapping);
        Sieve sieve = new Sieve();
        Stream.concat(records.cycles(folder).stream(), records.refuels(folder).stream())
                .forEach(sieve::take);
        return new FleetHistory(
                List.copyOf(sieve.cycles),
                List.copyOf(sieve.refuels),
                Collections.unmodifiableMap(sieve.leftOut));
    }

    /** Takes records one by one and keeps those that pass. */
    private static final class Sieve {

        private final MessageDecoder decoder = new MessageDecoder();
        private final HistoryValidation suite = new HistoryValidation(ValidationSuite.shipped());
        private final Set<String> seen = new HashSet<>();
        private final List<HaulCycle> cycles = new ArrayList<>();
        private final List<Refuel> refuels = new ArrayList<>();
        private final Map<String, Integer> leftOut = new TreeMap<>();

        void take(FleetRecord record) {
            RawMessage message =
                    new RawMessage(record.topic(), record.json(), record.time(), false);
            if (decoder.decode(message) instanceof DecodeResult.Readable readable) {
                take(readable.reading());
            } else {
                leaveOut(UNREADABLE);
            }
        }

        private void take(Reading reading) {
            Optional<String> rule = suite.rejectedBy(reading);
            if (rule.isPresent()) {
                leaveOut(rule.get());
            } else if (!seen.add(identity(reading))) {
                leaveOut(REPEATED);
            } else if (reading.cycle() != null) {
                cycles.add(reading.cycle());
            } else {
                refuels.add(reading.refuel());
            }
        }

        private void leaveOut(String rule) {
            leftOut.merge(rule, 1, Integer::sum);
        }

        /** By what it is of, not by its number: rows of a file are numbered, repeats too. */
        private static String identity(Reading reading) {
            return reading.cycle() != null
                    ? reading.cycle().cycleId()
                    : reading.refuel().truckId() + "+" + reading.refuel().startedAt();
        }
    }
}
