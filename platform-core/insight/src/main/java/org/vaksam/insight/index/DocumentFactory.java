package org.vaksam.insight.index;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.api.records.ExternalKey;
import org.vaksam.api.records.Place;
import org.vaksam.insight.area.Areas;
import org.vaksam.insight.index.DocumentSources.About;
import org.vaksam.insight.schema.CalendarParts;
import org.vaksam.insight.schema.Coordinates;
import org.vaksam.insight.schema.Dimension;
import org.vaksam.insight.schema.Dimensions;
import org.vaksam.insight.schema.IndexSchema;
import org.vaksam.insight.schema.TitleOrder;
import org.vaksam.insight.text.Compounds;
import org.vaksam.insight.text.TextAnalyzer;
import org.vaksam.insight.text.Vocabulary;
import org.vaksam.insight.text.Word;
import org.vaksam.spi.casework.RecordSurroundings.Surroundings;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordVisibility;
import org.vaksam.spi.security.Units;

/** Makes the document of a record. */
final class DocumentFactory {
    private final Units units;
    private final Areas areas;
    private final Vocabulary vocabulary = new Vocabulary(TextAnalyzer.of(new Compounds()));

    DocumentFactory(Units units, Areas areas) {
        this.units = units;
        this.areas = areas;
    }

    /** The document of this state of the record, with the fields of its form in these roles, and of what stands about it elsewhere. */
    Document document(RecordRow row, FieldRoles roles, About about) {
        var document = new Document();
        UUID id = UUID.fromString(row.id());
        document.add(new StringField(IndexSchema.ID, idTerm(row.id()), Field.Store.NO));
        document.add(new NumericDocValuesField(IndexSchema.ID_HIGH, id.getMostSignificantBits()));
        document.add(new NumericDocValuesField(IndexSchema.ID_LOW, id.getLeastSignificantBits()));
        boolean restricted = RecordVisibility.isRestricted(row);
        document.add(new StringField(IndexSchema.ACCESS, IndexSchema.access(row.type(), restricted), Field.Store.NO));
        row.createdBy()
                .ifPresent(account -> document.add(new StringField(IndexSchema.REPORTER, account, Field.Store.NO)));
        about.shares()
                .forEach(share -> document.add(new StringField(
                        IndexSchema.SHARED,
                        IndexSchema.shared(share.party(), share.until().toString()),
                        Field.Store.NO)));
        addDimensions(document, row);
        addUnits(document, row);
        addOrders(document, row);
        addLocation(document, row);
        addActions(document, about.surroundings());
        if (about.surroundings().documents() > 0) {
            addNumber(document, IndexSchema.FILES, about.surroundings().documents());
        }
        StepFields.add(document, row, about.steps());
        PersonKeys.of(row).forEach(key -> document.add(new StringField(IndexSchema.PERSON, key, Field.Store.NO)));
        new FormFields(document, row, roles).add();
        addText(document, row, roles, about.surroundings().texts());
        return document;
    }

    /** The term of a record's id. */
    static BytesRef idTerm(String id) {
        UUID uuid = UUID.fromString(id);
        var bytes = new byte[Long.BYTES * 2];
        ByteBuffer.wrap(bytes).putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
        return new BytesRef(bytes);
    }

    private static void addDimensions(Document document, RecordRow row) {
        addDimension(document, Dimensions.TYPE, row.type());
        addDimension(document, Dimensions.KIND, row.kind());
        addDimension(document, Dimensions.STATE, row.state());
        addDimension(document, Dimensions.PHASE, row.phase());
        addDimension(document, Dimensions.CATEGORY, row.category());
        addDimension(document, Dimensions.PLACE, row.place().map(Place::name).orElse(""));
        addDimension(
                document,
                Dimensions.SEVERITY,
                row.severity().isPresent() ? Integer.toString(row.severity().getAsInt()) : "");
        addDimension(document, Dimensions.ASSIGNEE, row.assignee().orElse(""));
        addDimension(document, Dimensions.UNIT, row.unit().orElse(""));
        addDimension(document, Dimensions.ASSET, row.asset().orElse(""));
        addDimension(document, Dimensions.SECRECY, row.secrecy().level());
        addDimension(document, Dimensions.CHANNEL, row.channel());
        addDimension(
                document, Dimensions.MERGED, Boolean.toString(row.mergedInto().isPresent()));
        addDimension(
                document,
                Dimensions.SOURCE,
                row.externalKey().map(ExternalKey::source).orElse(""));
        CalendarParts.of(row.occurredAt()).forEach((dimension, key) -> addDimension(document, dimension, key));
    }

