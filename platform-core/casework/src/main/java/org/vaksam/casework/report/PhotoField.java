package org.vaksam.casework.report;

import java.util.List;
import org.vaksam.casework.document.StagedPhotos.Photo;
import org.vaksam.casework.page.Fields;
import org.vaksam.casework.page.Fields.Field;
import org.vaksam.casework.page.Html;
import org.vaksam.casework.page.Reader;

/** Where photos are chosen; those that have come already are named, and can be taken away. */
final class PhotoField {
    private static final String TYPES = "image/jpeg,image/png,image/webp";

    private PhotoField() {}

    static Html of(Fields fields, Reader reader, List<Photo> kept, int most) {
        String help = reader.t(
                "Högst " + most
                        + " bilder (JPEG, PNG eller WebP) på 10 MB. Undvik ansikten och registreringsnummer. Var och med"
                        + " vad de är tagna tas bort.",
                "At most " + most
                        + " photos (JPEG, PNG or WebP) of 10 MB. Avoid faces and number plates. Where and with what"
                        + " they were taken is removed.");
        Html photos = Html.of("div").kind("photos");
        photos.add(fields.files(new Field(FormNames.PHOTO, reader.t("Bilder", "Photos"), help, false), TYPES));
        if (!kept.isEmpty()) {
            Html list = Html.of("fieldset")
                    .add(Html.of("legend", reader.t("Bilder som redan är med", "Photos that are included already")));
            kept.forEach(photo -> list.add(Html.of("label")
                    .kind("radio")
                    .add(Html.of("input")
                            .attr("type", "checkbox")
                            .attr("name", FormNames.DROP)
                            .attr("value", photo.id()))
                    .text(reader.t("Ta bort ", "Remove ") + photo.name())));
            photos.add(list);
        }
        return photos;
    }
}
