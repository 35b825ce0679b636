package io.fueloptimine.models.dispatch.scenario;

import io.fueloptimine.models.dispatch.plan.FleetPlanner;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.dispatch.PlannedFlow;
import io.fueloptimine.models.mine.site.FaceTarget;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures of the plan of one case, per hour.
 *
 * @param name the scenario, or {@code base}
 * @param status how the plan was found
 * @param litresPerHour planned litres, with idling, L/h
 * @param boundLitresPerHour least litres of a plan that meets the targets as far, L/h; null when
 *     unknown
 * @param tonnesPerHour planned tonnes, t/h
 * @param litresPerTonne litres per tonne, L/t; null without tonnes
 * @param dieselPricePerLitre price of diesel
 * @param currency the currency of the price; empty when not given
 * @param costPerHour litres times price
 * @param trucksInService trucks that work, by class
 * @param trucksParked trucks that park, by class
 * @param faceTonnesPerHour planned tonnes by face of the dig plan, t/h
 * @param flows the trips
 * @param unmet what cannot be met and why, in words
 */
public record PlannedCase(
        String name,
        String status,
        double litresPerHour,
        Double boundLitresPerHour,
        double tonnesPerHour,
        Double litresPerTonne,
        double dieselPricePerLitre,
        String currency,
        double costPerHour,
        Map<String, Integer> trucksInService,
        Map<String, Integer> trucksParked,
        Map<String, Double> faceTonnesPerHour,
        List<PlannedFlow> flows,
        List<String> unmet) {

    /** Plans a case. Blocks for up to the time limit of the settings. */
    public static PlannedCase of(String name, PlanCase planCase, PlannerSettings settings) {
        DispatchPlan plan =
                new FleetPlanner(planCase.mine(), settings)
                        .plan(
                                planCase.situation(),
                                new PlanTrigger(
                                        planCase.mine().site(),
                                        PlanCause.START,
                                        null,
                                        planCase.state().at()));
        Map<String, Double> faces = new TreeMap<>();
        for (FaceTarget face : planCase.mine().digPlan().faces()) {
            faces.put(face.faceId(), 0.0);
        }
        for (PlannedFlow flow : plan.flows()) {
            if (flow.loaded()) {
                faces.merge(flow.fromLocationId(), flow.tonnesPerHour(), Double::sum);
            }
        }
        return new PlannedCase(
                name,
                plan.solverState().name(),
                plan.plannedLph(),
                plan.boundLph(),
                plan.plannedTph(),
                plan.plannedTph() > 0 ? plan.plannedLph() / plan.plannedTph() : null,
                planCase.price().perLitre(),
                planCase.price().currency(),
                plan.plannedLph() * planCase.price().perLitre(),
                plan.trucksInService(),
                plan.trucksParked(),
                faces,
                plan.flows(),
                plan.unmet());
    }

    /** Whether this plan moves the tonnes of another plan at every face, within 0.5 t/h. */
    public boolean doesTheWorkOf(PlannedCase other) {
        if (!faceTonnesPerHour.keySet().equals(other.faceTonnesPerHour.keySet())) {
            return false;
        }
        return faceTonnesPerHour.entrySet().stream()
                .allMatch(
                        face ->
                                Math.abs(
                                                face.getValue()
                                                        - other.faceTonnesPerHour.get(
                                                                face.getKey()))
                                        <= 0.5);
    }
}
