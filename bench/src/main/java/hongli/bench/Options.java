package hongli.bench;

import java.util.List;

/// What the words of the command line say about how to run.
///
/// @param seconds the length of each run
/// @param rounds rounds that are counted
/// @param orders orders of the flat track
/// @param only a part of the names of those runs that are wanted; empty for all
record Options(double seconds, int rounds, long orders, String only) {
    private static final double SECONDS = 5;
    private static final int ROUNDS = 3;
    private static final long ORDERS = 20_000_000;

    static Options of(List<String> words) {
        return new Options(
                Double.parseDouble(value(words, "--seconds", String.valueOf(SECONDS))),
                Integer.parseInt(value(words, "--rounds", String.valueOf(ROUNDS))),
                Long.parseLong(value(words, "--orders", String.valueOf(ORDERS))),
                value(words, "--only", ""));
    }

    private static String value(List<String> words, String name, String otherwise) {
        int place = words.indexOf(name);
        return place >= 0 && place + 1 < words.size() ? words.get(place + 1) : otherwise;
    }
}
