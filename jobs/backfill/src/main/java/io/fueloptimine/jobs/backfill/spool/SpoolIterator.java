package io.fueloptimine.jobs.backfill.spool;

import io.fueloptimine.models.mine.input.MineJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;

/** The records of a {@link Spool} in order; reads one folder at a time. Not thread-safe. */
final class SpoolIterator<T> implements Iterator<T> {

    private final ArrayDeque<Path> spans;
    private final Class<T> type;
    private final Comparator<Line<T>> order;
    private Iterator<Line<T>> lines = List.<Line<T>>of().iterator();

    SpoolIterator(List<Path> spans, Class<T> type, Comparator<T> order) {
        this.spans = new ArrayDeque<>(spans);
        this.type = type;
        this.order =
                Comparator.comparing((Line<T> line) -> line.record, order)
                        .thenComparing(line -> line.json);
    }

    @Override
    public boolean hasNext() {
        while (!lines.hasNext() && !spans.isEmpty()) {
            lines = read(spans.poll());
        }
        return lines.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the spool has no further records");
        }
        return lines.next().record;
    }

    private Iterator<Line<T>> read(Path span) {
        List<Line<T>> all = new ArrayList<>();
        Spool.files(span).forEach(file -> read(file, all));
        all.sort(order);
        List<Line<T>> once = new ArrayList<>(all.size());
        for (Line<T> line : all) {
            if (once.isEmpty() || !once.get(once.size() - 1).json.equals(line.json)) {
                once.add(line);
            }
        }
        return once.iterator();
    }

    private void read(Path file, List<Line<T>> lines) {
        try (BufferedReader text =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            for (String json = text.readLine(); json != null; json = text.readLine()) {
                byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
                lines.add(new Line<>(MineJson.fromBytes(bytes, type), json));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private record Line<T>(T record, String json) {}
}
