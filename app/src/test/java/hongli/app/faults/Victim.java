package hongli.app.faults;

/// Who is killed: the server, its database with all its processes, or both at once.
enum Victim {
    SERVER,
    DATABASE,
    BOTH;

    boolean includes(ProcessHandle process) {
        boolean isDatabase = process.info().command().orElse("").endsWith("/postgres");
        return switch (this) {
            case SERVER -> !isDatabase;
            case DATABASE -> isDatabase;
            case BOTH -> true;
        };
    }
}
