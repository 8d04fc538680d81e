package org.vaksam.records.release;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.api.data.Ids;
import org.vaksam.api.data.Sha256;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.records.engine.Definitions;
import org.vaksam.records.engine.Organisation;
import org.vaksam.records.engine.RecordPermissions;
import org.vaksam.records.engine.References;
import org.vaksam.records.table.FieldText;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Nearest;
import org.vaksam.records.value.Problems;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.Secrecy;

/** Makes redacted copies of a record, keeps them as they were released, and has the journal tell of each. */
@Component(service = Releases.class)
public final class Releases {
    /** What the handling of a record itself is; the rest of a copy is its content. */
    private static final List<String> HANDLING = List.of("kind", "state", "unit", "createdAt");

    private static final int LARGEST_PROTOCOL = 24_000;

    private final ReleaseStore store;
    private final Definitions definitions;
    private final RecordPermissions permissions;
    private final Organisation organisation;
    private final References references;
    private final Journal journal;

    @Activate
    public Releases(
            @Reference ReleaseStore store,
            @Reference Definitions definitions,
            @Reference RecordPermissions permissions,
            @Reference Organisation organisation,
            @Reference References references,
            @Reference Journal journal) {
        this.store = store;
        this.definitions = definitions;
        this.permissions = permissions;
        this.organisation = organisation;
        this.references = references;
        this.journal = journal;
    }

    /** The lines of the copy, as it would be released. */
    public List<Line> preview(RecordRow row, ReleaseOrder order) {
        permissions.require(row, "handle");
        if (!order.unmask().isEmpty()) {
            permissions.require(row, "secrecy");
            permissions.require(row, Secrecy.RESTRICTED);
        }
        boolean shown = permissions.showsSecrets(row);
        RecordRow readable = shown ? row.withoutProtectedPeople() : row.withoutSecrets();
        var values = new FieldText(language(), references.names(readable));
        List<Line> lines = new RecordLines(readable, definitions.of(row), organisation, language(), values).lines();
        var masks = new ArrayList<>(masks(row, lines, order));
        masks.addAll(order.masks());
        return new Masking(masks).apply(lines);
    }

    /** Freezes the copy. */
    public Release release(RecordRow row, ReleaseOrder order) {
        List<Line> lines = preview(row, order);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String html =
                new CopyDocument(row.number(), now.atZone(SwedishTime.ZONE).toLocalDate(), language()).html(lines);
        var release = new Release(
                Ids.next(),
                row.id(),
                order.recipient(),
                order.purpose(),
                Masking.told(lines).stream().map(Releases::protocol).toList(),
                order.unmask(),
                Sha256.hex(html),
                now,
                permissions.caller().account());
        Journal.Entry entry = entry(row, release);
        if (Json.write(entry.data()).length() > LARGEST_PROTOCOL) {
            throw Problem.badRequest(new Text(
                    "Protokollet blir för stort: ange färre grunder eller kortare skäl.",
                    "The protocol becomes too large: give fewer grounds or shorter reasons."));
        }
        store.database().write(sql -> {
            store.insert(sql, release, html);
            return journal.append(entry);
        });
        return release;
    }

    /** The newest first. */
    public List<Release> of(RecordRow row) {
        permissions.require(row, "handle");
        return store.of(row.id());
    }

    /** The document as it was released; 403 when it shows what has become secret since, or was shown for a reason. */
    public String document(RecordRow row, String id) {
        permissions.require(row, "handle");
        Release release = store.find(row.id(), id)
                .orElseThrow(
                        () -> Problem.notFound(new Text("Det finns ingen sådan kopia.", "There is no such copy.")));
        if (!permissions.showsSecrets(row)
                && !row.secrecy().fields().keySet().stream().allMatch(release::hides)) {
            throw Problem.forbidden(RecordPermissions.id(row.type(), Secrecy.RESTRICTED));
        }
        return store.document(id);
    }

    /** What is secret is masked unless the order says why not; 422 for names and words that the copy does not have. */
    private static List<Mask> masks(RecordRow row, List<Line> lines, ReleaseOrder order) {
        var problems = new Problems();
        Map<String, String> secret = new TreeMap<>(row.secrecy().fields());
        if (row.secrecy().isRestricted()) {
            lines.stream()
                    .map(Line::field)
                    .filter(field -> !HANDLING.contains(field))
                    .forEach(field -> secret.putIfAbsent(field, ground(row, problems)));
        }
        List<String> fields = lines.stream().map(Line::field).toList();
        for (int i = 0; i < order.masks().size(); i++) {
            Mask mask = order.masks().get(i);
            boolean found = mask.text().isEmpty() ? fields.contains(mask.field()) : Masking.occurs(mask.text(), lines);
            if (!found) {
                problems.add(
                        "masks[" + i + "]",
                        "Finns inte i kopian." + Nearest.swedish(mask.field(), fields),
                        "Is not in the copy." + Nearest.english(mask.field(), fields));
            }
        }
        order.unmask().keySet().stream()
                .filter(field -> !secret.containsKey(field))
                .forEach(field -> problems.add("unmask." + field, "Är inte sekretess.", "Is not secret."));
        problems.throwIfAny();
        secret.keySet().removeAll(order.unmask().keySet());
        return secret.entrySet().stream()
                .map(entry -> new Mask(entry.getKey(), "", entry.getValue()))
                .toList();
    }

    private static String ground(RecordRow row, Problems problems) {
        if (row.secrecy().ground().isEmpty()) {
            problems.add(
                    "secrecyGround",
                    "Saknas på posten: ange lagrummet innan något lämnas ut.",
                    "Missing on the record: name the provision before anything is released.");
        }
        return row.secrecy().ground();
    }

    private Locale language() {
        return permissions.caller().language();
    }

    private static Map<String, Object> protocol(Masked masked) {
        return Map.of("field", masked.field(), "ground", masked.ground(), "whole", masked.whole());
    }

    private static Journal.Entry entry(RecordRow row, Release release) {
        var data = new LinkedHashMap<String, Object>();
        data.put("number", row.number());
        data.put("release", release.id());
        data.put("recipient", release.recipient());
        data.put("purpose", release.purpose());
        data.put("masked", release.masked());
        data.put("unmasked", release.unmasked());
        data.put("sha256", release.sha256());
        return new Journal.Entry("record.released", row.type(), row.id(), data);
    }
}
