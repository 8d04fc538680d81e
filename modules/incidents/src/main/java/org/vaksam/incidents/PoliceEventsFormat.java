package org.vaksam.incidents;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.exchange.ImportFormat;
import org.vaksam.api.records.ExternalKey;
import org.vaksam.api.records.NewRecord;
import org.vaksam.api.records.Place;

/** Turns what the Swedish police publish (the JSON of their public events API) into reports. */
@Component(service = ImportFormat.class)
public final class PoliceEventsFormat implements ImportFormat {
    static final String ID = "police-events";
    private static final int LONGEST_TITLE = 200;

    private final PoliceTypes types;

    @Activate
    public PoliceEventsFormat(@Reference PoliceTypes types) {
        this.types = types;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Reader open() {
        return new EventReader(types);
    }

    private static final class EventReader implements Reader {
        private final PoliceTypes types;
        private final Map<String, String> kinds = new HashMap<>();
        private final Set<String> seen = new HashSet<>();

        EventReader(PoliceTypes types) {
            this.types = types;
            for (var mapping : types.all()) {
                kinds.put(mapping.name(), mapping.kind());
                mapping.firstSeen().ifPresent(time -> seen.add(mapping.name()));
            }
        }

        @Override
        public NewRecord read(Map<String, Object> item) {
            PoliceEvent event = new PoliceEventParser(item).parse();
            String kind = kindOf(event.type());
            return new NewRecord(
                    Kinds.RECORD_TYPE,
                    kind,
                    title(event),
                    event.summary(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(EventTime.of(event.name(), event.published())),
                    event.place(),
                    event.type(),
                    OptionalInt.empty(),
                    "import",
                    Optional.of(new ExternalKey(ID, event.id())),
                    fields(event, kind));
        }

        private String kindOf(String type) {
            boolean room = kinds.containsKey(type) || kinds.size() < PoliceTypes.MOST;
            if (room && seen.add(type)) {
                types.seen(type);
                kinds.putIfAbsent(type, Kinds.OTHER);
            }
            return kinds.getOrDefault(type, Kinds.OTHER);
        }
    }

    private static String title(PoliceEvent event) {
        String place = event.place().map(Place::name).orElse("");
        String title = place.isEmpty() ? event.type() : event.type() + ", " + place;
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE);
    }

    private static Map<String, Object> fields(PoliceEvent event, String kind) {
        var fields = new HashMap<String, Object>();
        if (!event.url().isEmpty()) {
            fields.put("sourceUrl", event.url());
        }
        if (kind.equals(Kinds.THREAT_VIOLENCE)) {
            fields.put("form", event.type().toLowerCase(Locale.ROOT).endsWith("hot") ? "threat" : "violence");
        }
        return fields;
    }
}
