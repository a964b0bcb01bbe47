package org.assay.publication;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks a WOFF 1.0 font, which is a TrueType or OpenType font whose tables are deflated (W3C, section 3). */
final class Woff {

    private static final int HEADER = 44;
    private static final int ENTRY = 20;
    private static final int SFNT_HEADER = 12;
    private static final int SFNT_ENTRY = 16;

    private Woff() {}

    static Font font(byte[] woff) throws IOException, FontFormatException {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(unpacked(ByteBuffer.wrap(woff))));
        } catch (DataFormatException e) {
            throw new IOException(e);
        }
    }

    private static byte[] unpacked(ByteBuffer woff) throws DataFormatException {
        int tables = woff.getShort(12);
        var font = ByteBuffer.allocate(woff.getInt(16));
        int highest = Integer.highestOneBit(tables);
        font.putInt(woff.getInt(4))
                .putShort((short) tables)
                .putShort((short) (highest * SFNT_ENTRY))
                .putShort((short) Integer.numberOfTrailingZeros(highest))
                .putShort((short) ((tables - highest) * SFNT_ENTRY));
        int at = SFNT_HEADER + tables * SFNT_ENTRY;
        for (int i = 0; i < tables; i++) {
            int entry = HEADER + i * ENTRY;
            byte[] table = table(woff, woff.getInt(entry + 4), woff.getInt(entry + 8), woff.getInt(entry + 12));
            font.putInt(woff.getInt(entry))
                    .putInt(woff.getInt(entry + 16))
                    .putInt(at)
                    .putInt(table.length);
            font.put(at, table);
            at += (table.length + 3) / 4 * 4;
        }
        return font.array();
    }

    private static byte[] table(ByteBuffer woff, int offset, int packed, int length) throws DataFormatException {
        var table = new byte[length];
        if (packed == length) {
            woff.get(offset, table);
            return table;
        }
        try (var inflater = new Inflater()) {
            inflater.setInput(woff.slice(offset, packed));
            inflater.inflate(table);
        }
        return table;
    }
}
