package org.walletcounter.bench.goals;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.walletcounter.bench.Figure;
import org.walletcounter.bench.Goal;
import org.walletcounter.bench.Measuring;
import org.walletcounter.bench.Samples;
import org.walletcounter.bench.Sheet;
import org.walletcounter.bench.Stage;
import org.walletcounter.bench.load.Population;
import org.walletcounter.run.CannotRun;

/** G7: the first answer of the board and of a month's sales report over everything that lies on disk; measured after {@link Growth}. */
final class Screens implements Goal {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double BOARD_MILLIS = 300;
    private static final double REPORT_MILLIS = 2000;
    private static final int TURNS = 5;
    private static final int COLD_PRINTS = 3;
    private static final int OK = 200;
    private static final String BOARD_FIRST = "board, first answer, ms";
    private static final String BOARD_AGAIN = "board, later answers, ms";
    private static final String REPORT_FIRST = "report, first answer, ms";
    private static final String REPORT_AGAIN = "report, later answers, ms";
    private static final String ON_DISK = "payments on disk for the screens";
    private static final String PAGES = "pages of the day's transactions";
    private static final String PAGES_PER_SECOND = "pages/s of the day's transactions";
    private static final double PAGES_WANTED = 100;
    private static final String HEAP_GROWTH = "heap growth of a long report, MiB";
    private static final double HEAP_MEBIBYTES = 64;
    private static final double MEBIBYTE = 1024.0 * 1024.0;

    /** Between two looks at the heap, which stop the printing for as long as they take. */
    private static final long LOOK_MILLIS = 300;

    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public String code() {
        return "G7";
    }

    @Override
    public void after(Measuring measuring) {
        Stage stage = measuring.stage();
        Population.Merchant merchant = stage.population(Stage.MANY).merchants().get(0);
        String store = merchant.tills().get(0).store();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String month = "reports/monthly-sales?format=PDF&language=en&from=" + today + "&to=" + today;
        Samples samples = measuring.samples();
        samples.add(ON_DISK, new History(stage).payments());
        // Else the first answer of the board would tell how long this program takes to learn how to ask.
        got(stage, merchant, "products?limit=1");
        samples.add(BOARD_FIRST, got(stage, merchant, "board?storeId=" + store).millis);
        samples.add(REPORT_FIRST, got(stage, merchant, month).millis);
        for (int i = 0; i < TURNS; i++) {
            samples.add(BOARD_AGAIN, got(stage, merchant, "board?storeId=" + store).millis);
            samples.add(REPORT_AGAIN, got(stage, merchant, month).millis);
        }
        String detail = "reports/transactions?format=PDF&language=en&from=" + today + "&to=" + today;
        for (int i = 0; i < COLD_PRINTS; i++) {
            got(stage, merchant, detail);
        }
        Got again = got(stage, merchant, detail);
        samples.add(PAGES, again.pages());
        samples.add(PAGES_PER_SECOND, again.pages() / (again.millis / 1000));
        measuring.settle();
        samples.add(HEAP_GROWTH, heapGrowth(stage, () -> got(stage, merchant, detail)) / MEBIBYTE);
        measuring.tell(
                "board %.0f ms, month's sales %.0f ms, detail %d pages in %.0f ms, heap %+.1f MiB",
                samples.median(BOARD_FIRST),
                samples.median(REPORT_FIRST),
                again.pages(),
                again.millis,
                samples.median(HEAP_GROWTH));
    }

    /** By how much what lives on the server's heap grows at most while something is printed, in bytes. */
    private static double heapGrowth(Stage stage, Supplier<Got> printing) {
        double before = stage.serverLiveBytes();
        double most = before;
        CompletableFuture<Got> printed = CompletableFuture.supplyAsync(printing);
        do {
            most = Math.max(most, stage.serverLiveBytes());
        } while (!isDoneAfter(printed, LOOK_MILLIS));
        return most - before;
    }

    private static boolean isDoneAfter(CompletableFuture<Got> printed, long millis) {
        try {
            printed.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException e) {
            throw new CannotRun("The report was not printed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("The measurement was interrupted.", e);
        }
    }

    @Override
    public List<Figure> figures(Samples samples) {
        String size = Math.round(samples.median(ON_DISK)) + " payments on disk; the limit is the goal itself";
        return List.of(
                new Figure(
                        code(),
                        "first answer of the day board against 300 ms",
                        "ms",
                        samples.of(BOARD_FIRST),
                        List.of(BOARD_MILLIS),
                        Figure.Wanted.atMost(1),
                        size),
                new Figure(
                        code(),
                        "first answer of a month's sales report (PDF) against 2 s",
                        "ms",
                        samples.of(REPORT_FIRST),
                        List.of(REPORT_MILLIS),
                        Figure.Wanted.atMost(1),
                        size),
                new Figure(
                        code(),
                        "pages of the day's transactions (PDF) against 100 a second, warm",
                        "/s",
                        samples.of(PAGES_PER_SECOND),
                        List.of(PAGES_WANTED),
                        Figure.Wanted.atLeast(1),
                        Math.round(samples.median(PAGES)) + " pages"),
                new Figure(
                        code(),
                        "growth of the heap while these pages are printed",
                        "MiB",
                        samples.of(HEAP_GROWTH),
                        List.of(HEAP_MEBIBYTES),
                        Figure.Wanted.atMost(1),
                        "what is alive at the worst moment, looked at every third of a second"));
    }

    @Override
    public List<Sheet> sheets(Samples samples) {
        return List.of(new Sheet(
                        "Screens and reports",
                        "Milliseconds through the API, as a manager asks.",
                        Sheet.Drawn.NOT,
                        List.of("", "first ms", "later ms"))
                .row("day board of a store", samples.median(BOARD_FIRST), samples.median(BOARD_AGAIN))
                .row("month's sales, PDF", samples.median(REPORT_FIRST), samples.median(REPORT_AGAIN)));
    }

    /** A file or an answer, and how long it took. */
    private record Got(byte[] content, double millis) {

        /** How many pages a PDF has. */
        int pages() {
            try (PDDocument document = Loader.loadPDF(content)) {
                return document.getNumberOfPages();
            } catch (IOException e) {
                throw new CannotRun("A report that was asked for as a PDF is none: " + e.getMessage() + ".", e);
            }
        }
    }

    private Got got(Stage stage, Population.Merchant merchant, String path) {
        HttpRequest request = HttpRequest.newBuilder(stage.api(path))
                .header("Authorization", "Bearer " + merchant.managerKey())
                .build();
        try {
            long begin = System.nanoTime();
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw new CannotRun("GET " + path + " was answered with " + answer.statusCode() + ": "
                        + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return new Got(answer.body(), (System.nanoTime() - begin) / NANOS_PER_MILLI);
        } catch (IOException e) {
            throw new CannotRun("GET " + path + " was not answered: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("The measurement was interrupted.", e);
        }
    }
}
