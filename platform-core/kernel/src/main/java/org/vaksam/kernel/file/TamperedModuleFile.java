package org.vaksam.kernel.file;

import org.vaksam.api.text.Text;

/** A file that is not as it was when somebody signed it: nothing in it is believed, under no policy. */
public final class TamperedModuleFile extends InvalidModuleFile {
    private static final long serialVersionUID = 1L;

    TamperedModuleFile(String where) {
        super(new Text(
                "Filen har ändrats efter att den signerades: " + where
                        + ". Hämta den på nytt från den som gjort modulen.",
                "The file was changed after it was signed: " + where
                        + ". Fetch it again from whoever made the module."));
    }
}
