package org.vaksam.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vaksam.api.records.Place;

/** Where a warning holds: the middle of its first circle or polygon (CAP 1.2, section 3.2.4). */
final class CapArea {
    private static final Pattern POINT = Pattern.compile("(-?\\d{1,3}(?:\\.\\d{1,20})?),(-?\\d{1,3}(?:\\.\\d{1,20})?)");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SHAPE = 200_000;

    private CapArea() {}

    private record Point(double latitude, double longitude) {}

    static Optional<Place> place(List<ItemFields> areas) {
        Optional<Place> first = Optional.empty();
        for (ItemFields area : areas) {
            String words = area.required("areaDesc", 20_000);
            String name = words.length() <= LONGEST_NAME ? words : words.substring(0, LONGEST_NAME - 1) + "…";
            Optional<Point> middle = middle(area);
            Place place = new Place(name, middle.map(Point::latitude), middle.map(Point::longitude));
            boolean better = first.isEmpty() || first.get().latitude().isEmpty() && middle.isPresent();
            first = better ? Optional.of(place) : first;
        }
        return first;
    }

    private static Optional<Point> middle(ItemFields area) {
        var middles = new ArrayList<Point>();
        for (String circle : area.texts("circle", 200)) {
            String[] parts = circle.split("\\s+");
            Optional<Point> centre = parts.length == 2 && parts[1].matches("\\d{1,6}(\\.\\d{1,20})?")
                    ? point(parts[0])
                    : Optional.empty();
            if (centre.isEmpty()) {
                area.wrong(
                        "circle",
                        "Ska vara mitt och radie i km, som 55.6,13.0 25",
                        "Must be the middle and the radius in km, such as 55.6,13.0 25");
            }
            centre.ifPresent(middles::add);
        }
        for (String polygon : area.texts("polygon", LONGEST_SHAPE)) {
            List<Optional<Point>> corners =
                    List.of(polygon.split("\\s+")).stream().map(CapArea::point).toList();
            if (corners.size() < 4 || corners.contains(Optional.<Point>empty()) || !isClosed(corners)) {
                area.wrong(
                        "polygon",
                        "Ska vara minst fyra punkter som 55.6,13.0, där den sista är den första",
                        "Must be at least four points such as 55.6,13.0, of which the last is the first");
            } else {
                middles.add(middle(corners.stream().flatMap(Optional::stream).toList()));
            }
        }
        return middles.stream().findFirst();
    }

    private static boolean isClosed(List<Optional<Point>> corners) {
        return corners.get(0).equals(corners.get(corners.size() - 1));
    }

    private static Optional<Point> point(String text) {
        Matcher matcher = POINT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var point = new Point(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)));
        boolean isOnEarth = Math.abs(point.latitude()) <= 90 && Math.abs(point.longitude()) <= 180;
        return isOnEarth ? Optional.of(point) : Optional.empty();
    }

    /** The centroid of the area; of a polygon without one, the mean of its corners. */
    private static Point middle(List<Point> corners) {
        Point origin = corners.get(0);
        double area = 0;
        double latitude = 0;
        double longitude = 0;
        for (int i = 0; i + 1 < corners.size(); i++) {
            double y0 = corners.get(i).latitude() - origin.latitude();
            double x0 = corners.get(i).longitude() - origin.longitude();
            double y1 = corners.get(i + 1).latitude() - origin.latitude();
            double x1 = corners.get(i + 1).longitude() - origin.longitude();
            double cross = x0 * y1 - x1 * y0;
            area += cross;
            latitude += (y0 + y1) * cross;
            longitude += (x0 + x1) * cross;
        }
        if (Math.abs(area) < 1e-12) {
            return new Point(
                    corners.stream().mapToDouble(Point::latitude).average().orElse(0),
                    corners.stream().mapToDouble(Point::longitude).average().orElse(0));
        }
        return new Point(origin.latitude() + latitude / (3 * area), origin.longitude() + longitude / (3 * area));
    }
}
