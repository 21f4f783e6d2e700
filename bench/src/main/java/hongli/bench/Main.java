package hongli.bench;

/// Runs the tracks, one after the other, and prints what was measured.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        EngineTrack.run();
    }
}
