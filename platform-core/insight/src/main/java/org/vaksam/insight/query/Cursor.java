package org.vaksam.insight.query;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32C;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** Where a page ended: the order and the sort values of its last record, as opaque text with a checksum. */
final class Cursor {
    private static final int VERSION = 1;
    private static final int LONGEST = 2_000;
    private static final int MOST_VALUES = 4;

    private Cursor() {}

    static String write(SortOrder order, FieldDoc last) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(order.name());
            out.writeByte(last.fields.length);
            for (Object value : last.fields) {
                write(out, value);
            }
            out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** The record after which the next page begins; equal to no record that exists. */
    static FieldDoc read(SortOrder order, String text) {
        if (text.length() > LONGEST) {
            throw wrong();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            int content = bytes.length - Integer.BYTES;
            try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
                if (content <= 0 || in.readByte() != VERSION || !in.readUTF().equals(order.name())) {
                    throw wrong();
                }
                int count = in.readByte();
                if (count != order.sort().getSort().length || count > MOST_VALUES) {
                    throw wrong();
                }
                var values = new Object[count];
                for (int i = 0; i < count; i++) {
                    values[i] = read(in);
                }
                if (in.readInt() != checksum(bytes, content) || in.available() > 0) {
                    throw wrong();
                }
                return new FieldDoc(Integer.MAX_VALUE, 0, values);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw wrong().causedBy(e);
        }
    }

    private static void write(DataOutputStream out, Object value) throws IOException {
        if (value instanceof Long number) {
            out.writeByte('n');
            out.writeLong(number);
        } else if (value instanceof Float score) {
            out.writeByte('s');
            out.writeFloat(score);
        } else if (value instanceof BytesRef word) {
            out.writeByte('w');
            out.writeShort(word.length);
            out.write(word.bytes, word.offset, word.length);
        } else {
            throw new IllegalStateException("A sort value of an unknown kind");
        }
    }

    private static Object read(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case 'n' -> in.readLong();
            case 's' -> in.readFloat();
            case 'w' -> new BytesRef(in.readNBytes(in.readUnsignedShort()));
            default -> throw wrong();
        };
    }

    private static int checksum(byte[] bytes, int length) {
        var checksum = new CRC32C();
        checksum.update(Arrays.copyOf(bytes, length));
        return (int) checksum.getValue();
    }

    private static Problem wrong() {
        return BadParameter.value(
                "cursor",
                new Text(
                        "den hör inte till den här listan; börja från första sidan",
                        "it does not belong to this list; start from the first page"));
    }
}
