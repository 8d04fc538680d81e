package org.vaksam.exchange.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.vaksam.spi.exchange.Cell;
import org.vaksam.spi.exchange.TableColumn;

/**
 * GeoJSON (RFC 7946): a feature for each record that has a place, with the columns as its properties. The member
 * {@code withoutPlace} says how many have none.
 */
final class GeoJsonSink implements RowSink {
    static final String LATITUDE = "latitude";
    static final String LONGITUDE = "longitude";

    private final JsonGenerator json;
    private final List<String> ids;
    private final CellText text;
    private final int latitude;
    private final int longitude;

    GeoJsonSink(OutputStream out, List<TableColumn> columns, Locale language) throws IOException {
        ids = columns.stream().map(TableColumn::id).toList();
        text = new CellText(language);
        latitude = ids.indexOf(LATITUDE);
        longitude = ids.indexOf(LONGITUDE);
        json = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        json.writeArrayFieldStart("features");
    }

    @Override
    public boolean row(List<Cell> cells, boolean sums) throws IOException {
        if (!(cells.get(latitude) instanceof Cell.Amount north)
                || !(cells.get(longitude) instanceof Cell.Amount east)) {
            return false;
        }
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", "Point");
        json.writeArrayFieldStart("coordinates");
        json.writeNumber(east.value());
        json.writeNumber(north.value());
        json.writeEndArray();
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        for (int i = 0; i < ids.size(); i++) {
            if (i != latitude && i != longitude) {
                json.writeFieldName(ids.get(i));
                value(cells.get(i));
            }
        }
        json.writeEndObject();
        json.writeEndObject();
        return true;
    }

    @Override
    public void end(long rows, long leftOut) throws IOException {
        json.writeEndArray();
        json.writeNumberField("withoutPlace", leftOut);
        json.writeEndObject();
        json.close();
    }

    private void value(Cell cell) throws IOException {
        if (cell.equals(Cell.EMPTY)) {
            json.writeNull();
        } else if (cell instanceof Cell.Amount amount) {
            json.writeNumber(amount.value());
        } else if (cell instanceof Cell.Money money) {
            json.writeNumber(money.value());
        } else if (cell instanceof Cell.Flag flag) {
            json.writeBoolean(flag.value());
        } else if (cell instanceof Cell.Moment moment) {
            json.writeString(moment.at().truncatedTo(ChronoUnit.SECONDS).toString());
        } else {
            json.writeString(text.of(cell));
        }
    }
}
