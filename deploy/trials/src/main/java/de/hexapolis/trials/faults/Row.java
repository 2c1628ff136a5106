package de.hexapolis.trials.faults;

/** The rows of the fault matrix that are run here, each with what breaks. */
enum Row {
    F1("ingest killed with -9, in turn", true),
    F2("ingest frozen and thawed", false),
    F3("PostgreSQL stopped at once and restarted", true),
    F4("no database for minutes", false),
    F5("database locked, then slow", false),
    F6("broker killed with -9", true),
    F7("wire to the broker cut with a full window", true),
    F8("ingest stalled while its connection drops", true),
    F10("database's disk full", false),
    F11("broker's disk full", false),
    F12("one message in a hundred is poison", true),
    F13("clocks of devices and ingest are wrong", false),
    F14("all devices drop and come back at once", false),
    F16("messages come twice", true),
    F17("rolling restart, a third replica comes and goes", false),
    A1("a week at speed with crews, one replica, kill -9", false),
    A2("a week at speed with crews, two replicas, kill -9", false);

    private final String title;
    private final boolean inShort;

    Row(String title, boolean inShort) {
        this.title = title;
        this.inShort = inShort;
    }

    String title() {
        return title;
    }

    /** Whether it belongs to the few minutes that every build runs. */
    boolean isInShort() {
        return inShort;
    }

    /** How many replicas a week at speed has, which is no fault under a load but a trial of its own; 0 for faults. */
    int replicasOfAWeek() {
        return this == A1 ? 1 : this == A2 ? 2 : 0;
    }

    /** A new one each time: a fault is used once. Not of a week at speed. */
    Fault fault() {
        return switch (this) {
            case F1 -> new KillIngest();
            case F2 -> new FreezeIngest();
            case F3 -> new CrashDatabase();
            case F4 -> new DatabaseAway();
            case F5 -> new SlowDatabase();
            case F6 -> new KillBroker();
            case F7 -> new CutFullWindow();
            case F8 -> new StallAndCut();
            case F10 -> new DatabaseDiskFull();
            case F11 -> new BrokerDiskFull();
            case F12 -> new Poison();
            case F13 -> new ClockSkew();
            case F14 -> new ReconnectStorm();
            case F16 -> new Duplicates();
            case F17 -> new RollingRestart();
            case A1, A2 -> throw new IllegalStateException(this + " is a trial of its own");
        };
    }
}
