package org.assay.support;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What was logged while something was done. */
public final class Logged {

    private Logged() {}

    /** What is done. */
    public interface Doing {

        /** @param said so far */
        void run(List<String> said) throws Throwable;
    }

    /** From INFO on, with causes and their traces. */
    public static List<String> meanwhile(Doing doing) throws Throwable {
        var said = Collections.synchronizedList(new ArrayList<String>());
        var listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                var trace = new StringWriter();
                if (line.getThrown() != null) {
                    line.getThrown().printStackTrace(new PrintWriter(trace));
                }
                String parameters = line.getParameters() == null ? "" : Arrays.toString(line.getParameters());
                said.add(line.getMessage() + parameters + trace);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var root = Logger.getLogger("");
        var before = root.getLevel();
        listener.setLevel(Level.INFO);
        root.addHandler(listener);
        root.setLevel(Level.INFO);
        try {
            doing.run(said);
        } finally {
            root.setLevel(before);
            root.removeHandler(listener);
        }
        return List.copyOf(said);
    }
}
