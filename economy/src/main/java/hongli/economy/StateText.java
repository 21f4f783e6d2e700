package hongli.economy;

import hongli.economy.exact.Decimals;
import hongli.economy.exact.Money;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Points;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account.Kind;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Writes the canonical state: JSON with sorted keys and one blank of indent, byte for byte the same for equal states.
final class StateText {
    private final State state;
    private final Appendable out;

    StateText(State state, Appendable out) {
        this.state = state;
        this.out = out;
    }

    void write(List<Long> rejected) throws IOException {
        out.append("{\n");
        text("burned", points(Kind.BURNED));
        text("circulating", new Points(state.book.circulating()));
        out.append(" \"closed\": ").append(state.isClosed() ? "true" : "false").append(",\n");
        text("constants", new Money(state.constants()));
        text("fixedFund", new PicoFen(state.book.of(Kind.FIXED_FUND)));
        text("issued", new Points(state.issued()));
        members();
        text("pool", new Money(state.book.pool()));
        text("price", state.price());
        rejected(rejected);
        text("residual", new PicoFen(state.book.of(Kind.RESIDUAL)));
        text("reversalShortfall", new Money(state.shortfall()));
        text("tierFund", new PicoFen(state.book.of(Kind.TIER_FUND)));
        text("treasury", points(Kind.TREASURY));
        String withdrawn = Decimals.format(Wide.of(state.fen(Kind.WITHDRAWN)), 2);
        out.append(" \"withdrawn\": \"").append(withdrawn).append("\"\n}\n");
    }

    private void members() throws IOException {
        int[] sorted = IntStream.range(0, state.members.size())
                .boxed()
                .sorted((Comparator<Integer>) state.members::compareIds)
                .mapToInt(Integer::intValue)
                .toArray();
        out.append(" \"members\": {");
        String separator = "\n";
        for (int member : sorted) {
            out.append(separator);
            member(member);
            separator = ",\n";
        }
        out.append(sorted.length == 0 ? "},\n" : "\n },\n");
    }

    private void member(int member) throws IOException {
        out.append("  ");
        quoted(state.members.id(member).text());
        out.append(": {\n");
        memberText("cash", new PicoFen(state.cash(member)));
        memberText("constant", new Money(state.members.constant(member)));
        memberText("heldCash", new Money(state.members.heldCash(member)));
        memberText("heldConstant", new Money(state.members.heldConstant(member)));
        memberText("points", new Points(state.members.points(member)));
        memberText("quota", new PicoFen(state.exits.quota(member)));
        out.append("   \"tier\": ")
                .append(Integer.toString(state.members.tier(member)))
                .append("\n  }");
    }

    private void rejected(List<Long> rejected) throws IOException {
        out.append(" \"rejected\": [");
        String separator = "\n  ";
        for (long number : rejected) {
            out.append(separator).append(Long.toString(number));
            separator = ",\n  ";
        }
        out.append(rejected.isEmpty() ? "],\n" : "\n ],\n");
    }

    private Points points(Kind kind) {
        return new Points(state.book.of(kind).toLong());
    }

    private void text(String name, Object value) throws IOException {
        out.append(" \"").append(name).append("\": \"").append(value.toString()).append("\",\n");
    }

    private void memberText(String name, Object value) throws IOException {
        out.append("   \"")
                .append(name)
                .append("\": \"")
                .append(value.toString())
                .append("\",\n");
    }

    /// A JSON string; identifiers hold no control characters, all else but quotes and backslashes stands for itself.
    private void quoted(String text) throws IOException {
        out.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
}
