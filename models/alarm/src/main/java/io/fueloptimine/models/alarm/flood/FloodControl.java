package io.fueloptimine.models.alarm.flood;

import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes one alarm of a site of the conditions of many of its machines that have one cause: a broker
 * or a network that is away, a wrong time server, rain. Conditions have one cause if their type and
 * cause are the same, if they begin within {@code windowS}, and if there are {@code fewestMachines}
 * or more. The alarm of the site names the machines and is extended by those that join later: one
 * whose condition begins within {@code windowS} of the newest one of the group, or as many as could
 * be a group of their own.
 *
 * <p>No alarm is lost. Alarms that machines of the group have already are suppressed by design. The
 * group ends when fewer than {@code fewestMachines} are left; their alarms are then raised, or
 * shown again. A critical condition of one machine is never part of a group, because it may damage
 * the machine. A condition that no signal ends, because its machine was taken away, is forgotten
 * after {@link #MEMORY}, like alarms.
 *
 * <p>A silence waits for {@code silenceHoldS} for those of other machines, because sixty silences
 * of one cause begin over some time. Other conditions do not wait.
 *
 * <p>Immutable and thread-safe.
 */
public final class FloodControl implements Serializable {

    /** The variant of the texts of alarms of a site, and the cause in their ids. */
    public static final String COMMON = "common";

    /** How long a condition is remembered without its end, in event time. */
    static final Duration MEMORY = Duration.ofDays(90);

    private static final long serialVersionUID = 1L;

    private final FloodSettings settings;

    public FloodControl(FloodSettings settings) {
        this.settings = settings;
    }

    /**
     * Whether a signal may be part of a flood: the condition can have a cause outside the machines,
     * such as a broker or network that is away, a wrong time server, messages of a wrong form,
     * rain, fuel of another quality, or the meter of a fuel bay. Conditions of one machine's own
     * state or work, such as a leak or a low tank, are not, even if many machines have them.
     */
    public static boolean concerns(AlarmSignal signal) {
        return signal.machineId() != null
                && switch (signal.type()) {
                    case SILENT_SENSOR,
                                    STUCK_SENSOR,
                                    BAD_DATA,
                                    CLOCK_JUMP,
                                    EXCESS_FUEL,
                                    DRIFT,
                                    METER_BIAS ->
                            true;
                    default -> false;
                };
    }

    /** How long a condition waits for those of other machines, s. */
    public int holdS(AlertType type) {
        return type == AlertType.SILENT_SENSOR ? settings.silenceHoldS() : 0;
    }

    /** The step of one signal. Follow the signals of one time by {@link #settled}. */
    public Flood.Step accepted(Flood known, AlarmSignal signal) {
        return next(remembered(known, signal.at().minus(MEMORY)), signal);
    }

    private static Flood remembered(Flood known, Instant from) {
        Map<String, FloodMember> members = new TreeMap<>(known.members());
        members.values().removeIf(member -> member.signal().at().isBefore(from));
        return new Flood(known.since(), members);
    }

    private Flood.Step next(Flood before, AlarmSignal signal) {
        Map<String, FloodMember> members = new TreeMap<>(before.members());
        FloodMember known = members.get(signal.machineId());
        if (!signal.present()) {
            return ended(before, known, signal);
        }
        boolean alone = signal.severity() == Severity.CRITICAL;
        if (known == null) {
            Instant heldUntil = heldUntil(signal, signal.at());
            members.put(signal.machineId(), new FloodMember(signal, heldUntil, alone, false));
        } else if (alone) {
            // The critical signal replaces the first one, so that no later group takes it in.
            members.put(
                    signal.machineId(), new FloodMember(signal, known.heldUntil(), true, false));
        }
        boolean shown = alone || known != null && known.raised();
        boolean grouped = known != null && known.grouped() && !alone;
        return new Flood.Step(
                new Flood(before.since(), members),
                shown ? List.of(signal.withGrouped(grouped, signal.at())) : List.of());
    }

    /** Conditions that do not wait are due at any event time. */
    private Instant heldUntil(AlarmSignal signal, Instant from) {
        int holdS = holdS(signal.type());
        return holdS == 0 ? Instant.EPOCH : from.plusSeconds(holdS);
    }

    private Flood.Step ended(Flood before, FloodMember known, AlarmSignal gone) {
        Map<String, FloodMember> members = new TreeMap<>(before.members());
        members.remove(gone.machineId());
        List<AlarmSignal> signals = new ArrayList<>();
        if (known == null || known.raised()) {
            signals.add(gone);
        }
        Flood after = new Flood(before.since(), members);
        List<FloodMember> left = after.members(FloodMember::grouped);
        if (before.since() == null || left.size() >= settings.fewestMachines()) {
            return new Flood.Step(after, signals);
        }
        Instant at = gone.at().isBefore(before.since()) ? before.since() : gone.at();
        signals.add(FloodSignals.end(gone, at));
        for (FloodMember member : left) {
            AlarmSignal signal = member.signal();
            members.put(signal.machineId(), member.asSingle(heldUntil(signal, at)));
            if (member.raised()) {
                signals.add(signal.withGrouped(false, at));
            }
        }
        return new Flood.Step(new Flood(null, members), signals);
    }

    /**
     * The step after all signals of one time: raises conditions whose wait is over, or the alarm of
     * the site.
     *
     * @param now the event time (UTC)
     */
    public Flood.Step settled(Flood before, Instant now) {
        if (before.since() == null) {
            return begun(before, now);
        }
        List<FloodMember> joining = joining(before);
        Flood.Step joined =
                joining.isEmpty()
                        ? new Flood.Step(before, List.of())
                        : grouped(before, joining, now);
        return joined.and(begun(joined.flood(), now));
    }

    /** Those of the waiting whose condition began within the window of the group's newest one. */
    private List<FloodMember> joining(Flood group) {
        Instant newest = group.since();
        for (FloodMember member : group.members(FloodMember::grouped)) {
            newest = later(newest, member.signal().at());
        }
        List<FloodMember> joining = new ArrayList<>();
        for (FloodMember member : group.members(FloodMember::waits)) {
            if (!member.signal().at().isAfter(newest.plusSeconds(settings.windowS()))) {
                joining.add(member);
                newest = later(newest, member.signal().at());
            }
        }
        return joining;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Raises conditions whose wait is over, as one if they are many. */
    private Flood.Step begun(Flood before, Instant now) {
        List<FloodMember> due =
                before.members(member -> member.waits() && !member.heldUntil().isAfter(now));
        if (due.isEmpty()) {
            return new Flood.Step(before, List.of());
        }
        Instant from = now.minusSeconds(settings.windowS());
        List<FloodMember> counted =
                before.members(
                        member ->
                                !member.grouped()
                                        && (!member.raised()
                                                || member.signal().at().isAfter(from)
                                                        && member.signal().severity()
                                                                != Severity.CRITICAL));
        return counted.size() >= settings.fewestMachines()
                ? grouped(before, counted, now)
                : raised(before, due);
    }

    /**
     * The step by which all machines of a site are silent, as the clock of the computer shows while
     * event time stands still.
     *
     * @param silences the silences of machines without an alarm of their own, at least one
     */
    public Flood.Step silent(Flood before, Collection<AlarmSignal> silences, Instant now) {
        Map<String, FloodMember> members = new TreeMap<>(before.members());
        for (AlarmSignal silence : silences) {
            members.putIfAbsent(
                    silence.machineId(), new FloodMember(silence, silence.at(), false, false));
        }
        Flood all = new Flood(before.since(), members);
        return grouped(all, all.members(member -> !member.raised()), now);
    }

    private static Flood.Step raised(Flood before, List<FloodMember> due) {
        Map<String, FloodMember> members = new TreeMap<>(before.members());
        List<AlarmSignal> signals = new ArrayList<>();
        for (FloodMember member : due) {
            members.put(member.signal().machineId(), member.asRaised());
            signals.add(member.signal());
        }
        return new Flood.Step(new Flood(before.since(), members), signals);
    }

    private static Flood.Step grouped(Flood before, List<FloodMember> joining, Instant now) {
        Map<String, FloodMember> members = new TreeMap<>(before.members());
        List<AlarmSignal> signals = new ArrayList<>();
        for (FloodMember member : joining) {
            members.put(member.signal().machineId(), member.asGrouped());
            if (member.raised()) {
                signals.add(member.signal().withGrouped(true, now));
            }
        }
        boolean isNew = before.since() == null;
        Instant since = isNew ? joining.get(0).signal().at() : before.since();
        Flood after = new Flood(since, members);
        signals.add(FloodSignals.begin(after.members(FloodMember::grouped), isNew ? since : now));
        return new Flood.Step(after, signals);
    }
}
