package org.vaksam.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemSourcesTest {
    private static final ReadingLimits SMALL = new ReadingLimits(200_000, 100_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n",
                "{\"a\":1}\r\n\r\n  \n{\"a\":2}\n{\"a\":3}",
                "\uFEFF{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n",
                "[{\"a\":1},{\"a\":2},{\"a\":3}]",
                " \n[\n {\"a\":1},\n {\"a\":2},\n {\"a\":3}\n]\n",
                "\uFEFF[{\"a\":1},{\"a\":2},{\"a\":3}]"
            })
    void everyShapeOfFile(String file) throws IOException {
        var expected = List.of(Map.of("a", 1), Map.of("a", 2), Map.of("a", 3));
        assertThat(members(read(file.getBytes(UTF_8)))).isEqualTo(expected);
        assertThat(members(read(gzip(file)))).isEqualTo(expected);
        ItemSource later = open(gzip(file));
        later.skip(2);
        assertThat(members(rest(later))).isEqualTo(expected.subList(2, 3));
        ItemSource ended = open(file.getBytes(UTF_8));
        ended.skip(9);
        assertThat(ended.next()).isEmpty();
        assertThat(ended.next()).isEmpty();
    }

    @Test
    void aBrokenLineIsOneErrorWithItsNumber() throws IOException {
        List<Item> items = read("{\"a\":1}\n\n{\"a\":\n[1]\nnull\n{\"a\":1} {\"b\":2}\n{\"a\":4}".getBytes(UTF_8));
        assertThat(items).extracting(Item::line).containsExactly(1L, 3L, 4L, 5L, 6L, 7L);
        assertThat(items).filteredOn(Item.Broken.class::isInstance).hasSize(4);
        assertThat(items.get(1)).isInstanceOfSatisfying(Item.Broken.class, broken -> {
            assertThat(broken.text()).isEqualTo("{\"a\":");
            assertThat(broken.problem().detail().en()).startsWith("The line is not valid JSON");
        });
        assertThat(items.get(5)).isEqualTo(new Item.Found(7, Map.of("a", 4)));
    }

    @Test
    void aBrokenFirstLineIsOneErrorToo() throws IOException {
        List<Item> items = read("not json\n{\"a\":2}\n".getBytes(UTF_8));
        assertThat(items.get(0)).isInstanceOf(Item.Broken.class);
        assertThat(items.get(1)).isEqualTo(new Item.Found(2, Map.of("a", 2)));
    }

    @Test
    void aLineThatIsTooLongIsPassedOver() throws IOException {
        String file = "{\"a\":\"" + "x".repeat(150_000) + "\"}\n{\"a\":2}\n";
        List<Item> items = read(file.getBytes(UTF_8));
        assertThat(items.get(0)).isInstanceOf(Item.Broken.class);
        assertThat(items.get(1)).isEqualTo(new Item.Found(2, Map.of("a", 2)));
    }

    @Test
    void bytesThatAreNoTextAreOneError() throws IOException {
        byte[] file = "{\"a\":1}\n{\"a\":\"?\"}\n{\"a\":3}\n".getBytes(UTF_8);
        file[14] = (byte) 0xff;
        assertThat(read(file)).filteredOn(Item.Found.class::isInstance).hasSize(2);
    }

    @Test
    void whatIsNoObjectInAnArrayIsOneError() throws IOException {
        List<Item> items = read("[{\"a\":1}, 7, null, [{}], {\"a\":2}]".getBytes(UTF_8));
        assertThat(items).extracting(Item::line).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(items).filteredOn(Item.Broken.class::isInstance).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"a\":1},{\"a\":2},{\"a\"", "[{\"a\":1},{\"a\":2} oops", "[{\"a\":1},{\"a\":2},"})
    void anArrayEndsWithItsFirstSyntaxError(String file) throws IOException {
        ItemSource source = open(file.getBytes(UTF_8));
        assertThat(source.next()).isPresent();
        assertThat(source.next()).isPresent();
        assertThatThrownBy(source::next).isInstanceOf(UnreadableFile.class).hasMessageContaining("line 1, character");
    }

    @Test
    void aTruncatedArchiveGivesWhatIsBeforeTheCut() throws IOException {
        var lines = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            lines.append("{\"a\":")
                    .append(i)
                    .append(",\"b\":\"")
                    .append(i * 7919L)
                    .append("\"}\n");
        }
        byte[] whole = gzip(lines.toString());
        ItemSource source = open(Arrays.copyOf(whole, whole.length / 2));
        var items = new ArrayList<Item>();
        assertThatThrownBy(() -> items.addAll(rest(source, items))).isInstanceOf(IOException.class);
        assertThat(items).hasSizeBetween(1_000, 4_000).allMatch(Item.Found.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n \n", "id;name\n1;2\n", "<xml/>", "\"text\"", "PK"})
    void whatIsNoSuchFileIsRefusedAtOnce(String file) {
        assertThatThrownBy(() -> open(file.getBytes(UTF_8))).isInstanceOf(UnreadableFile.class);
    }

    @Test
    void aSmallFileDoesNotUnpackToAnything() throws IOException {
        byte[] lines = gzip("{\"a\":1}\n".repeat(50_000));
        assertThat(lines.length).isLessThan(5_000);
        assertThatThrownBy(() -> read(lines)).hasMessageContaining("too large when unpacked");
        byte[] array = gzip("[" + "{\"a\":1},".repeat(50_000) + "{}]");
        assertThatThrownBy(() -> read(array)).hasMessageContaining("too large when unpacked");
    }

    @Test
    void anItemOfAnArrayIsNotEndless() throws IOException {
        byte[] many = gzip("[{\"a\":[" + "1,".repeat(80_000) + "1]}]");
        assertThatThrownBy(() -> read(many)).hasMessageContaining("item is too large");
        byte[] deep = ("[{\"a\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}]").getBytes(UTF_8);
        assertThatThrownBy(() -> read(deep)).isInstanceOf(UnreadableFile.class);
    }

    private static List<Map<String, Object>> members(List<Item> items) {
        return items.stream().map(item -> ((Item.Found) item).members()).toList();
    }

    private static List<Item> read(byte[] file) throws IOException {
        return rest(open(file));
    }

    private static List<Item> rest(ItemSource source) throws IOException {
        return rest(source, new ArrayList<>());
    }

    private static List<Item> rest(ItemSource source, List<Item> items) throws IOException {
        for (Optional<Item> item = source.next(); item.isPresent(); item = source.next()) {
            items.add(item.get());
        }
        return items;
    }

    private static ItemSource open(byte[] file) throws IOException {
        return new ItemSources(SMALL).open(new ByteArrayInputStream(file), List.of());
    }

    static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