    static void addDimension(Document document, Dimension dimension, String value) {
        document.add(new KeyField(dimension.field(), IndexSchema.key(value)));
    }

    private void addUnits(Document document, RecordRow row) {
        for (String ancestor : RecordVisibility.path(row, units).split("/")) {
            if (!ancestor.isEmpty()) {
                document.add(new StringField(IndexSchema.UNIT_PATH, ancestor, Field.Store.NO));
            }
        }
    }

    private static void addOrders(Document document, RecordRow row) {
        row.occurredAt().ifPresent(at -> addNumber(document, IndexSchema.OCCURRED_AT, at.toEpochMilli()));
        addNumber(document, IndexSchema.CREATED_AT, row.createdAt().toEpochMilli());
        addNumber(document, IndexSchema.UPDATED_AT, row.updatedAt().toEpochMilli());
        row.severity().ifPresent(severity -> addNumber(document, IndexSchema.SEVERITY_ORDER, severity));
        document.add(new KeyField(IndexSchema.NUMBER, row.number()));
        document.add(new SortedDocValuesField(IndexSchema.TITLE_ORDER, new BytesRef(TitleOrder.key(row.title()))));
    }

    static void addNumber(Document document, String field, long value) {
        document.add(new LongPoint(field, value));
        document.add(new NumericDocValuesField(field, value));
    }

    private void addLocation(Document document, RecordRow row) {
        OptionalInt latitude = degrees(row, Place::latitude, Coordinates::latitude);
        OptionalInt longitude = degrees(row, Place::longitude, Coordinates::longitude);
        String area = "";
        if (latitude.isPresent() && longitude.isPresent()) {
            document.add(new IntPoint(IndexSchema.LOCATION, latitude.getAsInt(), longitude.getAsInt()));
            long packed = Coordinates.pack(latitude.getAsInt(), longitude.getAsInt());
            document.add(new NumericDocValuesField(IndexSchema.LOCATION_VALUE, packed));
            area = areas.now().at(latitude.getAsInt(), longitude.getAsInt()).orElse("");
        }
        addDimension(document, Dimensions.AREA, area);
    }

    private static OptionalInt degrees(
            RecordRow row, Function<Place, Optional<Double>> side, Function<Double, OptionalInt> units) {
        return row.place().flatMap(side).map(units).orElse(OptionalInt.empty());
    }

    private static void addActions(Document document, Surroundings around) {
        addDimension(document, Dimensions.OPEN_ACTIONS, Integer.toString(around.openActions()));
        if (around.actions() > 0) {
            addNumber(document, IndexSchema.ACTIONS, around.actions());
        }
        around.due()
                .ifPresent(day -> addNumber(
                        document,
                        IndexSchema.ACTION_DUE,
                        day.atStartOfDay(SwedishTime.ZONE).toInstant().toEpochMilli()));
    }

    private void addText(Document document, RecordRow row, FieldRoles roles, List<String> around) {
        List<Word> title = vocabulary.words(row.title());
        document.add(WordsField.of(IndexSchema.TITLE, all(title, Word::swedish)));
        var distinct = new LinkedHashSet<Word>();
        addText(document, title, distinct);
        for (String text : List.of(
                row.description(),
                row.number(),
                row.category(),
                row.place().map(Place::name).orElse(""))) {
            addText(document, vocabulary.words(text), distinct);
        }
        for (Map.Entry<String, Object> field : row.fields().entrySet()) {
            if (field.getValue() instanceof String text && roles.text(row.type(), row.kind(), field.getKey())) {
                addText(document, vocabulary.words(text), distinct);
            }
        }
        for (String text : around) {
            addText(document, vocabulary.words(text), distinct);
        }
        document.add(WordsField.of(IndexSchema.SWEDISH, all(distinct, Word::swedish)));
        document.add(WordsField.of(IndexSchema.ENGLISH, all(distinct, Word::english)));
    }

    private static void addText(Document document, List<Word> text, Set<Word> distinct) {
        if (!text.isEmpty()) {
            document.add(WordsField.inOrder(
                    IndexSchema.WORDS, text.stream().map(Word::written).toList()));
            distinct.addAll(text);
        }
    }

    private static List<BytesRef> all(Collection<Word> words, Function<Word, List<BytesRef>> stems) {
        var all = new ArrayList<BytesRef>();
        words.forEach(word -> all.addAll(stems.apply(word)));
        return all;
    }
}
