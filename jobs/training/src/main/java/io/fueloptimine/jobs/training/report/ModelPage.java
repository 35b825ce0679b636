package io.fueloptimine.jobs.training.report;

import io.fueloptimine.models.fuel.registry.FeatureHistogram;
import io.fueloptimine.models.fuel.registry.ForestFiles;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.fuel.registry.ModelMetrics;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.fuel.registry.RegistryEvent;
import io.fueloptimine.models.fuel.registry.TrainingData;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Describes one model version as text: training data, features, metrics, parameters, files and
 * history.
 */
public final class ModelPage {

    private static final double PERCENT = 100;

    private final ModelRegistry registry;

    public ModelPage(ModelRegistry registry) {
        this.registry = registry;
    }

    /** Formats the description of one version. */
    public String of(String name, int version) {
        ModelMetadata metadata = registry.metadata(name, version);
        StringBuilder text = new StringBuilder();
        text.append(title(metadata)).append('\n');
        provenance(text, metadata);
        text.append("\nOn held-out rows, with 95 % confidence intervals where known:\n")
                .append(metrics(metadata.metrics()))
                .append('\n')
                .append(parameters(metadata.parameters()))
                .append('\n')
                .append(files(metadata))
                .append("\nHistory\n");
        history(text, name, version);
        return text.toString();
    }

    private String title(ModelMetadata metadata) {
        String aliases = ModelList.aliases(registry, metadata.name(), metadata.version());
        return String.format(
                Locale.ROOT,
                "%s version %d (%s)%s",
                metadata.name(),
                metadata.version(),
                metadata.semanticVersion(),
                aliases.isEmpty() ? "" : ", " + aliases);
    }

    private static void provenance(StringBuilder text, ModelMetadata metadata) {
        TrainingData data = metadata.data();
        line(text, "trained on", data.source());
        if (data.snapshot() != null) {
            line(text, "", "snapshot " + data.snapshot() + " of the lake");
        }
        line(
                text,
                "",
                String.format(
                        Locale.ROOT, "%,d rows of %d machines", data.rows(), data.machines()));
        if (data.first() != null && data.last() != null) {
            line(text, "", data.first() + " to " + data.last());
        }
        line(text, "fingerprint", data.fingerprint());
        line(text, "seed", metadata.seed());
        line(
                text,
                "features",
                String.format(
                        Locale.ROOT,
                        "%d of schema %d: %s",
                        metadata.schema().names().size(),
                        metadata.schema().number(),
                        String.join(", ", metadata.schema().names())));
        line(
                text,
                "trucks",
                metadata.classes().trucks().stream()
                        .map(TruckClass::name)
                        .collect(Collectors.joining(", ")));
        line(text, "interval", interval(metadata));
        line(text, "proven", proof(metadata));
        line(text, "missing", missing(metadata.histograms()));
    }

    private static String interval(ModelMetadata metadata) {
        return metadata.forests().containsKey(ForestFiles.LOW)
                ? String.format(
                        Locale.ROOT,
                        "learnt; lower end moved down by %.2f %% of the expectation, upper end up"
                                + " by %.2f %%",
                        PERCENT * metadata.calibration().lowShift(),
                        PERCENT * metadata.calibration().highShift())
                : "none learnt";
    }

    private static String proof(ModelMetadata metadata) {
        return metadata.parity().covers(metadata.forests().keySet())
                ? String.format(
                        Locale.ROOT,
                        "identical in plain Java and XGBoost on %,d rows, every forest",
                        metadata.parity().rows())
                : "no: it cannot be promoted";
    }

    private static String missing(List<FeatureHistogram> histograms) {
        if (histograms.isEmpty()) {
            return "not told: no histograms";
        }
        String some =
                histograms.stream()
                        .filter(histogram -> histogram.missingShare() > 0)
                        .map(
                                h ->
                                        String.format(
                                                Locale.ROOT,
                                                "%s %.1f %%",
                                                h.feature(),
                                                PERCENT * h.missingShare()))
                        .collect(Collectors.joining(", "));
        return some.isEmpty() ? "no feature in any row" : some;
    }

    private static String metrics(Map<String, ModelMetrics> metrics) {
        List<String> figures = MetricText.figuresOf(metrics.values());
        List<String> header = new ArrayList<>(List.of("", "rows"));
        figures.forEach(figure -> header.add(MetricText.title(figure)));
        Columns table = Columns.ofFigures(header);
        SortedMap<String, ModelMetrics> others = new TreeMap<>(metrics);
        ModelMetrics own = others.remove(ModelMetadata.MODEL);
        if (own != null) {
            rows(table, ModelMetadata.MODEL, own, figures);
        }
        others.forEach((who, judged) -> rows(table, who, judged, figures));
        return table.render();
    }

    private static void rows(
            Columns table, String who, ModelMetrics metrics, List<String> figures) {
        List<String> row =
                new ArrayList<>(
                        List.of("  " + who, String.format(Locale.ROOT, "%,d", metrics.rows())));
        figures.forEach(figure -> row.add(MetricText.figure(metrics, figure)));
        table.row(row);
        if (!metrics.confidence().isEmpty()) {
            List<String> bounds = new ArrayList<>(List.of("", ""));
            figures.forEach(figure -> bounds.add(MetricText.bounds(metrics, figure)));
            table.row(bounds);
        }
    }

    private static String parameters(Map<String, String> parameters) {
        Columns table = Columns.withText(List.of("Parameters", ""));
        parameters.forEach((key, value) -> table.row(List.of("  " + key, value)));
        return table.render();
    }

    private String files(ModelMetadata metadata) {
        Columns table = Columns.withText(List.of("Files", "bytes", "trees", "SHA-256"));
        registry.files(metadata.name(), metadata.version())
                .forEach(
                        (path, bytes) ->
                                table.row(
                                        List.of(
                                                "  " + path,
                                                String.format(Locale.ROOT, "%,d", bytes),
                                                trees(metadata, path),
                                                sha256(metadata, path))));
        return table.render();
    }

    private static String trees(ModelMetadata metadata, String path) {
        return metadata.forests().containsKey(path)
                ? Integer.toString(metadata.forests().get(path).trees())
                : "";
    }

    private static String sha256(ModelMetadata metadata, String path) {
        return metadata.forests().containsKey(path)
                ? metadata.forests().get(path).sha256()
                : metadata.attachments().getOrDefault(path, "");
    }

    private void history(StringBuilder text, String name, int version) {
        List<RegistryEvent> own =
                registry.history(name).stream()
                        .filter(event -> event.version() == version || event.previous() == version)
                        .toList();
        own.forEach(event -> text.append("  ").append(EventText.of(event)).append('\n'));
        if (own.isEmpty()) {
            text.append("  no events\n");
        }
    }

    private static void line(StringBuilder text, String name, Object value) {
        text.append(String.format(Locale.ROOT, "%-12s %s%n", name, value));
    }
}
