package org.vaksam.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.vaksam.api.text.Text;

/** Finds out by its content what a file is: a JSON array, JSON lines or XML, packed with gzip or not. */
public final class ItemSources {
    private static final int BUFFER = 64 * 1024;
    private static final int LOOK_AHEAD = 4 * 1024;
    private static final int DEEPEST = 50;

    private final ReadingLimits limits;
    private final ObjectMapper json;

    public ItemSources(ReadingLimits limits) {
        this.limits = limits;
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(limits.item())
                .build();
        this.json = new ObjectMapper(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /**
     * The items of a file.
     *
     * @param elements names of the XML elements that are items; none when the format is not XML
     */
    public ItemSource open(InputStream file, List<String> elements) throws IOException {
        var packed = new BufferedInputStream(file, BUFFER);
        var content = isGzip(packed) ? new BufferedInputStream(unpack(packed), BUFFER) : packed;
        return switch (firstCharacter(content)) {
            case '[' -> new ArrayItems(new LimitedStream(content, limits), json);
            case '{' -> new LineItems(content, json, limits);
            case '<' -> xml(content, elements);
            case -1 -> throw new UnreadableFile(new Text("Filen är tom.", "The file is empty."));
            default -> {
                if (!hasLineOfObject(content)) {
                    throw new UnreadableFile(new Text(
                            "Filen är varken en JSON-lista eller JSON-rader.",
                            "The file is neither a JSON array nor JSON lines."));
                }
                yield new LineItems(content, json, limits);
            }
        };
    }

    private ItemSource xml(InputStream content, List<String> elements) throws UnreadableFile {
        if (elements.isEmpty()) {
            throw new UnreadableFile(
                    new Text("Formatet tar inte emot XML, utan JSON.", "The format does not take XML, but JSON."));
        }
        return new XmlItems(new LimitedStream(content, limits), Set.copyOf(elements));
    }

    /** Whether one of the lines behind the first begins an object: then the first one is just broken. */
    private static boolean hasLineOfObject(InputStream in) throws IOException {
        in.mark(BUFFER);
        byte[] start = in.readNBytes(BUFFER - 1);
        in.reset();
        return new String(start, StandardCharsets.ISO_8859_1).lines().anyMatch(line -> line.startsWith("{"));
    }

    /** Hands over what it has unpacked before it reads on, so that nothing in front of a damaged place is lost. */
    private static InputStream unpack(InputStream packed) throws IOException {
        return new GZIPInputStream(packed, BUFFER) {
            @Override
            public int available() {
                return 0;
            }
        };
    }

    private static boolean isGzip(InputStream in) throws IOException {
        in.mark(2);
        boolean magic = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return magic;
    }

    /** The first one that means something; a byte order mark is passed over for good. */
    private static int firstCharacter(InputStream in) throws IOException {
        in.mark(3);
        if (in.read() != 0xef || in.read() != 0xbb || in.read() != 0xbf) {
            in.reset();
        }
        in.mark(LOOK_AHEAD);
        int character = in.read();
        for (int i = 1; i < LOOK_AHEAD && Character.isWhitespace(character); i++) {
            character = in.read();
        }
        in.reset();
        return character;
    }
}
