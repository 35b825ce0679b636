package io.fueloptimine.jobs.cli.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.settings.rest.RestAccess;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.FallbackKey;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.SecurityOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flink reads the configuration of deploy/kubernetes as it is meant. */
class FlinkConfigurationTest {

    private static final String MINE = "overlays/mine";
    private static final String FLEET = "overlays/fleet";

    /** The classes of Flink's options that the configuration uses. */
    private static final List<Class<?>> OPTIONS =
            List.of(
                    CheckpointingOptions.class,
                    CoreOptions.class,
                    HeartbeatManagerOptions.class,
                    HighAvailabilityOptions.class,
                    PipelineOptions.class,
                    RestAccess.class,
                    RestartStrategyOptions.class,
                    SecurityOptions.class,
                    StateBackendOptions.class,
                    StateRecoveryOptions.class,
                    TaskManagerOptions.class,
                    WebOptions.class);

    /** Options of modules that this one does not use. */
    private static final List<String> OTHERS =
            List.of(
                    "kubernetes.jobmanager.cpu.limit-factor",
                    "kubernetes.taskmanager.cpu.limit-factor",
                    "state.backend.rocksdb.localdir");

    /** The heap that the tasks of a job need at least. */
    private static final MemorySize LEAST_HEAP = MemorySize.ofMebiBytes(256);

    @ParameterizedTest
    @ValueSource(strings = {MINE, FLEET})
    void flinkKnowsEachKey(String overlay) throws Exception {
        Set<String> known = new TreeSet<>(OTHERS);
        for (Class<?> options : OPTIONS) {
            known.addAll(keys(options));
        }
        for (Resource job : jobs(overlay)) {
            assertThat(job.configuration().keySet())
                    .as(job.name())
                    .allMatch(
                            key ->
                                    known.contains(key)
                                            || key.startsWith("kubernetes.operator.")
                                            || key.startsWith("metrics.reporter.prometheus."));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {MINE, FLEET})
    void stateIsOnTheVolumeOfAllPods(String overlay) throws Exception {
        for (Resource job : jobs(overlay)) {
            Configuration flink = Configuration.fromMap(job.configuration());
            String volume = "file:///var/lib/fueloptimine/flink/";
            assertThat(flink.get(CheckpointingOptions.CHECKPOINTS_DIRECTORY))
                    .isEqualTo(volume + "checkpoints")
                    .isEqualTo(job.configuration().get("state.checkpoints.dir"));
            assertThat(flink.get(CheckpointingOptions.SAVEPOINT_DIRECTORY))
                    .isEqualTo(volume + "savepoints")
                    .isEqualTo(job.configuration().get("state.savepoints.dir"));
            assertThat(flink.get(HighAvailabilityOptions.HA_STORAGE_PATH)).startsWith(volume);
            assertThat(flink.get(HighAvailabilityOptions.HA_MODE)).isEqualTo("kubernetes");
            assertThat(flink.get(CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION))
                    .isEqualTo(ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
            assertThat(flink.getOptional(CheckpointingOptions.CHECKPOINTING_INTERVAL)).isEmpty();
            assertThat(flink.get(PipelineOptions.GENERIC_TYPES)).isFalse();
            assertThat(flink.get(PipelineOptions.AUTO_GENERATE_UIDS)).isFalse();
            assertThat(flink.get(StateBackendOptions.STATE_BACKEND))
                    .isEqualTo(overlay.equals(FLEET) ? "rocksdb" : "hashmap");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {MINE, FLEET})
    void theMemoryOfThePodsIsEnoughForFlinkAndTheTasks(String overlay) throws Exception {
        for (Resource job : jobs(overlay)) {
            Configuration flink = Configuration.fromMap(job.configuration());
            flink.set(TaskManagerOptions.TOTAL_PROCESS_MEMORY, memory(job, "taskManager"));
            flink.set(JobManagerOptions.TOTAL_PROCESS_MEMORY, memory(job, "jobManager"));
            assertThat(
                            TaskExecutorProcessUtils.processSpecFromConfig(flink)
                                    .getTaskHeapSize()
                                    .compareTo(LEAST_HEAP))
                    .as("heap of the tasks of %s", job.name())
                    .isNotNegative();
            assertThat(
                            JobManagerProcessUtils.processSpecFromConfig(flink)
                                    .getJvmHeapMemorySize()
                                    .compareTo(LEAST_HEAP))
                    .as("heap of the JobManager of %s", job.name())
                    .isNotNegative();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {MINE, FLEET, "overlays/bluegreen"})
    void theRestInterfaceKnowsTheNamesThatTheOperatorUses(String overlay) throws Exception {
        for (Resource job : jobs(overlay)) {
            List<String> clusters =
                    job.kind().equals(Resource.BLUE_GREEN)
                            ? List.of(job.name() + "-blue", job.name() + "-green")
                            : List.of(job.name());
            String namespace = job.tree().at("/metadata/namespace").asText();
            assertThat(Configuration.fromMap(job.configuration()).get(RestAccess.HOSTS))
                    .containsAll(
                            clusters.stream()
                                    .map(cluster -> cluster + "-rest." + namespace)
                                    .toList());
        }
    }

    private static MemorySize memory(Resource job, String process) {
        return MemorySize.parse(job.cluster().at("/" + process + "/resource/memory").asText());
    }

    private static List<Resource> jobs(String overlay) throws Exception {
        return Kustomize.render(overlay).stream().filter(Resource::isFlinkJob).toList();
    }

    private static Set<String> keys(Class<?> options) throws IllegalAccessException {
        Set<String> keys = new TreeSet<>();
        for (Field field : options.getFields()) {
            if (field.getType() == ConfigOption.class) {
                ConfigOption<?> option = (ConfigOption<?>) field.get(null);
                keys.add(option.key());
                for (FallbackKey fallback : option.fallbackKeys()) {
                    keys.add(fallback.getKey());
                }
            }
        }
        return keys;
    }
}
