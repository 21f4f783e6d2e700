package hongli.ledger.wire;

import hongli.economy.exact.Decimals;
import hongli.economy.exact.Wide;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// JSON written straight to UTF-8 bytes: what [Json#text] says of the same values, without trees and texts in between.
/// Braces, commas and names are the writer's own business and go in as they are.
public final class JsonBytes {
    private static final byte[] PAIRS = ascii(
            IntStream.range(0, 100).mapToObj(pair -> "" + pair / 10 + pair % 10).collect(Collectors.joining()));
    private static final long[] POWERS =
            LongStream.iterate(1, power -> power * 10).limit(19).toArray();

    private byte[] bytes;
    private int size;

    /// @param room bytes that are likely to be needed
    public JsonBytes(int room) {
        bytes = new byte[room];
    }

    /// The bytes of a part that is always the same, to be kept by whoever writes it often.
    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Adds bytes as they are.
    public JsonBytes plain(byte[] part) {
        reserve(part.length);
        System.arraycopy(part, 0, bytes, size, part.length);
        size += part.length;
        return this;
    }

    /// Adds one ASCII character as it is.
    public JsonBytes plain(char character) {
        reserve(1);
        bytes[size++] = (byte) character;
        return this;
    }

    /// Adds a text in quotation marks, escaped where it must be.
    public JsonBytes text(String text) {
        int length = text.length();
        reserve(length + 2);
        int at = size;
        bytes[at++] = '"';
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return value(text);
            }
            bytes[at++] = (byte) c;
        }
        bytes[at++] = '"';
        size = at;
        return this;
    }

    public JsonBytes number(long number) {
        if (number < 0) {
            return plain(ascii(Long.toString(number)));
        }
        int length = digits(number);
        reserve(length);
        putDigits(number, size + length, length);
        size += length;
        return this;
    }

    /// Adds a whole number as a text with so many decimals, as [Decimals#format] does.
    public JsonBytes decimal(Wide number, int decimals) {
        if (!number.fitsLong() || number.isNegative() || decimals == 0) {
            return text(Decimals.format(number, decimals));
        }
        long low = number.toLong();
        int length = Math.max(digits(low), decimals + 1);
        reserve(length + 3);
        bytes[size] = '"';
        int end = size + length + 2;
        long whole = putDigits(low, end, decimals);
        bytes[end - decimals - 1] = '.';
        putDigits(whole, end - decimals - 1, length - decimals);
        bytes[end] = '"';
        size = end + 1;
        return this;
    }

    /// Adds whatever [Json#text] can write.
    public JsonBytes value(@Nullable Object value) {
        return plain(Json.text(value).getBytes(StandardCharsets.UTF_8));
    }

    public int size() {
        return size;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }

    /// Puts the last `count` digits of `number` before `end`; what is left of the number.
    private long putDigits(long number, int end, int count) {
        long rest = number;
        int at = end;
        for (int left = count; left >= 2; left -= 2) {
            long hundredth = rest / 100;
            int pair = 2 * (int) (rest - hundredth * 100);
            bytes[--at] = PAIRS[pair + 1];
            bytes[--at] = PAIRS[pair];
            rest = hundredth;
        }
        if (count % 2 == 1) {
            long tenth = rest / 10;
            bytes[--at] = (byte) ('0' + (rest - tenth * 10));
            rest = tenth;
        }
        return rest;
    }

    /// How many digits a number has that is not below zero: 1233/4096 is the logarithm of 2, near enough for 64 bits.
    private static int digits(long number) {
        int guess = (Long.SIZE - Long.numberOfLeadingZeros(number | 1)) * 1_233 >> 12;
        return guess < POWERS.length && number >= POWERS[guess] ? guess + 1 : Math.max(guess, 1);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(size, more)));
        }
    }
}
