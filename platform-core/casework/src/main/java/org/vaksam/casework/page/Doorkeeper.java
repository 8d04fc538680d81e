package org.vaksam.casework.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.spi.web.RemoteAddress;

/** How often strangers may do what, from one address and all together. */
@Component(service = Doorkeeper.class)
public final class Doorkeeper {
    private static final int ADDRESSES = 20_000;
    private static final String EVERYBODY = "*";
    private static final int IPV6 = 16;
    private static final Pattern NUMERIC = Pattern.compile("[0-9a-fA-F.:]{2,45}");

    private final Throttle reports;
    private final Throttle allReports;
    private final Throttle photos;
    private final Throttle allPhotos;
    private final Throttle systems;
    private final Throttle looks;
    private final Throttle guesses;
    private final Throttle allGuesses;

    @Activate
    public Doorkeeper(@Reference Clock clock) {
        reports = new Throttle(clock, 20, Duration.ofSeconds(15), ADDRESSES);
        allReports = new Throttle(clock, 400, Duration.ofMillis(500), 1);
        photos = new Throttle(clock, 12, Duration.ofMinutes(1), ADDRESSES);
        allPhotos = new Throttle(clock, 150, Duration.ofSeconds(5), 1);
        systems = new Throttle(clock, 600, Duration.ofMillis(200), 1_000);
        looks = new Throttle(clock, 240, Duration.ofMillis(500), ADDRESSES);
        guesses = new Throttle(clock, 10, Duration.ofMinutes(1), ADDRESSES);
        allGuesses = new Throttle(clock, 1_000, Duration.ofSeconds(1), 1);
    }

    /** Something is sent: a report or a message. */
    public void sending(HttpServletRequest request) {
        reports.take(key(request));
        allReports.take(EVERYBODY);
    }

    /** A photo comes with what is sent. */
    public void photo(HttpServletRequest request) {
        photos.take(key(request));
        allPhotos.take(EVERYBODY);
    }

    /** A system that has a key sends a report. */
    public void sending(String system) {
        systems.take(system);
        allReports.take(EVERYBODY);
    }

    /** Something is looked at. */
    public void looking(HttpServletRequest request) {
        looks.take(key(request));
    }

    /** Somebody tries a secret; counts as a wrong one until {@link #right} says otherwise. */
    public void guessing(HttpServletRequest request) {
        guesses.take(key(request));
        allGuesses.take(EVERYBODY);
    }

    /** The secret was right. */
    public void right(HttpServletRequest request) {
        guesses.giveBack(key(request));
        allGuesses.giveBack(EVERYBODY);
    }

    /** An IPv6 address stands for its network: whoever has one has all of it. */
    private static String key(HttpServletRequest request) {
        String address = RemoteAddress.of(request).replaceAll("[\\[\\]]", "");
        try {
            byte[] bytes = NUMERIC.matcher(address).matches()
                    ? InetAddress.getByName(address).getAddress()
                    : new byte[0];
            return bytes.length == IPV6 ? HexFormat.of().formatHex(bytes, 0, IPV6 / 2) : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
