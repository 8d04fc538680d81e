package org.vaksam.records.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.records.definition.RetentionRule;
import org.vaksam.records.engine.RecordPermissions;
import org.vaksam.records.retention.RetentionPlan;
import org.vaksam.records.retention.RetentionPlan.Group;
import org.vaksam.records.retention.RetentionPlan.Planned;
import org.vaksam.records.retention.RetentionRules.KindRule;
import org.vaksam.records.store.HoldTable.Hold;
import org.vaksam.records.store.RetentionTable.Old;
import org.vaksam.records.store.RunTable.Run;
import org.vaksam.records.value.Json;
import org.vaksam.spi.records.RecordRow;

/** Retention as clients see it: counts are of everything, lists are of what the caller may see. */
@Component(service = RetentionJson.class)
public final class RetentionJson {
    private static final int SHOWN = 200;

    private final RecordPermissions permissions;

    @Activate
    public RetentionJson(@Reference RecordPermissions permissions) {
        this.permissions = permissions;
    }

    String plan(RetentionPlan plan) {
        List<Planned> visible = visible(plan);
        List<Old> held =
                plan.held().stream().filter(old -> permissions.shows(old.row())).toList();
        var json = new LinkedHashMap<String, Object>();
        json.put("on", plan.on().toString());
        json.put("hash", plan.hash());
        json.put("due", plan.groups().stream().mapToLong(Group::due).sum());
        json.put("held", plan.groups().stream().mapToLong(Group::held).sum());
        json.put("records", plan.items().size());
        json.put("more", plan.more());
        json.put("hidden", plan.items().size() - visible.size());
        json.put("kinds", plan.groups().stream().map(RetentionJson::group).toList());
        json.put("items", visible.stream().limit(SHOWN).map(RetentionJson::item).toList());
        json.put("heldItems", held.stream().limit(SHOWN).map(this::held).toList());
        return Json.write(json);
    }

    /** What a run would do to records that the caller may see. */
    List<Planned> visible(RetentionPlan plan) {
        return plan.items().stream()
                .filter(item -> permissions.shows(item.row()))
                .toList();
    }

    Map<String, @Nullable Object> rule(KindRule rule) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("type", rule.type().name());
        json.put("typeTitle", rule.type().titles().asMap());
        json.put("kind", rule.kind().kind());
        json.put("title", rule.kind().title().asMap());
        json.put("dormant", rule.type().dormant());
        json.put(
                "rule",
                rule.rule().map(RetentionRule::json).map(RetentionJson::parsed).orElse(null));
        json.put("own", rule.own());
        return json;
    }

    static Map<String, @Nullable Object> run(Run run) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", run.id());
        json.put("on", run.on().toString());
        json.put("by", run.by());
        json.put("startedAt", run.startedAt().toString());
        json.put("endedAt", run.endedAt().map(Object::toString).orElse(null));
        return json;
    }

    Map<String, @Nullable Object> hold(RecordRow row, Hold hold) {
        Map<String, @Nullable Object> json = record(row);
        json.put("reason", hold.reason());
        json.put("by", hold.by());
        json.put("since", hold.since().toString());
        return json;
    }

    private static Map<String, Object> parsed(String json) {
        try {
            return Json.object(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A retention rule is damaged", e);
        }
    }

    private static Map<String, @Nullable Object> group(Group group) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("type", group.rule().type().name());
        json.put("typeTitle", group.rule().type().titles().asMap());
        json.put("kind", group.rule().kind().kind());
        json.put("title", group.rule().kind().title().asMap());
        json.put("hasRule", group.rule().rule().isPresent());
        json.put("due", group.due());
        json.put("held", group.held());
        json.put("all", group.all());
        return json;
    }

    private static Map<String, @Nullable Object> item(Planned item) {
        Map<String, @Nullable Object> json = record(item.row());
        json.put("since", item.since().toString());
        json.put("due", item.rule().period().due(item.since()).toString());
        json.put("action", item.rule().action().word());
        return json;
    }

    private Map<String, @Nullable Object> held(Old old) {
        return hold(old.row(), old.hold().orElseThrow());
    }

    private static Map<String, @Nullable Object> record(RecordRow row) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", row.id());
        json.put("number", row.number());
        json.put("title", row.withoutSecrets().title());
        json.put("type", row.type());
        json.put("kind", row.kind());
        return json;
    }
}
