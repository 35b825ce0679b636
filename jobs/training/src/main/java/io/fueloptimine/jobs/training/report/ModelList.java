package io.fueloptimine.jobs.training.report;

import io.fueloptimine.models.fuel.registry.Alias;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.fuel.registry.ModelMetrics;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lists a model's versions, one line each. */
public final class ModelList {

    private static final double BYTES_PER_MB = 1e6;

    private final ModelRegistry registry;

    public ModelList(ModelRegistry registry) {
        this.registry = registry;
    }

    /** The table of one model's versions, the oldest first. */
    public String of(String name) {
        List<ModelMetadata> versions =
                registry.versions(name).stream()
                        .map(version -> registry.metadata(name, version))
                        .toList();
        List<String> figures =
                MetricText.figuresOf(versions.stream().map(ModelMetadata::ownMetrics).toList());
        Columns table = Columns.withText(header(figures));
        versions.forEach(metadata -> table.row(row(metadata, figures)));
        return name + "\n" + table.render();
    }

    private static List<String> header(List<String> figures) {
        List<String> header = new ArrayList<>(List.of("version", "tag", "alias"));
        figures.forEach(figure -> header.add(MetricText.title(figure)));
        header.addAll(List.of("rows", "size", "trained on"));
        return header;
    }

    private List<String> row(ModelMetadata metadata, List<String> figures) {
        ModelMetrics metrics = metadata.ownMetrics();
        List<String> row = new ArrayList<>();
        row.add(Integer.toString(metadata.version()));
        row.add(metadata.semanticVersion());
        row.add(aliases(registry, metadata.name(), metadata.version()));
        figures.forEach(figure -> row.add(MetricText.figure(metrics, figure)));
        row.add(String.format(Locale.ROOT, "%,d", metadata.data().rows()));
        row.add(megabytes(registry, metadata));
        row.add(metadata.data().source());
        return row;
    }

    /** The aliases that point at a version, joined. */
    static String aliases(ModelRegistry registry, String name, int version) {
        return Arrays.stream(Alias.values())
                .filter(alias -> registry.version(name, alias).orElse(0) == version)
                .map(Alias::text)
                .collect(Collectors.joining(", "));
    }

    private static String megabytes(ModelRegistry registry, ModelMetadata metadata) {
        long bytes =
                registry.files(metadata.name(), metadata.version()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
        return String.format(Locale.ROOT, "%.2f MB", bytes / BYTES_PER_MB);
    }
}
