package dev.interlock.app;

import dev.interlock.routes.Watch;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine;

/** Shows on stderr how a run goes by: a bar on a terminal, nothing in a pipe. */
final class Progress {

    private Progress() {}

    static Watch watch() {
        return CommandLine.Help.Ansi.AUTO.enabled() ? Progress::bar : Watch.NOBODY;
    }

    private static LongConsumer bar(
            String what, dev.interlock.record.SystemId system, dev.interlock.record.RecordType type) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(what + " " + system + " " + type)
                .setInitialMax(-1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .build();
        Shown.replace(bar);
        return bar::stepBy;
    }

    /** One bar at a time: the next one ends the one before. */
    private static final class Shown {
        private static @org.jspecify.annotations.Nullable ProgressBar last;

        private Shown() {}

        static synchronized void replace(ProgressBar next) {
            if (last != null) {
                last.close();
            }
            last = next;
        }
    }
}
