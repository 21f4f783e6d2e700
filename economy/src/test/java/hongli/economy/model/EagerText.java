package hongli.economy.model;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The canonical state of section 9 as text.
final class EagerText {
    private static final BigInteger SHOWN = BigInteger.valueOf(100_000_000);

    private final EagerBooks books;

    EagerText(EagerBooks books) {
        this.books = books;
    }

    String state(List<Long> rejected) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("pool", quoted(Numbers.decimal(books.pool, 2)));
        fields.put("circulating", quoted(Numbers.decimal(books.circulating, 6)));
        fields.put("issued", quoted(Numbers.decimal(books.issued, 6)));
        fields.put("burned", quoted(Numbers.decimal(books.burned, 6)));
        fields.put("treasury", quoted(Numbers.decimal(books.treasury, 6)));
        fields.put("price", quoted(price()));
        fields.put("constants", quoted(Numbers.decimal(books.constants, 2)));
        fields.put("withdrawn", quoted(Numbers.decimal(books.withdrawn, 2)));
        fields.put("fixedFund", quoted(Numbers.decimal(books.fixedFund, 14)));
        fields.put("tierFund", quoted(Numbers.decimal(books.tierFund, 14)));
        fields.put("reversalShortfall", quoted(Numbers.decimal(books.reversalShortfall, 2)));
        fields.put("residual", quoted(Numbers.decimal(books.residual, 14)));
        fields.put("closed", String.valueOf(books.closed));
        fields.put("rejected", numbers(rejected));
        fields.put("members", members());
        return object(fields, 0) + "\n";
    }

    /// Yuan per point with four decimals, half up.
    private String price() {
        BigInteger twice = books.priceFen().multiply(SHOWN).shiftLeft(1).add(books.priceMicro());
        return Numbers.decimal(twice.divide(books.priceMicro().shiftLeft(1)), 4);
    }

    private String members() {
        if (books.membersById.isEmpty()) {
            return "{}";
        }
        return books.membersById.stream()
                .map(member -> "  " + quoted(member.id.text()) + ": " + member(member))
                .collect(Collectors.joining(",\n", "{\n", "\n }"));
    }

    private static String member(EagerMember member) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("points", quoted(Numbers.decimal(member.points, 6)));
        fields.put("quota", quoted(Numbers.decimal(member.quota, 14)));
        fields.put("cash", quoted(Numbers.decimal(member.cash, 14)));
        fields.put("constant", quoted(Numbers.decimal(member.constant, 2)));
        fields.put("heldCash", quoted(Numbers.decimal(member.heldCash, 2)));
        fields.put("heldConstant", quoted(Numbers.decimal(member.heldConstant, 2)));
        fields.put("tier", String.valueOf(member.tier));
        return object(fields, 2);
    }

    private static String object(Map<String, String> fields, int indent) {
        String outer = " ".repeat(indent);
        return fields.entrySet().stream()
                .map(field -> outer + " " + quoted(field.getKey()) + ": " + field.getValue())
                .collect(Collectors.joining(",\n", "{\n", "\n" + outer + "}"));
    }

    private static String numbers(List<Long> numbers) {
        if (numbers.isEmpty()) {
            return "[]";
        }
        return numbers.stream().map(number -> "  " + number).collect(Collectors.joining(",\n", "[\n", "\n ]"));
    }

    /// Identifiers have no control characters, so only these two must be escaped.
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
