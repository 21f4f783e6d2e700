package hongli.app.backtest;

import hongli.app.console.Complaint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which column of a shop's file means what, as `--columns` says it: `member=客户号,time=下单时间,amount=数量*单价`.
///
/// @param texts what stands behind each meaning, by the meaning's word
record Columns(Map<Columns.Meaning, String> texts) {
    /// What a column can mean.
    enum Meaning {
        /// Who bought; a line without is a guest's.
        MEMBER,
        /// When.
        TIME,
        /// For how much: one column, or several multiplied (`Quantity*UnitPrice`).
        AMOUNT,
        /// The order's number; lines that share it are one order.
        ORDER,
        /// Who sold.
        MERCHANT,
        /// What marks a return: a column that is not empty, or one that begins with something (`InvoiceNo:C`).
        RETURN,
        /// What was bought; helps to find the order that a return belongs to.
        ITEM,
        /// How many pieces.
        QUANTITY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Meaning> of(String word) {
            return List.of(values()).stream()
                    .filter(meaning -> meaning.word().equals(word))
                    .findFirst();
        }
    }

    Columns {
        texts = Map.copyOf(texts);
    }

    /// Reads `member=…,time=…,amount=…[,order=…][,merchant=…][,return=…][,item=…][,quantity=…]`.
    static Columns parse(String text) {
        Map<Meaning, String> texts = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            String word = equals < 0 ? part : part.substring(0, equals).strip();
            Meaning meaning = Meaning.of(word).orElseThrow(() -> unknown(part));
            String column = equals < 0 ? "" : part.substring(equals + 1);
            if (column.isBlank() || texts.put(meaning, column) != null) {
                throw Complaint.misuse(
                        "--columns 里 " + word + " 要写一次，且要写明列名：" + part,
                        "--columns must name a column for " + word + ", once: " + part);
            }
        }
        for (Meaning needed : List.of(Meaning.MEMBER, Meaning.TIME, Meaning.AMOUNT)) {
            if (!texts.containsKey(needed)) {
                throw Complaint.misuse(
                        "--columns 缺少 " + needed.word() + "=列名", "--columns lacks " + needed.word() + "=COLUMN");
            }
        }
        return new Columns(texts);
    }

    Optional<String> text(Meaning meaning) {
        return Optional.ofNullable(texts.get(meaning));
    }

    private static Complaint unknown(String part) {
        String known = String.join(
                ", ", List.of(Meaning.values()).stream().map(Meaning::word).toList());
        return Complaint.misuse(
                "--columns 里看不懂“" + part + "”，可用的有：" + known,
                "--columns does not understand \"" + part + "\"; it knows " + known);
    }
}
