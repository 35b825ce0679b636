package io.fueloptimine.models.fuel.scoring;

import io.fueloptimine.models.drift.distribution.ClassComparison;
import io.fueloptimine.models.drift.distribution.ClassProgress;
import io.fueloptimine.models.drift.distribution.DataDriftSettings;
import io.fueloptimine.models.drift.distribution.FeatureReferences;
import io.fueloptimine.models.fuel.scoring.ScoringModels.Numbered;
import io.fueloptimine.models.mine.consumption.DataDrift;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compares recorded windows of haul trucks with the training data of a model, at the same times and
 * with the same result as job fuel.
 *
 * @param model the model
 * @param settings when windows are compared, and from when they have drifted
 */
public record HistoryComparison(Numbered model, DataDriftSettings settings) {

    /**
     * Compares windows, one per machine and minute, in any order. The last hour is compared only if
     * the windows reach its end.
     *
     * @return the rows of all comparisons, by site, class and time
     */
    public List<DataDrift> of(Collection<FuelWindow> windows) {
        Map<String, Map<String, List<FuelWindow>>> bySite =
                windows.stream()
                        .filter(window -> window.kind() == EquipmentKind.HAULTRUCK)
                        .filter(window -> window.equipmentClass() != null)
                        .collect(
                                Collectors.groupingBy(
                                        FuelWindow::site,
                                        TreeMap::new,
                                        Collectors.groupingBy(
                                                FuelWindow::equipmentClass,
                                                TreeMap::new,
                                                Collectors.toList())));
        List<DataDrift> rows = new ArrayList<>();
        for (Map<String, List<FuelWindow>> classes : bySite.values()) {
            classes.forEach((name, ofClass) -> rows.addAll(new OfClass(ofClass).rows()));
        }
        return rows;
    }

    private final class OfClass {

        private final List<FuelWindow> windows;
        private final String equipmentClass;
        private final Optional<FeatureReferences> references;
        private final TreeMap<Long, int[]> hours = new TreeMap<>();
        private final List<DataDrift> rows = new ArrayList<>();
        private ClassProgress progress;

        private OfClass(List<FuelWindow> windows) {
            this.windows =
                    windows.stream().sorted(Comparator.comparing(FuelWindow::start)).toList();
            equipmentClass = windows.get(0).equipmentClass();
            references = model.references().of(equipmentClass);
            progress =
                    ClassProgress.before(
                            Integer.toString(model.version()),
                            ClassProgress.hourOf(this.windows.get(0).start()));
        }

        private List<DataDrift> rows() {
            for (FuelWindow window : windows) {
                long hour = ClassProgress.hourOf(window.start());
                if (hour > progress.newestHourMs()) {
                    compareAt(progress.newestHourMs() + ClassProgress.HOUR_MS);
                }
                references.ifPresent(known -> count(known, window, hour));
                progress = progress.counted(hour, settings);
            }
            long end = progress.newestHourMs() + ClassProgress.HOUR_MS;
            if (windows.get(windows.size() - 1).end().toEpochMilli() >= end) {
                compareAt(end);
            }
            return rows;
        }

        private void count(FeatureReferences known, FuelWindow window, long hour) {
            known.count(
                    model.model().features(window),
                    hours.computeIfAbsent(hour, start -> new int[known.bins()]),
                    0);
        }

        private void compareAt(long atMs) {
            if (!progress.isDue(atMs, 0, settings)) {
                return;
            }
            long sinceMs = Math.max(progress.firstHourMs(), atMs - settings.span().toMillis());
            ClassComparison comparison =
                    new ClassComparison(
                            windows.get(0).site(),
                            equipmentClass,
                            model.model().name(),
                            progress.modelVersion(),
                            Instant.ofEpochMilli(sinceMs),
                            Instant.ofEpochMilli(atMs),
                            progress.isWholeSpan(atMs, settings));
            hours.headMap(sinceMs).clear();
            if (references.isPresent()) {
                rows.addAll(comparison.rows(references.get(), sum(references.get()), settings));
            } else {
                rows.add(comparison.withoutReference(progress.newWindows()));
            }
            progress = progress.compared(atMs, 0);
        }

        private long[] sum(FeatureReferences known) {
            long[] counts = new long[known.bins()];
            for (int[] hour : hours.values()) {
                for (int bin = 0; bin < counts.length; bin++) {
                    counts[bin] += hour[bin];
                }
            }
            return counts;
        }
    }
}
