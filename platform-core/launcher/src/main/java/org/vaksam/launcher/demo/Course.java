package org.vaksam.launcher.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far an incident has come, depending on how long ago it happened. */
final class Course {
    private static final int WEEK = 7;
    private static final int TWO_MONTHS = 60;

    /** An investigation may give somebody an action, which has to be done before the end: nobody does it here. */
    private static final List<List<String>> COURSES = List.of(
            List.of(),
            List.of("triage"),
            List.of("triage", "investigate"),
            List.of("triage", "investigate", "act"),
            List.of("triage", "investigate", "act", "follow-up"),
            List.of("triage", "close"),
            List.of("triage", "act", "close"),
            List.of("triage", "act", "follow-up", "close"),
            List.of("duplicate"),
            List.of("triage", "reject"),
            List.of("triage", "refer"));

    private static final int[] FRESH = {45, 28, 14, 3, 0, 5, 2, 0, 2, 1, 0};
    private static final int[] RECENT = {5, 9, 17, 14, 10, 18, 12, 8, 3, 2, 2};
    private static final int[] OLD = {0, 1, 1, 2, 4, 34, 27, 23, 3, 2, 3};

    private static final Map<String, List<String>> REASONS = Map.of(
            "close",
            List.of(
                    "Åtgärderna är genomförda och följda upp.",
                    "Rutinen är uppdaterad och personalen informerad.",
                    "Inga ytterligare åtgärder behövs.",
                    "Skadan är lagad och kostnaden bokförd."),
            "duplicate",
            List.of("Samma händelse är redan rapporterad av en kollega."),
            "reject",
            List.of("Hör inte hemma i händelserapporteringen; felanmälan är gjord."),
            "refer",
            List.of(
                    "Överlämnad till polisen.",
                    "Överlämnad till fastighetsägaren.",
                    "Överlämnad till socialtjänsten."));

    private final Dice dice;
    private final List<String> handlers;

    Course(Dice dice, List<String> handlers) {
        this.dice = dice;
        this.handlers = handlers;
    }

    /** The moves of an incident of this many days; a severity below 0 was reported already. */
    List<Incident.Move> moves(long days, int severity) {
        int[] weights = days < WEEK ? FRESH : days < TWO_MONTHS ? RECENT : OLD;
        var moves = new ArrayList<Incident.Move>();
        for (String transition : COURSES.get(dice.weighted(weights))) {
            var body = new HashMap<String, Object>();
            if (transition.equals("triage")) {
                body.put("assignee", dice.oneOf(handlers));
                if (severity >= 0) {
                    body.put("severity", severity);
                }
            }
            if (REASONS.containsKey(transition)) {
                body.put("reason", dice.oneOf(REASONS.getOrDefault(transition, List.of())));
            }
            moves.add(new Incident.Move(transition, body));
        }
        return moves;
    }
}
