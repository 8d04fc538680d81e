package org.vaksam.casework.report;

import java.util.List;
import org.vaksam.casework.page.Html;
import org.vaksam.casework.page.Reader;

/** Reports that are known already, as everybody may see them. */
final class NearbyList {
    private NearbyList() {}

    static Html of(List<Nearby.Known> known, Reader reader) {
        Html list = Html.of("ul").kind("known");
        for (Nearby.Known one : known) {
            String where = one.metres().isPresent()
                    ? reader.t(
                            "inom " + one.metres().getAsInt() + " m",
                            "within " + one.metres().getAsInt() + " m")
                    : reader.t("på samma ställe", "at the same place");
            list.add(Html.of("li")
                    .add(Html.of("b", reader.t(one.kind().title())))
                    .add(Html.of(
                            "p",
                            reader.day(one.since()) + ", " + where + ". "
                                    + reader.t(one.kind().state(one.state())) + ".")));
        }
        return Html.of("section")
                .kind("nearby")
                .attr("aria-labelledby", "nearby-title")
                .add(
                        Html.of("h2", reader.t("Är det någon av de här?", "Is it one of these?"))
                                .attr("id", "nearby-title"),
                        Html.of(
                                "p",
                                reader.t(
                                        "Det här har andra rapporterat nyligen. Är det samma sak behöver du inte rapportera"
                                                + " det igen; vet du något mer, skicka din rapport ändå.",
                                        "Others have reported these lately. If it is the same thing you need not report it"
                                                + " again; if you know more, send your report all the same.")),
                        list);
    }
}
