package org.vaksam.casework.document;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.records.RecordRow;

/** Why a deed with a document is not done. */
final class DocumentProblems {
    private DocumentProblems() {}

    static Problem tooMany(int most) {
        return Problem.of(
                        "too-many-documents",
                        409,
                        new Text("För många dokument", "Too many documents"),
                        new Text("Här får finnas högst " + most + ".", "There may be at most " + most + " here."))
                .with("limit", most)
                .withNext(new Text("Ta bort sådant som inte behövs.", "Remove what is not needed."));
    }

    static Problem noPhoto() {
        return Problem.of(
                "file-type",
                415,
                new Text("Sådana filer tas inte emot", "Such files are not accepted"),
                new Text(
                        "Filen är till innehållet ingen bild i JPEG, PNG eller WebP. Inget har sparats av den.",
                        "By its content the file is no picture in JPEG, PNG or WebP. Nothing of it was stored."));
    }

    static Problem keyUsed() {
        return Problem.of(
                "idempotency-mismatch",
                422,
                new Text("Nyckeln är redan använd", "The key was used before"),
                new Text(
                        "Samma Idempotency-Key har använts för en annan fil. Inget har sparats.",
                        "The same Idempotency-Key was used for another file. Nothing was stored."));
    }

    /** 409 when a field of the record holds the document. */
    static void refuseUsed(RecordRow row, String document) {
        row.fields().forEach((field, value) -> {
            if (holds(value, document)) {
                throw Problem.conflict(new Text(
                                "Dokumentet hör till fältet " + field + ".",
                                "The document belongs to the field " + field + "."))
                        .with("field", field)
                        .withNext(new Text("Ta bort det ur fältet först.", "Take it out of the field first."));
            }
        });
    }

    private static boolean holds(@Nullable Object value, String document) {
        if (value instanceof Map<?, ?> members) {
            return members.values().stream().anyMatch(each -> holds(each, document));
        }
        return value instanceof Collection<?> items
                ? items.stream().anyMatch(each -> holds(each, document))
                : document.equals(value);
    }
}
