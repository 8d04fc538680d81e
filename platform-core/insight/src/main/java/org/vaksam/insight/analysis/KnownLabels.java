package org.vaksam.insight.analysis;

import java.util.Map;
import org.vaksam.api.text.Text;
import org.vaksam.insight.schema.Dimension;
import org.vaksam.insight.schema.Dimensions;
import org.vaksam.spi.records.HeaderWords;

/** Labels of keys that the platform itself knows. */
final class KnownLabels {
    private KnownLabels() {}

    static Text none() {
        return new Text("Inte angivet", "Not set");
    }

    static Map<String, Text> yesAndNo() {
        return Map.of("true", new Text("Ja", "Yes"), "false", new Text("Nej", "No"));
    }

    static Map<String, Text> of(Dimension dimension) {
        if (dimension.equals(Dimensions.PHASE)) {
            return HeaderWords.phases();
        }
        if (dimension.equals(Dimensions.SECRECY)) {
            return HeaderWords.secrecy();
        }
        if (dimension.equals(Dimensions.CHANNEL)) {
            return HeaderWords.channels();
        }
        if (dimension.equals(Dimensions.MERGED)) {
            return yesAndNo();
        }
        if (dimension.equals(Dimensions.SEVERITY)) {
            return severities();
        }
        return dimension.equals(Dimensions.WEEKDAY) ? weekdays() : Map.of();
    }

    private static Map<String, Text> severities() {
        return Map.of(
                "0", new Text("0 Ingen", "0 None"),
                "1", new Text("1 Liten", "1 Minor"),
                "2", new Text("2 Måttlig", "2 Moderate"),
                "3", new Text("3 Allvarlig", "3 Serious"),
                "4", new Text("4 Mycket allvarlig", "4 Very serious"));
    }

    private static Map<String, Text> weekdays() {
        return Map.of(
                "1", new Text("måndag", "Monday"),
                "2", new Text("tisdag", "Tuesday"),
                "3", new Text("onsdag", "Wednesday"),
                "4", new Text("torsdag", "Thursday"),
                "5", new Text("fredag", "Friday"),
                "6", new Text("lördag", "Saturday"),
                "7", new Text("söndag", "Sunday"));
    }
}
