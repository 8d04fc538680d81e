package org.vaksam.spi.records;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.vaksam.api.text.Text;

/** The record types that were ever installed, with their definitions; those of missing modules included. */
@ProviderType
public interface RecordTypes {
    /**
     * A record type.
     *
     * @param name    {@code module.record}
     * @param dormant its module is not installed now
     */
    record Type(
            String name,
            String module,
            String path,
            String number,
            String icon,
            Text title,
            Text titles,
            boolean dormant) {}

    /** Types of fields a definition may use in this version of the platform, as they stand in its JSON ({@code long-text}). */
    enum FieldType {
        TEXT,
        LONG_TEXT,
        NUMBER,
        MONEY,
        DATE,
        TIME,
        CHOICE,
        BOOLEAN,
        PEOPLE,
        RANGE,
        TREE,
        PERSON,
        UNIT,
        ASSET,
        PLACE,
        FILE,
        PHOTO,
        TABLE
    }

    /** A choice of a choice field, or a node of a tree; the nodes of a tree come one after the other, parents first. */
    record Choice(String id, Text label) {}

    /**
     * A field as analysis sees it.
     *
     * @param facet   a dimension of analysis
     * @param measure can be summed
     */
    record Field(String id, FieldType type, Text label, boolean facet, boolean measure, List<Choice> choices) {}

    /** A state of the process; {@code phase} is {@code open} or {@code closed}. */
    record State(String id, String phase, Text label) {}

    /**
     * The newest published definition of a kind, resolved with its type's base definition.
     *
     * @param json the whole resolved document, for clients
     */
    record Definition(
            String type,
            String kind,
            int version,
            Text title,
            List<Field> fields,
            List<State> states,
            Map<String, Object> json) {}

    List<Type> types();

    Optional<Type> type(String name);

    /** All kinds of a type, in the order of their titles. */
    List<Definition> definitions(String type);
}
