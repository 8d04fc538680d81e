package org.vaksam.casework.document.picture;

import java.io.IOException;

/** A picture ends too early or contradicts itself. */
public final class DamagedPicture extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedPicture(String what) {
        super(what);
    }
}
