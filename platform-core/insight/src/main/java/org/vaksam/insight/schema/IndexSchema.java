package org.vaksam.insight.schema;

/** Names of the fields of a document. A change that old documents do not fit raises {@link #VERSION}: the index is built anew. */
public final class IndexSchema {
    /** Stored with every commit. */
    public static final int VERSION = 6;

    /** Documents of this version on may answer while newer ones are built. */
    public static final int OLDEST_SERVABLE = 1;

    /** The record's id as 16 bytes, for updates. */
    public static final String ID = "id";

    /** Both halves of the id as numbers: tie-breaker of every sort, and the only thing read of a hit. */
    public static final String ID_HIGH = "id.high";

    public static final String ID_LOW = "id.low";

    /** Type and, for restricted records, a mark: one term decides who may see the record. */
    public static final String ACCESS = "access";

    /** The account that made the record. */
    public static final String REPORTER = "reporter";

    /** Ids of the record's unit and of all units above it. */
    public static final String UNIT_PATH = "unit.path";

    /** What tells of whom a record speaks, hashed. */
    public static final String PERSON = "person";

    /** Whom the record is shared with, each with the last day of it: {@link #shared}. */
    public static final String SHARED = "shared";

    public static final String NUMBER = "number";
    public static final String TITLE_ORDER = "title.order";
    public static final String SEVERITY_ORDER = "severity.order";
    public static final String OCCURRED_AT = "occurredAt";
    public static final String CREATED_AT = "createdAt";
    public static final String UPDATED_AT = "updatedAt";

    /** Latitude and longitude as two-dimensional point, for boxes. */
    public static final String LOCATION = "location";

    /** The same two numbers in one value, for clusters. */
    public static final String LOCATION_VALUE = "location.value";

    /** How many actions the record has in all; nothing when it has none. */
    public static final String ACTIONS = "actions";

    /** How many documents the record has; nothing when it has none. */
    public static final String FILES = "files";

    /** When the day begins on which the first open action is to be done, in milliseconds. */
    public static final String ACTION_DUE = "actions.due";

    /** Words as they are written, with positions: phrases and prefixes. */
    public static final String WORDS = "words";

    public static final String SWEDISH = "words.sv";
    /** English stems that are not the word itself. */
    public static final String ENGLISH = "words.en";

    /** Swedish stems of the title alone: these hits come first. */
    public static final String TITLE = "title.sv";

    /** When a record came into a closed phase, if it is closed now: a point of time beside the states. */
    public static final String CLOSED = "phase:closed";

    /** How {@code not set} is called in filters and cells, and indexed for dimensions of the header. */
    public static final String NONE = "none";

    private static final String RESTRICTED_MARK = "/restricted";
    private static final int LONGEST_KEY = 200;

    private IndexSchema() {}

    /** The term of {@link #ACCESS}. */
    public static String access(String type, boolean restricted) {
        return restricted ? type + RESTRICTED_MARK : type;
    }

    /** The term of {@link #SHARED}; those of one party sort by the day. */
    public static String shared(String party, String day) {
        return party + "@" + day;
    }

    /** The field with the values of a number or an amount of money, as points and values, in ten-thousandths. */
    public static String number(String field) {
        return "number." + field;
    }

    /** The field with the values of a date or a point in time, as points and values: milliseconds; a date is where its day begins. */
    public static String time(String field) {
        return "time." + field;
    }

    /** The field with the time in milliseconds when a record was in this state for the first time. */
    public static String enteredFirst(String state) {
        return "entered.first." + state;
    }

    /** The same for the last time that it came into it. */
    public static String enteredLast(String state) {
        return "entered.last." + state;
    }

    /** A value as key of a dimension: cut to a bounded length; nothing at all and the word {@code none} are the same. */
    public static String key(String value) {
        String trimmed = value.strip();
        if (trimmed.isEmpty()) {
            return NONE;
        }
        if (trimmed.length() <= LONGEST_KEY) {
            return trimmed;
        }
        int end = Character.isHighSurrogate(trimmed.charAt(LONGEST_KEY - 1)) ? LONGEST_KEY - 1 : LONGEST_KEY;
        return trimmed.substring(0, end);
    }
}
