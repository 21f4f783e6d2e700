package hongli.bench;

import picocli.CommandLine.Option;

/// What the words of the command line say about how to run.
final class Options {
    @Option(names = "--seconds", paramLabel = "N", defaultValue = "5", description = "每段秒数 the length of each run")
    private double seconds;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "3", description = "计数的轮数 rounds that are counted")
    private int rounds;

    @Option(
            names = "--orders",
            paramLabel = "N",
            defaultValue = "0",
            description = "订单数：flat 默认两千万，members 默认会员数的十分之一"
                    + " orders: 20,000,000 for flat, a tenth of the members for members")
    private long orders;

    @Option(
            names = "--members",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "会员数（days、members） members, for days and members")
    private int members;

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "只跑名字含此的各段（settlement） only runs whose names hold this")
    private String only = "";

    @Option(names = "--no-sql", description = "days 不跑 SQL 对照 without the SQL beside it")
    private boolean withoutSql;

    @Option(names = "--engine", description = "members 只在内存里跑 in memory alone")
    private boolean engineAlone;

    @Option(
            names = "--server-options",
            paramLabel = "WORDS",
            defaultValue = "",
            description = "http 的服务进程再加的 JVM 选项 more options of the server's JVM")
    private String serverOptions = "";

    double seconds() {
        return seconds;
    }

    int rounds() {
        return rounds;
    }

    /// The orders that were asked for, or else `otherwise`.
    long orders(long otherwise) {
        return orders == 0 ? otherwise : orders;
    }

    int members() {
        return members;
    }

    String only() {
        return only;
    }

    boolean isWithoutSql() {
        return withoutSql;
    }

    boolean isEngineAlone() {
        return engineAlone;
    }

    String serverOptions() {
        return serverOptions;
    }
}
