package org.vaksam.incidents;

import java.util.List;

/** The kinds of report this module brings; each has its definition in {@code META-INF/vaksam/definitions}. */
final class Kinds {
    static final String RECORD_TYPE = "incidents.report";
    static final String THREAT_VIOLENCE = "threat-violence";
    static final String OTHER = "other";
    static final String WARNING = "warning";

    static final List<String> ALL = List.of(
            "burglary",
            "care-deviation",
            "damage",
            "disturbance",
            "drugs",
            "environment",
            "false-alarm",
            "fire",
            "it-disturbance",
            "near-miss",
            OTHER,
            "theft",
            THREAT_VIOLENCE,
            "traffic",
            WARNING,
            "work-injury");

    private Kinds() {}
}
