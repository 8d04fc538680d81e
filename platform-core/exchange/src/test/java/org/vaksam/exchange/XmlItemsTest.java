package org.vaksam.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XmlItemsTest {
    private static final ReadingLimits LIMITS = new ReadingLimits(200_000, 100_000);

    @Test
    void anElementIsAnObjectOfItsChildren() throws IOException {
        List<Item> items = read(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <x:list xmlns:x="urn:x"><head>no</head>
                  <x:thing kind="a"><x:id>1</x:id><part>p</part><part>q</part><empty/><deep><er>z &amp; å</er></deep></x:thing>
                  <!-- between --><x:thing><x:id><![CDATA[<2>]]></x:id></x:thing>
                </x:list>"""
                        .getBytes(UTF_8));
        assertThat(items)
                .containsExactly(
                        new Item.Found(
                                1,
                                Map.of(
                                        "@kind",
                                        "a",
                                        "id",
                                        "1",
                                        "part",
                                        List.of("p", "q"),
                                        "empty",
                                        "",
                                        "deep",
                                        Map.of("er", "z & å"))),
                        new Item.Found(2, Map.of("id", "<2>")));
    }

    @Test
    void theDeclaredEncodingCounts() throws IOException {
        byte[] latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><thing><id>Brand någonstans</id></thing>"
                .getBytes(ISO_8859_1);
        assertThat(read(latin)).containsExactly(new Item.Found(1, Map.of("id", "Brand någonstans")));
    }

    @Test
    void nothingOutsideTheDocumentIsRead(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "the secret");
        for (String document : List.of(
                "<!DOCTYPE thing [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><thing><id>&x;</id></thing>",
                "<!DOCTYPE thing SYSTEM \"" + secret.toUri() + "\"><thing><id>1</id></thing>",
                "<!DOCTYPE thing [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><thing><id>&b;</id></thing>",
                "<thing><id>&x;</id></thing>")) {
            assertThatThrownBy(() -> read(document.getBytes(UTF_8)))
                    .as(document)
                    .isInstanceOf(UnreadableFile.class)
                    .hasMessageNotContaining("the secret");
        }
    }

    @Test
    void whatIsNoSuchDocumentSaysWhere() {
        assertThatThrownBy(() -> read("<thing>\n<id>1</idd></thing>".getBytes(UTF_8)))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> read("<other/>".getBytes(UTF_8)))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("The document contains no <thing>.");
        String deep = "<thing>" + "<a>".repeat(60) + "</a>".repeat(60) + "</thing>";
        assertThatThrownBy(() -> read(deep.getBytes(UTF_8))).hasMessageContaining("levels");
        String long1 = "<thing><id>" + "x".repeat(150_000) + "</id></thing>";
        assertThatThrownBy(() -> read(long1.getBytes(UTF_8))).hasMessageContaining("too large");
        assertThatThrownBy(() ->
                        new ItemSources(LIMITS).open(new ByteArrayInputStream("<thing/>".getBytes(UTF_8)), List.of()))
                .hasMessageContaining("does not take XML");
    }

    private static List<Item> read(byte[] document) throws IOException {
        ItemSource source = new ItemSources(LIMITS).open(new ByteArrayInputStream(document), List.of("thing"));
        var items = new ArrayList<Item>();
        for (Optional<Item> item = source.next(); item.isPresent(); item = source.next()) {
            items.add(item.get());
        }
        return items;
    }
}
