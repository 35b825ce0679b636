package io.fueloptimine.connectors.mqtt.reader;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

/** Records registered metrics by their full names. */
final class RecordedMetrics extends UnregisteredMetricsGroup {

    private final String path;
    private final Map<String, Supplier<Number>> numbers;

    RecordedMetrics() {
        this("", new ConcurrentHashMap<>());
    }

    private RecordedMetrics(String path, Map<String, Supplier<Number>> numbers) {
        this.path = path;
        this.numbers = numbers;
    }

    Set<String> names() {
        return numbers.keySet();
    }

    long number(String name) {
        return numbers.get(name).get().longValue();
    }

    @Override
    public <C extends Counter> C counter(String name, C counter) {
        numbers.put(path + name, counter::getCount);
        return counter;
    }

    @Override
    public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
        numbers.put(path + name, () -> (Number) gauge.getValue());
        return gauge;
    }

    @Override
    public MetricGroup addGroup(String name) {
        return new RecordedMetrics(path + name + ".", numbers);
    }

    @Override
    public MetricGroup addGroup(String key, String value) {
        return new RecordedMetrics(path + key + "." + value + ".", numbers);
    }
}
