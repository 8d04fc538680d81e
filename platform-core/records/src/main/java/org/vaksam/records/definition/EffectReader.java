package org.vaksam.records.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vaksam.records.value.Json;
import org.vaksam.spi.casework.FollowUp;

/** Reads what transitions do. */
final class EffectReader {
    static final List<String> KEYS =
            List.of("assign", "createAction", "startDeadline", "stopDeadline", "notify", "share", "set", "route");
    /** Fields of every record that an effect may set. */
    static final List<String> SETTABLE = List.of("severity", "category");

    private final Parties parties;

    EffectReader(Parties parties) {
        this.parties = parties;
    }

    Optional<Effect> read(JsonObject json) {
        json.only(KEYS);
        List<String> present = KEYS.stream().filter(json::has).toList();
        if (present.size() != 1) {
            String listed = String.join(", ", KEYS);
            json.complain("", "En följd är ett av: " + listed + ".", "An effect is one of: " + listed + ".");
            return Optional.empty();
        }
        return switch (present.get(0)) {
            case "assign" -> json.object("assign").flatMap(parties::assignment).map(Effect.Assign::new);
            case "createAction" -> json.object("createAction").flatMap(this::action);
            case "startDeadline" -> json.text("startDeadline", 40).map(Effect.Start::new);
            case "stopDeadline" ->
                json.text("stopDeadline", 40).map(FollowUp.StopDeadline::new).map(Effect.Follow::new);
            case "notify" -> json.object("notify").flatMap(this::notice);
            case "share" ->
                json.object("share").flatMap(share -> share.only(List.of("unit"))
                        .required("unit", share.text("unit", 100))
                        .map(unit -> new Effect.Follow(new FollowUp.Share(unit))));
            case "route" -> route(json);
            default -> json.object("set").map(EffectReader::set);
        };
    }

    private Optional<Effect> action(JsonObject action) {
        action.only(List.of("title", "responsible", "due"));
        var title = action.label("title");
        var due = action.period("due");
        return parties.party(action, "responsible")
                .map(responsible -> new Effect.Follow(new FollowUp.NewAction(title, responsible, due)));
    }

    private Optional<Effect> notice(JsonObject notice) {
        notice.only(List.of("to", "template"));
        List<String> to = parties.parties(notice, "to");
        notice.required("to", to.stream().findFirst());
        if (notice.list("to", 20).isEmpty()) {
            notice.complain("to", "Ska namnge minst en.", "Must name at least one.");
        }
        return notice.required("template", notice.text("template", 100))
                .map(template -> new Effect.Follow(new FollowUp.Notice(to, template)));
    }

    private static Optional<Effect> route(JsonObject json) {
        if (!json.flag("route")) {
            json.complain("route", "Kan bara vara true.", "Can only be true.");
        }
        return Optional.of(new Effect.Route());
    }

    private static Effect set(JsonObject set) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (Map.Entry<String, JsonNode> member : set.node().properties()) {
            Map<String, @Nullable Object> owner = SETTABLE.contains(member.getKey()) ? members : fields;
            owner.put(member.getKey(), member.getValue().isNull() ? null : Json.plain(member.getValue()));
        }
        if (!fields.isEmpty()) {
            members.put("fields", fields);
        }
        if (members.isEmpty()) {
            set.complain("", "Ska sätta minst ett fält.", "Must set at least one field.");
        }
        return new Effect.Set(members);
    }
}
