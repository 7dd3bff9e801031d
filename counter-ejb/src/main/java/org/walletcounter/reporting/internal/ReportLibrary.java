package org.walletcounter.reporting.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.util.JRLoader;
import org.jspecify.annotations.Nullable;
import org.walletcounter.reporting.ReportFormat;

/** The reports' folders as the build packed them. Definitions are read at once, templates and texts when first used. */
class ReportLibrary {

    private static final String ROOT = "/reports/";

    private final SortedMap<String, ReportDefinition> definitions = new TreeMap<>();
    private final Map<String, JasperReport> templates = new ConcurrentHashMap<>();
    private final Map<String, String> queries = new ConcurrentHashMap<>();
    private final Map<String, ResourceBundle> texts = new ConcurrentHashMap<>();

    ReportLibrary() {
        read("index").lines().filter(code -> !code.isBlank()).forEach(code -> definitions.put(code, definition(code)));
    }

    SortedMap<String, ReportDefinition> definitions() {
        return definitions;
    }

    Optional<ReportDefinition> find(String code) {
        return Optional.ofNullable(definitions.get(code));
    }

    /** The template for a format: a sheet has one of its own where the folder offers it. */
    JasperReport template(ReportDefinition report, ReportFormat format) {
        String code = report.code();
        String sheet = code + "/" + code + "-sheet.jasper";
        String path = format == ReportFormat.XLSX && has(sheet) ? sheet : code + "/" + code + ".jasper";
        return templates.computeIfAbsent(path, ReportLibrary::load);
    }

    String query(ReportDefinition report, String name) {
        return queries.computeIfAbsent(report.code() + "/" + name + ".sql", ReportLibrary::read);
    }

    ResourceBundle texts(ReportDefinition report, Locale language) {
        return texts.computeIfAbsent(
                report.code() + "/texts_" + language.getLanguage() + ".properties", ReportLibrary::bundle);
    }

    private static ReportDefinition definition(String code) {
        Properties text = new Properties();
        try (BufferedReader reader = reader(code + "/report.properties")) {
            text.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException("Report " + code + " has no readable report.properties.", broken);
        }
        return ReportDefinition.read(code, text);
    }

    private static JasperReport load(String path) {
        try (InputStream compiled = open(path)) {
            return (JasperReport) JRLoader.loadObject(compiled);
        } catch (IOException | JRException broken) {
            throw new IllegalStateException("The compiled template " + path + " cannot be read.", broken);
        }
    }

    private static ResourceBundle bundle(String path) {
        try (BufferedReader reader = reader(path)) {
            return new PropertyResourceBundle(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException("The report texts " + path + " cannot be read.", broken);
        }
    }

    private static String read(String path) {
        try (InputStream file = open(path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("The report file " + path + " cannot be read.", broken);
        }
    }

    private static BufferedReader reader(String path) {
        return new BufferedReader(new InputStreamReader(open(path), StandardCharsets.UTF_8));
    }

    private static boolean has(String path) {
        return found(path) != null;
    }

    private static InputStream open(String path) {
        InputStream file = found(path);
        if (file == null) {
            throw new IllegalStateException("The reports jar lacks " + path + "; build the reports module again.");
        }
        return file;
    }

    private static @Nullable InputStream found(String path) {
        return ReportLibrary.class.getResourceAsStream(ROOT + path);
    }
}
