package org.walletcounter.reporting.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The first sheet of a workbook, read from its XML: each row's cells as the file has them. */
record Sheet(List<List<String>> rows, boolean onePageWide) {

    static Sheet read(byte[] workbook) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        List<String> texts = new ArrayList<>();
        NodeList shared = parse(parts.get("xl/sharedStrings.xml")).getElementsByTagName("si");
        for (int i = 0; i < shared.getLength(); i++) {
            texts.add(shared.item(i).getTextContent());
        }
        List<List<String>> rows = new ArrayList<>();
        Document first = parse(parts.get("xl/worksheets/sheet1.xml"));
        NodeList lines = first.getElementsByTagName("row");
        for (int i = 0; i < lines.getLength(); i++) {
            rows.add(cells((Element) lines.item(i), texts));
        }
        return new Sheet(rows, fits(first));
    }

    private static boolean fits(Document sheet) {
        Element setup = (Element) sheet.getElementsByTagName("pageSetup").item(0);
        return setup != null
                && List.of("", "1")
                        .contains(setup.getAttribute("fitToWidth")) // one is what is meant when it is not said
                && setup.getAttribute("fitToHeight").equals("0")
                && sheet.getElementsByTagName("pageSetUpPr").getLength() == 1;
    }

    /** The row that has this text in one of its cells. */
    List<String> row(String text) {
        return rows.stream().filter(row -> row.contains(text)).findFirst().orElseThrow();
    }

    private static List<String> cells(Element row, List<String> texts) {
        List<String> cells = new ArrayList<>();
        NodeList all = row.getElementsByTagName("c");
        for (int i = 0; i < all.getLength(); i++) {
            Element cell = (Element) all.item(i);
            String value = cell.getTextContent();
            if (!value.isBlank()) {
                boolean text = cell.getAttribute("t").equals("s");
                cells.add(text ? texts.get(Integer.parseInt(value.strip())) : number(value));
            }
        }
        return cells;
    }

    /** Numbers in a workbook are written with or without trailing zeros; their format adds them for the eye. */
    private static String number(String value) {
        return new BigDecimal(value.strip()).stripTrailingZeros().toPlainString();
    }

    private static Document parse(byte @Nullable [] xml) throws IOException {
        if (xml == null) {
            throw new IOException("The workbook lacks a part.");
        }
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (SAXException | ParserConfigurationException broken) {
            throw new IOException(broken);
        }
    }
}
