package org.vaksam.exchange.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.vaksam.api.data.Sha256;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.exchange.Item;
import org.vaksam.exchange.ItemSource;
import org.vaksam.exchange.ItemSources;
import org.vaksam.exchange.ReadingLimits;
import org.vaksam.exchange.UnreadableFile;
import org.vaksam.exchange.tray.TrayTable;

/** Takes apart what came in: one JSON object, an array, lines, or XML; packed with gzip or not. */
public final class Arrivals {
    /** A feed gives no more at once, in bytes; unpacked the same. */
    public static final int LARGEST = 8 << 20;

    private static final int MOST_ITEMS = 50_000;
    private static final ReadingLimits LIMITS = new ReadingLimits(LARGEST, 1 << 20);

    private final ItemSources sources = new ItemSources(LIMITS);
    private final ObjectMapper json = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    /**
     * Everything in it, in its order. What cannot be read from some point on is one item more: the whole of it, with the reason.
     *
     * @param elements names of the XML elements that are items
     */
    public List<Arrived> read(byte[] content, List<String> elements) {
        var arrived = new ArrayList<Arrived>();
        byte[] plain = content;
        try {
            plain = unpacked(content);
            List<Item> items = items(plain, elements);
            boolean single = items.size() == 1;
            for (Item item : items) {
                arrived.add(single ? alone(item, plain) : among(item));
            }
        } catch (Partly e) {
            e.before.forEach(item -> arrived.add(among(item)));
            arrived.add(unreadable(plain, e.reason));
        } catch (IOException e) {
            arrived.add(unreadable(plain, UnreadableFile.reasonOf(e)));
        }
        return arrived;
    }

    /** Something of which only the beginning was taken, because there is too much of it. */
    static Arrived tooLarge(byte[] beginning, long bytes) {
        Text reason = new Text(
                "För stort: " + bytes + " byte. Högst " + LARGEST + " tas emot.",
                "Too large: " + bytes + " bytes. At most " + LARGEST + " are taken.");
        String text = shortened(PlainText.of(beginning));
        return new Arrived(
                Optional.empty(),
                Optional.of(Problem.badRequest(reason)),
                text,
                false,
                Sha256.hex(bytes + "\n" + text));
    }

    private List<Item> items(byte[] plain, List<String> elements) throws IOException {
        Optional<Map<String, Object>> object = object(plain);
        if (object.isPresent()) {
            return List.of(new Item.Found(1, object.get()));
        }
        var items = new ArrayList<Item>();
        try {
            ItemSource source = sources.open(new ByteArrayInputStream(plain), elements);
            for (Optional<Item> item = source.next(); item.isPresent(); item = source.next()) {
                items.add(item.get());
                if (items.size() > MOST_ITEMS) {
                    throw new UnreadableFile(new Text(
                            "Fler än " + MOST_ITEMS + " poster på en gång.",
                            "More than " + MOST_ITEMS + " items at once."));
                }
            }
            return items;
        } catch (IOException e) {
            throw new Partly(items, UnreadableFile.reasonOf(e), e);
        }
    }

    /** A single JSON object, on however many lines. */
    @SuppressWarnings("unchecked")
    private Optional<Map<String, Object>> object(byte[] plain) {
        String start = new String(plain, 0, Math.min(plain.length, 100), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading();
        if (!start.startsWith("{")) {
            return Optional.empty();
        }
        try (var parser = json.getFactory().createParser(plain)) {
            Map<String, Object> members = json.readValue(parser, Map.class);
            return parser.nextToken() == null ? Optional.of(members) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Arrived alone(Item item, byte[] plain) {
        String text = PlainText.of(plain);
        return item instanceof Item.Found found ? found(found, text) : broken((Item.Broken) item, text);
    }

    private Arrived among(Item item) {
        return item instanceof Item.Found found
                ? found(found, write(found.members()))
                : broken((Item.Broken) item, ((Item.Broken) item).text());
    }

    private Arrived found(Item.Found found, String text) {
        return new Arrived(
                Optional.of(found.members()),
                Optional.empty(),
                shortened(text),
                text.length() <= TrayTable.LONGEST_TEXT,
                Sha256.hex(write(found.members())));
    }

    private static Arrived broken(Item.Broken broken, String text) {
        return new Arrived(
                Optional.empty(),
                Optional.of(broken.problem()),
                shortened(text),
                text.length() <= TrayTable.LONGEST_TEXT,
                Sha256.hex(text));
    }

    private static Arrived unreadable(byte[] plain, Text reason) {
        String text = PlainText.of(plain);
        return new Arrived(
                Optional.empty(),
                Optional.of(Problem.badRequest(reason)),
                shortened(text),
                text.length() <= TrayTable.LONGEST_TEXT,
                Sha256.hex(plain));
    }

    private static String shortened(String text) {
        return text.length() <= TrayTable.LONGEST_TEXT ? text : text.substring(0, TrayTable.LONGEST_TEXT);
    }

    private static byte[] unpacked(byte[] content) throws IOException {
        if (content.length < 2 || content[0] != 0x1f || content[1] != (byte) 0x8b) {
            return content;
        }
        try (var packed = new GZIPInputStream(new ByteArrayInputStream(content))) {
            byte[] plain = packed.readNBytes(LARGEST + 1);
            if (plain.length > LARGEST) {
                throw new UnreadableFile(new Text(
                        "För stort när det packas upp: mer än " + LARGEST + " byte.",
                        "Too large when unpacked: more than " + LARGEST + " bytes."));
            }
            return plain;
        }
    }

    private String write(Map<String, Object> members) {
        try {
            return json.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Some items were read, and then nothing more could be. */
    private static final class Partly extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient List<Item> before;
        private final transient Text reason;

        Partly(List<Item> before, Text reason, IOException cause) {
            super(reason.en(), cause);
            this.before = before;
            this.reason = reason;
        }
    }
}
