package hongli.ledger.heart;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// `./hongli simulate`: runs seeds and tells how many, and of the first that fails the shortest run that fails too.
final class Simulate {
    private static final String USAGE = """
            ./hongli simulate [--seeds N] [--from S] [--seconds N] [--threads N]

              --seeds N     最多运行 N 个种子         at most N seeds (default: no limit)
              --from S      从种子 S 开始             begin with seed S (default: the time in milliseconds)
              --seconds N   最多运行 N 秒             for at most N seconds (default: 60 unless --seeds is given)
              --threads N   线程数                    threads (default: one for each processor)
            """;
    private static final Set<String> OPTIONS = Set.of("--seeds", "--from", "--seconds", "--threads");
    private static final long PROGRESS_MILLIS = 10_000;

    private Simulate() {}

    /// Ends with 0 where every run was as it must be, 1 where one was not, 2 where the options are wrong.
    public static void main(String[] args) throws InterruptedException {
        System.exit(run(args));
    }

    private static int run(String[] args) throws InterruptedException {
        Map<String, Long> options = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            boolean sound = OPTIONS.contains(args[i]) && i + 1 < args.length && args[i + 1].matches("[0-9]{1,18}");
            if (!sound) {
                System.out.print(USAGE);
                return "--help".equals(args[i]) ? 0 : 2;
            }
            options.put(args[i], Long.parseLong(args[i + 1]));
        }
        long from = options.getOrDefault("--from", System.currentTimeMillis());
        long seeds = options.getOrDefault("--seeds", Long.MAX_VALUE);
        long seconds = options.getOrDefault("--seconds", options.containsKey("--seeds") ? Long.MAX_VALUE : 60);
        int processors = Runtime.getRuntime().availableProcessors();
        int threads = Math.toIntExact(options.getOrDefault("--threads", (long) processors));
        return run(new Campaign(Cast.SOUND, from, seeds, seconds), from, threads);
    }

    private static int run(Campaign campaign, long from, int threads) throws InterruptedException {
        System.out.println("from seed " + from + " on " + threads + " threads");
        Thread running = Thread.ofPlatform().start(() -> campaign.run(threads));
        while (!running.join(java.time.Duration.ofMillis(PROGRESS_MILLIS))) {
            System.out.println(campaign);
        }
        System.out.println(campaign);
        Campaign.Failure failure = campaign.failure();
        if (failure == null) {
            System.out.println("没有发现错误。 Nothing was wrong.");
            return 0;
        }
        System.out.println(Account.of(failure, Cast.SOUND));
        return 1;
    }
}
