package io.fueloptimine.jobs.training.report;

import io.fueloptimine.models.fuel.InvalidModelException;
import io.fueloptimine.models.fuel.registry.Alias;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.fuel.registry.ModelMetrics;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Lists a model's versions, one line each. */
public final class ModelList {

    private static final double BYTES_PER_MB = 1e6;

    private final ModelRegistry registry;

    public ModelList(ModelRegistry registry) {
        this.registry = registry;
    }

    /**
     * Formats a table of the versions of one model, oldest first. Versions and aliases that cannot
     * be read are listed below the table.
     */
    public String of(String name) {
        List<String> faults = new ArrayList<>();
        List<ModelMetadata> versions = new ArrayList<>();
        for (int version : registry.versions(name)) {
            try {
                versions.add(registry.metadata(name, version));
            } catch (InvalidModelException | UncheckedIOException e) {
                faults.add("version " + version + " cannot be read: " + e.getMessage());
            }
        }
        Map<Alias, Integer> aliases = aliases(name, faults);
        List<String> figures =
                MetricText.figuresOf(versions.stream().map(ModelMetadata::ownMetrics).toList());
        Columns table = Columns.withText(header(figures));
        versions.forEach(metadata -> table.row(row(metadata, figures, aliases)));
        StringBuilder text = new StringBuilder(name).append('\n').append(table.render());
        faults.forEach(fault -> text.append("  ").append(fault).append('\n'));
        return text.toString();
    }

    private Map<Alias, Integer> aliases(String name, List<String> faults) {
        Map<Alias, Integer> aliases = new EnumMap<>(Alias.class);
        for (Alias alias : Alias.values()) {
            try {
                registry.version(name, alias).ifPresent(version -> aliases.put(alias, version));
            } catch (InvalidModelException | UncheckedIOException e) {
                faults.add("alias " + alias.text() + " cannot be read: " + e.getMessage());
            }
        }
        return aliases;
    }

    private static List<String> header(List<String> figures) {
        List<String> header = new ArrayList<>(List.of("version", "tag", "alias"));
        figures.forEach(figure -> header.add(MetricText.title(figure)));
        header.addAll(List.of("rows", "size", "trained on"));
        return header;
    }

    private List<String> row(
            ModelMetadata metadata, List<String> figures, Map<Alias, Integer> aliases) {
        ModelMetrics metrics = metadata.ownMetrics();
        List<String> row = new ArrayList<>();
        row.add(Integer.toString(metadata.version()));
        row.add(metadata.semanticVersion());
        row.add(
                aliases.entrySet().stream()
                        .filter(entry -> entry.getValue() == metadata.version())
                        .map(entry -> entry.getKey().text())
                        .collect(Collectors.joining(", ")));
        figures.forEach(figure -> row.add(MetricText.figure(metrics, figure)));
        row.add(String.format(Locale.ROOT, "%,d", metadata.data().rows()));
        row.add(megabytes(registry, metadata));
        row.add(metadata.data().source());
        return row;
    }

    /** The aliases that point to a version, and the unreadable aliases, separated by commas. */
    static String aliases(ModelRegistry registry, String name, int version) {
        List<String> texts = new ArrayList<>();
        for (Alias alias : Alias.values()) {
            try {
                if (registry.version(name, alias).orElse(0) == version) {
                    texts.add(alias.text());
                }
            } catch (InvalidModelException | UncheckedIOException e) {
                texts.add(alias.text() + " unreadable");
            }
        }
        return String.join(", ", texts);
    }

    private static String megabytes(ModelRegistry registry, ModelMetadata metadata) {
        long bytes =
                registry.files(metadata.name(), metadata.version()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
        return String.format(Locale.ROOT, "%.2f MB", bytes / BYTES_PER_MB);
    }
}
