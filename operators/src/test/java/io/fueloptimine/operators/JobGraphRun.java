package io.fueloptimine.operators;

import io.fueloptimine.models.mine.input.MineJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/** Runs the graph of a job over bounded sources on a MiniCluster and collects its outputs. */
public final class JobGraphRun {

    private final StreamExecutionEnvironment env;
    private final Map<String, CloseableIterator<?>> outputs = new HashMap<>();
    private final Map<String, List<Object>> rows = new HashMap<>();

    /** With two subtasks a step, no Kryo, a uid on every step and no restarts. */
    public JobGraphRun() {
        Configuration options = new Configuration();
        options.set(PipelineOptions.GENERIC_TYPES, false);
        options.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        options.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        env = StreamExecutionEnvironment.getExecutionEnvironment(options);
        env.setParallelism(2);
    }

    /** The environment to build the graph in. */
    public StreamExecutionEnvironment environment() {
        return env;
    }

    /** A bounded source that two readers share: each reads one half. */
    public static <T> DataGeneratorSource<T> source(List<T> elements, Class<T> type) {
        ArrayList<byte[]> json = new ArrayList<>();
        elements.forEach(element -> json.add(MineJson.toBytes(element)));
        return new DataGeneratorSource<>(
                index -> MineJson.fromBytes(json.get(index.intValue()), type),
                elements.size(),
                TypeInformation.of(type));
    }

    /**
     * A bounded source as {@link #source(List, Class)}, each of whose readers emits a limited
     * number of elements per second, so that watermarks are generated between the elements.
     */
    public static <T> DataGeneratorSource<T> slowSource(
            List<T> elements, Class<T> type, double perSecond) {
        ArrayList<byte[]> json = new ArrayList<>();
        elements.forEach(element -> json.add(MineJson.toBytes(element)));
        return new DataGeneratorSource<>(
                index -> MineJson.fromBytes(json.get(index.intValue()), type),
                elements.size(),
                RateLimiterStrategy.perSecond(perSecond),
                TypeInformation.of(type));
    }

    /** An output that collects its stream under a name. */
    public <T> Consumer<DataStream<T>> output(String name) {
        return stream -> outputs.put(name, stream.collectAsync());
    }

    /** Runs the graph to its end. */
    public void run() throws Exception {
        env.executeAsync();
        for (Map.Entry<String, CloseableIterator<?>> output : outputs.entrySet()) {
            List<Object> collected = new ArrayList<>();
            output.getValue().forEachRemaining(collected::add);
            output.getValue().close();
            rows.put(output.getKey(), collected);
        }
    }

    /** What the output of that name collected. */
    public <T> List<T> rows(String output, Class<T> type) {
        return rows.get(output).stream().map(type::cast).toList();
    }

    /** The names of the graph's vertices, as the web UI shows them. */
    public List<String> vertices() {
        List<String> names = new ArrayList<>();
        env.getStreamGraph(false)
                .getJobGraph()
                .getVertices()
                .forEach(vertex -> names.add(vertex.getName()));
        return names;
    }
}
