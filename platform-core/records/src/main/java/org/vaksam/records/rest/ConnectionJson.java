package org.vaksam.records.rest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.records.Place;
import org.vaksam.api.text.Text;
import org.vaksam.records.asset.AssetRow;
import org.vaksam.records.definition.StateDefinition;
import org.vaksam.records.engine.Definitions;
import org.vaksam.records.engine.Organisation;
import org.vaksam.records.link.Conversion;
import org.vaksam.records.link.Links;
import org.vaksam.records.link.MergePlan;
import org.vaksam.records.link.Merges;
import org.vaksam.records.link.Proposals.Proposal;
import org.vaksam.records.link.Relation;
import org.vaksam.records.link.Series.Gathered;
import org.vaksam.records.link.Value;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordTypes.Type;

/** Connections as the REST reference shows them. */
@Component(service = ConnectionJson.class)
public final class ConnectionJson {
    private final Definitions definitions;
    private final Organisation organisation;
    private final Dormancy dormancy;

    @Activate
    public ConnectionJson(
            @Reference Definitions definitions, @Reference Organisation organisation, @Reference Dormancy dormancy) {
        this.definitions = definitions;
        this.organisation = organisation;
        this.dormancy = dormancy;
    }

    /** A record as the other side of something, without what is secret. */
    Map<String, @Nullable Object> record(RecordRow stored) {
        RecordRow row = stored.withoutSecrets();
        Optional<Type> type = definitions.type(row.type());
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("id", row.id());
        shown.put("number", row.number());
        shown.put("type", row.type());
        shown.put(
                "typeTitle", type.map(Type::title).orElse(Text.same(row.type())).asMap());
        shown.put("kind", row.kind());
        shown.put("title", row.title());
        shown.put("state", row.state());
        shown.put(
                "stateLabel",
                definitions
                        .of(row)
                        .state(row.state())
                        .map(StateDefinition::label)
                        .orElse(Text.same(row.state()))
                        .asMap());
        shown.put("phase", row.phase());
        shown.put("occurredAt", row.occurredAt().map(Instant::toString).orElse(null));
        shown.put("place", row.place().map(Place::name).orElse(""));
        shown.put("secrecy", row.secrecy().level());
        shown.put("merged", row.mergedInto().isPresent());
        shown.put("dormant", dormancy.isDormant(row));
        return shown;
    }

    Map<String, @Nullable Object> link(Links.Seen seen) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("id", seen.link().id());
        shown.put("relation", seen.link().relation().id());
        shown.put("label", seen.link().relation().label().asMap());
        shown.put("record", seen.record().map(this::record).orElse(null));
        shown.put("asset", seen.asset().map(ConnectionJson::asset).orElse(null));
        shown.put("note", seen.link().note());
        shown.put("at", seen.link().at().toString());
        shown.put("by", person(seen.link().by()));
        return shown;
    }

    /** Seen from an asset: how the record reads it. */
    Map<String, @Nullable Object> assetLink(Links.Seen seen) {
        Map<String, @Nullable Object> shown = link(seen);
        shown.remove("asset");
        return shown;
    }

    Map<String, @Nullable Object> proposal(Proposal proposal) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("record", record(proposal.record()));
        shown.put("score", proposal.score());
        shown.put(
                "reasons",
                proposal.reasons().stream()
                        .map(reason -> Map.of(
                                "kind", reason.kind(), "text", reason.text().asMap()))
                        .toList());
        return shown;
    }

    /** Without its members. */
    Map<String, @Nullable Object> series(Gathered series) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("record", record(series.record()));
        shown.put("name", series.name());
        return shown;
    }

    Map<String, @Nullable Object> preview(Merges.Preview preview) {
        MergePlan plan = preview.plan();
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("from", record(plan.from()));
        shown.put("into", record(plan.into()));
        shown.put("filled", plan.filled().stream().map(ConnectionJson::value).toList());
        shown.put(
                "conflicts",
                plan.conflicts().stream()
                        .map(conflict -> {
                            var both = value(conflict.from());
                            both.put("into", conflict.into());
                            return both;
                        })
                        .toList());
        shown.put("kept", plan.kept().stream().map(ConnectionJson::value).toList());
        shown.put("moves", preview.moves());
        shown.put("stricter", plan.stricter());
        shown.put("held", preview.holds());
        shown.put("hash", plan.hash());
        return shown;
    }

    Map<String, @Nullable Object> conversion(Conversion conversion) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("type", conversion.type().name());
        shown.put("kind", conversion.definition().kind());
        shown.put("title", conversion.definition().title().asMap());
        shown.put(
                "carried",
                conversion.carried().stream().map(ConnectionJson::value).toList());
        shown.put("left", conversion.left().stream().map(ConnectionJson::value).toList());
        shown.put(
                "missing",
                conversion.missing().entrySet().stream()
                        .map(entry -> Map.of(
                                "name",
                                entry.getKey(),
                                "label",
                                entry.getValue().asMap()))
                        .toList());
        shown.put("withheld", conversion.withheld());
        shown.put("appendix", conversion.appendix());
        return shown;
    }

    Map<String, @Nullable Object> person(Optional<String> account) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("id", account.orElse(null));
        shown.put("name", account.flatMap(organisation::nameOf).orElse(""));
        return shown;
    }

    /** Relations to choose from. */
    static List<Map<String, Object>> relations(List<Relation> relations) {
        return relations.stream()
                .map(relation -> Map.<String, Object>of(
                        "id", relation.id(), "label", relation.label().asMap()))
                .toList();
    }

    private static Map<String, @Nullable Object> asset(AssetRow row) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("id", row.id());
        shown.put("name", row.name());
        shown.put("type", row.type());
        shown.put("status", row.status());
        return shown;
    }

    private static Map<String, @Nullable Object> value(Value value) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("name", value.name());
        shown.put("label", value.label().asMap());
        shown.put("value", value.value());
        return shown;
    }
}
