package org.vaksam.casework.report;

/** Names of a public form's fields. */
final class FormNames {
    static final String WHAT = "what";
    static final String WHEN = "when";
    static final String PLACE = "place";
    static final String LATITUDE = "latitude";
    static final String LONGITUDE = "longitude";
    static final String UNIT = "unit";
    static final String ASSET = "asset";
    static final String NAME = "name";
    static final String EMAIL = "email";
    static final String PHOTO = "photo";
    /** Photos that are to be taken away. */
    static final String DROP = "drop";

    static final String TOKEN = "token";
    static final String LANG = "lang";
    static final String CODE = "code";
    static final String TEXT = "text";
    /** The reports nearby were shown. */
    static final String SEEN = "seen";
    /** Stays empty unless a program fills in whatever it finds. */
    static final String TRAP = "website";
    /** Before the id of one of the kind's own fields. */
    static final String OWN = "f.";

    private FormNames() {}
}
