package org.vaksam.casework.report;

import java.util.Optional;

/** How somebody who reported can be reached, as far as they have said: nothing at all when they stay anonymous. */
public record Contact(Optional<String> name, Optional<String> email, Optional<String> phone) {
    /** Nobody knows who it was. */
    public static final Contact ANONYMOUS = new Contact(Optional.empty(), Optional.empty(), Optional.empty());

    public boolean isAnonymous() {
        return equals(ANONYMOUS);
    }
}
