package io.fueloptimine.jobs.training.report;

import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.fuel.registry.ModelMetrics;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares two versions of a model: their error metrics, training data and parameters. */
public final class ModelComparison {

    private static final String NONE = "-";

    private final ModelRegistry registry;

    public ModelComparison(ModelRegistry registry) {
        this.registry = registry;
    }

    /** Compares two versions of a model. */
    public String of(String name, int first, int second) {
        ModelMetadata one = registry.metadata(name, first);
        ModelMetadata other = registry.metadata(name, second);
        StringBuilder text = new StringBuilder();
        text.append(name).append('\n').append(metrics(one, other)).append('\n');
        text.append(sameData(one, other)).append('\n');
        text.append(differences(one, other));
        features(text, one, other);
        return text.toString();
    }

    private String metrics(ModelMetadata one, ModelMetadata other) {
        Columns table = Columns.ofFigures(List.of("", heading(one), heading(other), "change"));
        ModelMetrics first = one.ownMetrics();
        ModelMetrics second = other.ownMetrics();
        for (String figure : MetricText.figuresOf(List.of(first, second))) {
            table.row(
                    List.of(
                            MetricText.title(figure),
                            cell(first, figure),
                            cell(second, figure),
                            MetricText.number(second.figure(figure) - first.figure(figure))));
        }
        return table.render();
    }

    private String heading(ModelMetadata metadata) {
        String aliases = ModelList.aliases(registry, metadata.name(), metadata.version());
        return "version " + metadata.version() + (aliases.isEmpty() ? "" : " (" + aliases + ")");
    }

    private static String cell(ModelMetrics metrics, String figure) {
        String bounds = MetricText.bounds(metrics, figure);
        return MetricText.figure(metrics, figure) + (bounds.isEmpty() ? "" : " [" + bounds + "]");
    }

    /**
     * States whether both versions were evaluated on the same data; only then are their metrics
     * comparable.
     */
    private static String sameData(ModelMetadata one, ModelMetadata other) {
        return one.data().fingerprint().equals(other.data().fingerprint())
                ? "Trained and judged on the same data."
                : "Trained and judged on different data: the metrics are not comparable.";
    }

    private static String differences(ModelMetadata one, ModelMetadata other) {
        TreeMap<String, String> first = facts(one);
        TreeMap<String, String> second = facts(other);
        SortedSet<String> names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        names.removeIf(name -> Objects.equals(first.get(name), second.get(name)));
        if (names.isEmpty()) {
            return "No parameter differs.\n";
        }
        Columns table =
                Columns.ofFigures(
                        List.of(
                                "what differs",
                                "version " + one.version(),
                                "version " + other.version()));
        names.forEach(
                name ->
                        table.row(
                                List.of(
                                        name,
                                        first.getOrDefault(name, NONE),
                                        second.getOrDefault(name, NONE))));
        return table.render();
    }

    private static TreeMap<String, String> facts(ModelMetadata metadata) {
        TreeMap<String, String> facts = new TreeMap<>(metadata.parameters());
        metadata.forests()
                .forEach((file, forest) -> facts.put(file + ", trees", "" + forest.trees()));
        facts.put("seed", Long.toString(metadata.seed()));
        facts.put("schema", Integer.toString(metadata.schema().number()));
        facts.put(
                "rows of training data", String.format(Locale.ROOT, "%,d", metadata.data().rows()));
        facts.put("training data", metadata.data().source());
        return facts;
    }

    private static void features(StringBuilder text, ModelMetadata one, ModelMetadata other) {
        only(text, one, other);
        only(text, other, one);
    }

    private static void only(StringBuilder text, ModelMetadata has, ModelMetadata lacks) {
        String names =
                has.schema().names().stream()
                        .filter(name -> !lacks.schema().names().contains(name))
                        .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            text.append("Only version ")
                    .append(has.version())
                    .append(" has the features: ")
                    .append(names)
                    .append('\n');
        }
    }
}
