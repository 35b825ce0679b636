package io.fueloptimine.jobs.compare.lever;

import io.fueloptimine.jobs.simulator.delivery.WireFormat;
import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.models.dispatch.road.PassFollower;
import io.fueloptimine.models.dispatch.road.RoadExcessModel;
import io.fueloptimine.models.dispatch.road.RoadExcessSettings;
import io.fueloptimine.models.dispatch.road.RoadPass;
import io.fueloptimine.models.dispatch.road.RoadTrail;
import io.fueloptimine.models.message.DecodeResult;
import io.fueloptimine.models.message.MessageDecoder;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns the excess of the road segments of a simulated mine from the telemetry of its trucks, as
 * job fuel does. Not thread-safe.
 */
public final class RoadObservation {

    private final WireFormat format;
    private final MessageDecoder decoder = new MessageDecoder();
    private final PassFollower follower;
    private final RoadExcessModel model;
    private final Map<String, RoadTrail> trails = new HashMap<>();
    private final List<RoadPass> passes = new ArrayList<>();

    public RoadObservation(MineSite mine) {
        format = new WireFormat(mine.site());
        follower = new PassFollower(mine);
        model = new RoadExcessModel(mine, RoadExcessSettings.DEFAULT);
    }

    /** Reads a message; only the telemetry of trucks is used. */
    public void accept(MachineMessage message) {
        if (message.stream() != ReadingStream.TELEMETRY
                || message.kind() != EquipmentKind.HAULTRUCK) {
            return;
        }
        Reading reading = decoded(message);
        PassFollower.Followed followed = follower.accept(trails.get(reading.machineId()), reading);
        if (followed.trail().isPresent()) {
            trails.put(reading.machineId(), followed.trail().get());
        } else {
            trails.remove(reading.machineId());
        }
        followed.pass().ifPresent(passes::add);
    }

    /** The excess of the segments, the ranked ones first. */
    public List<RoadExcess> learned(Instant now) {
        return model.learn(passes, now);
    }

    private Reading decoded(MachineMessage message) {
        DecodeResult decoded =
                decoder.decode(
                        new RawMessage(
                                format.topicOf(message),
                                format.jsonOf(message),
                                message.time(),
                                false));
        if (decoded instanceof DecodeResult.Readable readable) {
            return readable.reading();
        }
        throw new IllegalStateException("the decoder rejects " + message + ": " + decoded);
    }
}
