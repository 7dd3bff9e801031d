package org.walletcounter.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.walletcounter.bench.Outcome;

/** Writes {@code result.json} and {@code index.html} and gives the table for the screen. */
public final class Report {

    private final Outcome outcome;

    /** Of a finished run. */
    public Report(Outcome outcome) {
        this.outcome = outcome;
    }

    /** Writes the files into {@code folder}; the text for the screen tells where they are. */
    public String write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path json = folder.resolve("result.json");
        Path page = folder.resolve("index.html");
        Files.writeString(json, ResultJson.of(outcome));
        Files.writeString(page, ResultPage.of(outcome));
        return ResultTable.of(outcome) + "\n" + json + "\n" + page + "\n";
    }
}
