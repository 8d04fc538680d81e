package org.vaksam.casework.document.text;

/** What became of reading a file's text. */
public enum TextState {
    /** Not read yet. */
    WAITING("waiting"),
    /** All of it can be found. */
    READ("read"),
    /** The beginning can be found; it says more than is kept. */
    PART("part"),
    /** It says nothing, like a picture of a page. */
    EMPTY("empty"),
    /** It opens with a password only. */
    LOCKED("locked"),
    /** It is not as files of its kind are. */
    BROKEN("broken"),
    /** It takes more time or memory than one file may take. */
    TOO_LARGE("too-large"),
    /** Its kind is not read. */
    UNSUPPORTED("unsupported");

    private final String id;

    TextState(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    static TextState of(String id) {
        for (TextState state : values()) {
            if (state.id.equals(id)) {
                return state;
            }
        }
        throw new IllegalArgumentException(id);
    }
}
