package io.fueloptimine.models.alarm.flood;

import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import java.io.Serializable;
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
 * or more. The alarm of the site names the machines and is extended by those that join later.
 *
 * <p>No alarm is lost. Alarms that machines of the group have already are suppressed by design. The
 * group ends when fewer than {@code fewestMachines} are left; their alarms are then raised, or
 * shown again. A critical condition of one machine is never part of a group, because it may damage
 * the machine.
 *
 * <p>A silence waits for {@code silenceHoldS} for those of other machines, because sixty silences
 * of one cause begin over some time. Other conditions do not wait.
 *
 * <p>Immutable and thread-safe.
 */
public final class FloodControl implements Serializable {

    /** The variant of the texts of alarms of a site, and the cause in their ids. */
    public static final String COMMON = "common";

    private static final long serialVersionUID = 1L;

    private final FloodSettings settings;

    public FloodControl(FloodSettings settings) {
        this.settings = settings;
    }

    /**
     * Whether a signal may be part of a flood. Signals of sites and notes of people are not; nor
     * are conditions whose end no signal reports, because nothing would end their group.
     */
    public static boolean concerns(AlarmSignal signal) {
        return signal.machineId() != null
                && switch (signal.type()) {
                    case NOTE, LONG_IDLE, FUEL_THEFT -> false;
                    default -> true;
                };
    }

    /** How long a condition waits for those of other machines, s. */
    public int holdS(AlertType type) {
        return type == AlertType.SILENT_SENSOR ? settings.silenceHoldS() : 0;
    }

    /** The step of one signal. Follow the signals of one time by {@link #settled}. */
    public Flood.Step accepted(Flood before, AlarmSignal signal) {
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
        signals.add(end(gone, at));
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
        List<FloodMember> waiting = before.members(member -> !member.raised() && !member.grouped());
        if (waiting.isEmpty()) {
            return new Flood.Step(before, List.of());
        }
        if (before.since() != null) {
            return grouped(before, waiting, now);
        }
        List<FloodMember> due =
                waiting.stream().filter(member -> !member.heldUntil().isAfter(now)).toList();
        if (due.isEmpty()) {
            return new Flood.Step(before, List.of());
        }
        Instant from = now.minusSeconds(settings.windowS());
        List<FloodMember> counted =
                before.members(
                        member ->
                                !member.raised()
                                        || member.signal().at().isAfter(from)
                                                && member.signal().severity() != Severity.CRITICAL);
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
        signals.add(begin(after.members(FloodMember::grouped), isNew ? since : now));
        return new Flood.Step(after, signals);
    }

    private static AlarmSignal begin(List<FloodMember> grouped, Instant at) {
        AlarmSignal first = grouped.get(0).signal();
        List<String> names =
                grouped.stream().map(member -> member.signal().machineId()).sorted().toList();
        String listed = String.join(", ", names);
        return ofSite(
                        first,
                        first.type() == AlertType.SILENT_SENSOR
                                ? Severity.CRITICAL
                                : first.severity(),
                        at,
                        true,
                        first.type() == AlertType.SILENT_SENSOR
                                ? names.size()
                                        + " machines send no telemetry; check broker, network and"
                                        + " gateway: "
                                        + listed
                                : names.size() + " machines with one cause: " + listed,
                        Map.of("machines", (double) names.size()))
                .withText(COMMON, Map.of("names", listed, "type", first.type().name()));
    }

    private static AlarmSignal end(AlarmSignal gone, Instant at) {
        String message =
                gone.type() == AlertType.SILENT_SENSOR
                        ? "Telemetry received again"
                        : "No common cause any more";
        return ofSite(gone, Severity.INFO, at, false, message, Map.of());
    }

    private static AlarmSignal ofSite(
            AlarmSignal member,
            Severity severity,
            Instant at,
            boolean present,
            String message,
            Map<String, Double> evidence) {
        return new AlarmSignal(
                        member.site(),
                        null,
                        member.type(),
                        severity,
                        at,
                        present,
                        message,
                        evidence)
                .ofCause(member.causeId() == null ? COMMON : COMMON + " " + member.causeId());
    }
}
